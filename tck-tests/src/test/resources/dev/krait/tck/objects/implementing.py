"""Python objects that Java sees as its own. Runs after prelude.py."""
import abc
import dataclasses

from dev.krait.tck.objects import Specimens
from java.util import Comparator, HashSet as JavaSet, Objects
from java.util.function import Function, Predicate


class Interfaces(unittest.TestCase):
    def test_default_methods_on_python_objects(self):
        class Backwards(Comparator):
            def compare(self, one, two):
                return two - one
        self.assertEqual(Backwards().reversed().compare(1, 2), -1)
        values = filled(1, 2, 3)
        values.sort(Backwards())
        self.assertEqual(values, [3, 2, 1])

        class More(Function):
            def apply(self, value):
                return value + 1
        self.assertEqual(More().andThen(lambda value: value * 2).apply(1), 4)

        class Large(Predicate):
            def test(self, value):
                return value > 1
        self.assertTrue(Large().negate().test(1))

    def test_several_interfaces(self):
        class Both(Runnable, Comparator):
            ran = 0

            def run(self):
                self.ran += 1

            def compare(self, one, two):
                return 0
        both = Both()
        Thread(both).run()
        filled(1, 2).sort(both)
        self.assertEqual(both.ran, 1)
        self.assertIsInstance(both, Runnable)
        self.assertIsInstance(both, Comparator)

        class Two(Runnable, Callable):
            def run(self):
                pass

            def call(self):
                return 'called'
        with Executors.newSingleThreadExecutor() as pool:
            self.assertEqual(pool.invokeAny([Two()]), 'called')

    def test_beside_python_bases(self):
        class Base(abc.ABC):
            @abc.abstractmethod
            def name(self):
                ...

        class Task(Base, Runnable):
            def name(self):
                return 'task'

            def run(self):
                self.ran = True
        task = Task()
        Thread(task).run()
        self.assertTrue(task.ran)

        class Abstract(Base, Runnable):
            pass
        with self.assertRaises(TypeError):
            Abstract()

    def test_dataclass(self):
        @dataclasses.dataclass
        class Task(Runnable):
            ran: int = 0

            def run(self):
                self.ran += 1
        task = Task()
        Thread(task).run()
        self.assertEqual(task, Task(1))
        self.assertEqual(JavaSet([task]).size(), 1)
        self.assertTrue(Objects.equals(task, task))

    def test_constructor_with_arguments(self):
        class Task(Runnable):
            def __init__(self, *values, **names):
                super().__init__()
                self.given = values, names

            def run(self):
                pass
        self.assertEqual(Task(1, name='x').given, ((1,), {'name': 'x'}))

    def test_iterable(self):
        class Numbers(java.lang.Iterable):
            def iterator(self):
                return iter([1, 2])
        seen = []
        Numbers().forEach(seen.append)
        self.assertEqual(seen, [1, 2])
        self.assertEqual(list(Numbers()), [1, 2])

    def test_iterator(self):
        class Count(java.util.Iterator):
            at = 0

            def hasNext(self):
                return self.at < 3

            def next(self):
                self.at += 1
                return self.at
        seen = []
        Count().forEachRemaining(seen.append)
        self.assertEqual(seen, [1, 2, 3])

    def test_comparable(self):
        class Version(java.lang.Comparable):
            def __init__(self, number):
                self.number = number

            def compareTo(self, other):
                return self.number - other.number
        values = filled(Version(2), Version(1))
        java.util.Collections.sort(values)
        self.assertEqual([each.number for each in values], [1, 2])

    def test_equality_hash_and_text_of_java(self):
        class Key(Runnable):
            def run(self):
                pass

            def equals(self, other):
                return True

            def hashCode(self):
                return 5

            def toString(self):
                return 'key'
        self.assertEqual(JavaSet([Key(), Key()]).size(), 1)
        self.assertEqual(Objects.hashCode(Key()), 5)
        self.assertEqual(JString.valueOf(Key()), 'key')

    def test_equality_hash_and_text_of_python(self):
        class Key(Runnable):
            def run(self):
                pass

            def __eq__(self, other):
                return isinstance(other, Key)

            def __hash__(self):
                return 5

            def __str__(self):
                return 'key'
        self.assertEqual(JavaSet([Key(), Key()]).size(), 1)
        self.assertEqual(Objects.hashCode(Key()), 5)
        self.assertEqual(str(filled(Key())), '[key]')

    def test_equality_on_another_thread(self):
        class Task(Runnable):
            def run(self):
                pass
        task = Task()
        self.assertTrue(Specimens.equalOnAnotherThread(task, task))
        self.assertFalse(Specimens.equalOnAnotherThread(task, Task()))

    def test_a_method_that_is_missing(self):
        class Half(Specimens.Listener):
            def opened(self, name):
                pass
        with self.assertRaises(java.lang.UnsupportedOperationException) as caught:
            Specimens.use(Half())
        self.assertIn('counted', str(caught.exception))

    def test_results_of_the_wrong_type(self):
        class Wrong(Specimens.Listener):
            def __init__(self, result):
                self.result = result

            def opened(self, name):
                pass

            def counted(self, number):
                return self.result
        for result in ('x', None, 1.5, 1 << 40):
            with self.assertRaises(Exception) as caught:
                Specimens.use(Wrong(result))
            self.assertIn('int', str(caught.exception))
        self.assertEqual(Specimens.use(Wrong(3)), 'n3')

    def test_objects_that_name_no_interface(self):
        class Duck:
            def opened(self, name):
                self.name = name

            def counted(self, number):
                return number + 1
        duck = Duck()
        self.assertEqual(Specimens.use(duck), 'n2')
        self.assertEqual(duck.name, 'n')
        with self.assertRaises(TypeError):
            Specimens.use(3)

    def test_calling_an_interface(self):
        ran = []
        Runnable(lambda: ran.append(1)).run()
        self.assertEqual(ran, [1])
        self.assertEqual(Comparator(lambda one, two: two - one).reversed().compare(1, 2), -1)
        self.assertEqual(Callable(lambda: 4).call(), 4)

    def test_interfaces_of_java_and_of_the_application_together(self):
        class Both(Runnable, Specimens.Named):
            def run(self):
                self.ran = True

            def getName(self):
                return 'both'
        both = Both()
        Thread(both).run()
        self.assertTrue(both.ran)
        self.assertEqual(Specimens.Named(both).getName(), 'both')
        self.assertIs(filled(both)[0], both)

    def test_implements_gives_java_objects(self):
        @krait.implements(Runnable)
        class Task:
            ran = False

            def run(self):
                self.ran = True
        task = Task()
        Thread(task).run()
        self.assertTrue(task.ran)
        self.assertTrue(krait.is_java(krait.implements(Runnable)(lambda: None)))
        with self.assertRaises(TypeError):
            krait.implements(ArrayList)(lambda: None)

    def test_super_is_what_the_interface_has(self):
        class Order(java.util.Comparator):
            def compare(self, one, two):
                return one - two

            def reversed(self):
                self.asked = True
                return super().reversed()

            def toString(self):
                return 'order of ' + super().toString()

            def equals(self, other):
                return super().equals(other)
        order = Order()
        self.assertEqual(order.reversed().compare(1, 2), 1)
        self.assertTrue(order.asked)
        self.assertEqual(filled(1, 3, 2).stream().sorted(order.reversed()).toList(), [3, 2, 1])
        self.assertTrue(JString.valueOf(order).startswith('order of <'))
        self.assertIn(order, HashSet([order]))
        self.assertEqual(java.util.Comparator.compare(order, 5, 1), 4)

    def test_super_asks_the_other_methods_of_the_python_class(self):
        class Count(java.util.Iterator):
            left = 3

            def hasNext(self):
                return self.left > 0

            def next(self):
                self.left -= 1
                return self.left

            def forEachRemaining(self, action):
                super().forEachRemaining(lambda value: action(value * 10))
        seen = []
        Count().forEachRemaining(seen.append)
        self.assertEqual(seen, [20, 10, 0])

    def test_classes_cannot_be_extended(self):
        for kind in (ArrayList, JString, java.lang.Object):
            with self.assertRaises(TypeError):
                type(kind)('Mine', (kind,), {})


class Buffered(unittest.TestCase):
    def test_what_java_writes_comes_back(self):
        buffer = bytearray(4)
        self.assertEqual(java.io.ByteArrayInputStream(b'abcd').read(buffer), 4)
        self.assertEqual(buffer, b'abcd')

    def test_other_buffers(self):
        import array
        for code, expected in (('i', [1, 2, 3]), ('q', [1, 2, 3]), ('d', [1.0, 2.0, 3.0]), ('h', [1, 2, 3])):
            values = array.array(code, [3, 1, 2])
            java.util.Arrays.sort(values)
            self.assertEqual(values.tolist(), expected)
        values = bytearray(b'zab')
        java.util.Arrays.sort(memoryview(values))
        self.assertEqual(values, b'abz')

    def test_what_cannot_be_written_stays(self):
        constant = b'zz'
        java.io.ByteArrayInputStream(b'ab').read(constant)
        self.assertEqual(constant, b'zz')


class CallsOfInterfaces(unittest.TestCase):
    def test_what_they_give_stays_a_java_object(self):
        def more(value):
            return value + 1
        wrapped = Function(more)
        kept = filled(wrapped, krait.cast(more, Function))
        self.assertTrue(krait.same(kept[0], wrapped))
        self.assertEqual(kept[0].andThen(lambda value: value * 2).apply(1), 4)
        self.assertEqual(kept[0](1), 2)
        self.assertIs(kept[1], more)
        self.assertIn('<java.util.function.Function <function', repr(wrapped))
        self.assertEqual(TreeMap(Comparator(lambda one, two: one - two)).comparator().reversed().compare(1, 2), 1)

    def test_what_has_them_already(self):
        wrapped = Function(len)
        self.assertTrue(krait.same(Function(wrapped), wrapped))
        task = Thread()
        self.assertIs(Runnable(task), task)

    def test_containers(self):
        values = [1, 2]
        view = java.util.List(values)
        self.assertEqual(view.size(), 2)
        self.assertEqual(view.stream().mapToInt(lambda each: each).sum(), 3)
        view.add(3)
        self.assertEqual(values, [1, 2, 3])
        self.assertIs(filled(view)[0], values)
        self.assertTrue(Map({'a': 1}).containsKey('a'))
        self.assertFalse(java.util.Iterator(iter([])).hasNext())

    def test_what_implements_nothing(self):
        for kind, value, why in ((Runnable, 1, r'1 \(int\) has no form .* cannot be called and has no method run'),
                                 (Map.Entry, object(), 'it has no method getKey or getValue or setValue')):
            with self.assertRaisesRegex(TypeError, why):
                kind(value)
        with self.assertRaisesRegex(TypeError, 'forEach.*cannot be called and has no method accept'):
            filled(1).forEach(1)


class IterationByMethods(unittest.TestCase):
    """Interfaces that Python has protocols of its own for, by their methods."""

    def test_iterables_and_iterators(self):
        class Numbers:
            def iterator(self):
                return Countdown(2)

        class Countdown:
            def __init__(self, left):
                self.left = left

            def hasNext(self):
                return self.left > 0

            def next(self):
                self.left -= 1
                return self.left
        self.assertEqual(Specimens.drained(Numbers()), '10')
        self.assertEqual(Specimens.drained([1, 0]), '10')

    def test_what_python_iterates_over_goes_first(self):
        class Both:
            def __iter__(self):
                return iter('ab')

            def iterator(self):
                raise AssertionError('not asked')
        self.assertEqual(Specimens.drained(Both()), 'ab')

    def test_what_is_neither(self):
        with self.assertRaisesRegex(TypeError, 'no form as java.lang.Iterable'):
            Specimens.drained(object())

    def test_containers_are_no_other_containers(self):
        with self.assertRaises(TypeError):
            HashMap([1])
        with self.assertRaises(TypeError):
            Specimens.drained({'a': 1})
