"""The engine, the context, the arguments of the script that runs, by name."""


CHANGING = {'setAttribute', 'removeAttribute', 'setBindings', 'setContext'}


def resynchronized(method):
    """A method that changes scopes shows its effect to the script that calls it."""
    def call(*arguments):
        result = method(*arguments)
        resynchronize()
        return result
    return call


class Running:
    """Stands for a Java object that each thread may have its own of."""
    __slots__ = '_current', '_name'

    def __init__(self, current, name):
        object.__setattr__(self, '_current', current)
        object.__setattr__(self, '_name', name)

    def __getattr__(self, name):
        value = getattr(self._current(), name)
        return resynchronized(value) if name in CHANGING else value

    def __setattr__(self, name, value):
        setattr(self._current(), name, value)

    def __dir__(self):
        return dir(self._current())

    def __repr__(self):
        return '<%s of the running script>' % self._name

    def __eq__(self, other):
        return self is other or self._current() == other

    def __hash__(self):
        return hash(self._current())


RUNNING = {'engine': Running(lambda: current_engine(), 'engine'),
           'context': Running(lambda: current_context(), 'context')}


def current_of(stand_in):
    return stand_in._current()


def swap_argv(argv):
    former = getattr(sys, 'argv', [''])
    sys.argv = argv
    return former
