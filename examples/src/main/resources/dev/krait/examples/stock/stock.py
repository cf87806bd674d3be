"""A script on the objects of a Java application: `warehouse` and `pool` are bound by it."""
from dev.krait.examples.stock import OutOfStockException
from java.util.concurrent import Callable
from java.util.stream import Collectors

# a Java stream with Python functions
values = warehouse.items.stream().collect(
    Collectors.groupingBy(lambda item: item.category(),
                          Collectors.summingDouble(lambda item: item.count() * item.price())))


class Picker(Callable):
    """A task for the Java thread pool."""

    def __init__(self, name, count):
        self.name, self.count = name, count

    def call(self):
        try:
            warehouse.take(self.name, self.count)
            return f'{self.count} x {self.name}'
        except OutOfStockException as error:
            return f'{error.getMessage()} ({error.missing} more wanted)'


class Refused(OutOfStockException):
    """A Java exception of our own."""


def order(name, count):
    """Called by the application: what is raised here is what it catches there."""
    if count > 10:
        raise Refused(name, count - 10)
    warehouse.take(name, count)
    return count


tasks = [pool.submit(Picker(name, count)) for name, count in (('pen', 20), ('ink', 5), ('lamp', 4))]
picked = [task.get() for task in tasks]
'\n'.join([*(f'{category}: {value:.2f}' for category, value in sorted(values.items())), *picked])
