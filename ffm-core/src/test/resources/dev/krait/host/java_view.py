"""What Java looks like from Python. Each method is a test of its own."""
import collections.abc
import copy
import gc
import unittest

import java.lang
import java.util
import krait
from java.io import FileNotFoundException, IOException
from java.lang import IllegalArgumentException, Runnable, StringBuilder, Thread
from java.lang import String as JString
from java.util import ArrayList, HashMap, HashSet, LinkedHashMap, Map, TreeMap
from java.util.concurrent import Callable, Executors, TimeUnit


def filled(*values):
    made = ArrayList()
    for each in values:
        made.add(each)
    return made


def mapped(**values):
    made = LinkedHashMap()
    for key, value in values.items():
        made.put(key, value)
    return made


class Imports(unittest.TestCase):
    def test_packages_and_classes(self):
        self.assertEqual(repr(java.util), "<java package 'java.util'>")
        self.assertIs(java.util.ArrayList, ArrayList)
        self.assertEqual(repr(ArrayList), "<java class 'java.util.ArrayList'>")

    def test_what_is_not_there(self):
        with self.assertRaises(ImportError):
            from java.util import NoSuchThing
        with self.assertRaises(ModuleNotFoundError):
            import nothing.of.this.name
        with self.assertRaises(ImportError):
            krait.java_type('com.acme.Nothing')

    def test_nested_classes(self):
        self.assertEqual(Map.Entry.getName(), 'java.util.Map$Entry')
        import java.util.Map as ByName
        self.assertIs(ByName, Map)

    def test_types(self):
        self.assertTrue(issubclass(ArrayList, java.util.List))
        self.assertIsInstance(ArrayList(), java.util.List)
        self.assertIsInstance(ArrayList(), java.lang.Object)
        self.assertNotIsInstance(ArrayList(), Map)
        self.assertEqual(krait.java_type('int[]').getSimpleName(), 'int[]')

    def test_cannot_extend_classes(self):
        with self.assertRaises(TypeError):
            class Mine(ArrayList):
                pass


class Members(unittest.TestCase):
    def test_statics(self):
        self.assertEqual(java.lang.Math.max(1, 2), 2)
        self.assertEqual(java.lang.Integer.MAX_VALUE, 2 ** 31 - 1)
        self.assertEqual(java.lang.Integer.parseInt('12'), 12)
        self.assertEqual(java.lang.Integer.toString(12), '12')
        self.assertEqual(JString.valueOf(12), '12')

    def test_static_final_field(self):
        with self.assertRaises(AttributeError):
            java.lang.Integer.MAX_VALUE = 3
        with self.assertRaises(AttributeError):
            java.lang.Integer.nothing = 3

    def test_keywords(self):
        self.assertIsNotNone(java.lang.System.in_)
        self.assertIsNotNone(getattr(java.lang.System, 'in'))

    def test_bean_properties(self):
        thread = Thread()
        thread.name = 'changed'
        self.assertEqual(thread.getName(), 'changed')
        self.assertEqual(thread.name, 'changed')
        self.assertFalse(thread.alive)
        with self.assertRaises(AttributeError):
            thread.alive = True

    def test_fluent(self):
        self.assertEqual(str(StringBuilder().append('a').append(1).append(2.5).append(True)), 'a12.5true')

    def test_enums(self):
        state = Thread.State
        self.assertEqual(str(state.NEW), 'NEW')
        self.assertTrue(state.NEW < state.RUNNABLE)
        self.assertEqual(state.valueOf('NEW'), state.NEW)
        self.assertEqual(TimeUnit.SECONDS.toMillis(2), 2000)
        self.assertEqual(len({state.NEW, state.valueOf('NEW')}), 1)

    def test_no_overload(self):
        with self.assertRaisesRegex(TypeError, 'parseInt'):
            java.lang.Integer.parseInt([1])
        with self.assertRaises(TypeError):
            ArrayList(1, 2, 3)
        with self.assertRaises(TypeError):
            ArrayList(size=3)
        with self.assertRaises(TypeError):
            Runnable.run()

    def test_abstract_classes(self):
        with self.assertRaises(TypeError):
            java.util.AbstractList()

    def test_cast_chooses(self):
        values = filled('a', 'b', 1)
        values.remove(krait.cast(1, java.lang.Object))
        self.assertEqual(values, ['a', 'b'])

    def test_same(self):
        one = filled(1)
        self.assertTrue(krait.same(one, one))
        other = filled(one)[0]
        self.assertTrue(krait.same(one, other))
        self.assertFalse(krait.same(one, filled(1)))
        self.assertTrue(krait.is_java(one))
        self.assertTrue(krait.is_java(ArrayList))
        self.assertFalse(krait.is_java([]))

    def test_varargs(self):
        self.assertEqual(JString.format('%s-%s', 'a', 1), 'a-1')
        self.assertEqual(java.util.Arrays.asList(1, 2, 3), [1, 2, 3])
        self.assertEqual(len(java.util.Arrays.asList(*range(300))), 300)

    def test_synchronized(self):
        self.assertEqual(krait.synchronized(ArrayList(), lambda: 5), 5)

    def test_synchronized_block_owns_the_monitor(self):
        monitor = ArrayList()
        guard = krait.synchronized(monitor)
        with guard as owned:
            self.assertTrue(krait.same(owned, monitor))
            with guard, krait.synchronized(monitor):
                self.assertTrue(Thread.holdsLock(monitor))
            self.assertTrue(Thread.holdsLock(monitor))
            monitor.notifyAll()
        self.assertFalse(Thread.holdsLock(monitor))
        with self.assertRaises(KeyError):
            with guard:
                raise KeyError('left')
        self.assertFalse(Thread.holdsLock(monitor))

    def test_synchronized_block_keeps_other_threads_out(self):
        monitor, seen = ArrayList(), []

        def work():
            with krait.synchronized(monitor):
                seen.append('other')

        with krait.synchronized(monitor):
            thread = Thread(work)
            thread.start()
            thread.join(50)
            seen.append('first')
        thread.join()
        self.assertEqual(seen, ['first', 'other'])

    def test_synchronized_takes_java_objects_only(self):
        self.assertRaises(TypeError, krait.synchronized, [])


class Lists(unittest.TestCase):
    def test_sequence(self):
        values = filled(1, 2, 3)
        self.assertIsInstance(values, collections.abc.MutableSequence)
        self.assertEqual(len(values), 3)
        self.assertEqual(values[0], 1)
        self.assertEqual(values[-1], 3)
        self.assertEqual(values[1:], [2, 3])
        self.assertEqual(values[::-1], [3, 2, 1])
        self.assertEqual(list(values), [1, 2, 3])
        self.assertEqual([x for x in values], [1, 2, 3])
        self.assertIn(2, values)
        self.assertNotIn('2', values)
        self.assertEqual(list(reversed(values)), [3, 2, 1])
        a, *b = values
        self.assertEqual((a, b), (1, [2, 3]))

    def test_index_errors(self):
        with self.assertRaises(IndexError):
            filled(1)[1]
        with self.assertRaises(IndexError):
            filled(1)[-2]
        with self.assertRaises(TypeError):
            filled(1)['a']
        with self.assertRaises(IndexError):
            filled(1).get(3)

    def test_changes(self):
        values = filled(1, 2, 3)
        values[0] = 9
        del values[1]
        values.append(4)
        values.extend([5, 6])
        values += [7]
        values.insert(0, 0)
        self.assertEqual(values, [0, 9, 3, 4, 5, 6, 7])
        self.assertEqual(values.pop(), 7)
        self.assertEqual(values.pop(0), 0)
        values[1:3] = ['x']
        self.assertEqual(values, [9, 'x', 5, 6])
        del values[:2]
        self.assertEqual(values, [5, 6])
        values.reverse()
        self.assertEqual(values, [6, 5])
        values.sort()
        self.assertEqual(values, [5, 6])
        values.sort(key=lambda x: -x)
        self.assertEqual(values, [6, 5])
        values.sort(reverse=False)
        self.assertEqual(values, [5, 6])
        self.assertEqual(values.index(6), 1)
        self.assertEqual(values.count(6), 1)
        values.clear()
        self.assertFalse(values)

    def test_equality(self):
        self.assertTrue(filled(1, 'a') == [1, 'a'])
        self.assertTrue([1, 'a'] == filled(1, 'a'))
        self.assertTrue(filled(1) != [2])
        self.assertTrue(filled(1) == filled(1))
        self.assertFalse(filled(1) == (1,))
        self.assertEqual(filled(1) + [2], [1, 2])
        self.assertEqual([2] + filled(1), [2, 1])

    def test_nested(self):
        self.assertEqual(filled(filled(1), mapped(a=2))[1]['a'], 2)

    def test_sorted(self):
        self.assertEqual(sorted(filled(3, 1, 2)), [1, 2, 3])
        self.assertEqual(sum(filled(3, 1, 2)), 6)
        self.assertEqual(copy.copy(filled(1)), [1])

    def test_large(self):
        values = ArrayList(list(range(5000)))
        self.assertEqual(list(values), list(range(5000)))
        self.assertEqual(sum(values), 4999 * 2500)

    def test_concurrent_modification(self):
        values = filled(1, 2, 3)
        with self.assertRaises(java.util.ConcurrentModificationException):
            for each in values:
                values.add(4)

    def test_unmodifiable(self):
        fixed = java.util.List.of(1, 2)
        self.assertEqual(fixed, [1, 2])
        with self.assertRaises(NotImplementedError):
            fixed.append(3)

    def test_contains_itself(self):
        values = ArrayList()
        values.add(values)
        self.assertIn('this Collection', repr(values))

    def test_sort_by_comparator(self):
        values = filled('bb', 'a', 'ccc')
        values.sort(lambda a, b: len(b) - len(a))
        self.assertEqual(values, ['ccc', 'bb', 'a'])

    def test_pattern(self):
        namespace = {'filled': filled}
        import sys
        if sys.version_info < (3, 10):
            self.skipTest('match came with 3.10')
        exec('match filled(1, 2):\n    case [a, b]:\n        found = a, b\n', namespace)
        self.assertEqual(namespace['found'], (1, 2))


class Maps(unittest.TestCase):
    def test_mapping(self):
        values = mapped(a=1, b=2)
        self.assertIsInstance(values, collections.abc.MutableMapping)
        self.assertEqual(values['a'], 1)
        self.assertEqual(len(values), 2)
        self.assertIn('a', values)
        self.assertNotIn('c', values)
        self.assertEqual(list(values), ['a', 'b'])
        self.assertEqual(list(values.keys()), ['a', 'b'])
        self.assertEqual(list(values.values()), [1, 2])
        self.assertEqual(list(values.items()), [('a', 1), ('b', 2)])
        self.assertEqual(dict(values), {'a': 1, 'b': 2})
        self.assertEqual((lambda **more: more)(**values), {'a': 1, 'b': 2})
        self.assertEqual(values.get('a'), 1)
        self.assertIsNone(values.get('c'))
        self.assertEqual(values.get('c', 5), 5)

    def test_missing_key(self):
        with self.assertRaises(KeyError) as caught:
            mapped(a=1)['b']
        self.assertEqual(caught.exception.args, ('b',))
        with self.assertRaises(KeyError):
            del mapped(a=1)['b']

    def test_changes(self):
        values = mapped(a=1)
        values['b'] = 2
        del values['a']
        values.update({'c': 3}, d=4)
        values |= {'e': 5}
        self.assertEqual(values, {'b': 2, 'c': 3, 'd': 4, 'e': 5})
        self.assertEqual(values.pop('b'), 2)
        self.assertEqual(values.pop('b', 'none'), 'none')
        self.assertEqual(values.setdefault('c', 0), 3)
        self.assertEqual(values.setdefault('z', 0), 0)
        self.assertEqual(values.popitem(), ('c', 3))

    def test_equality(self):
        self.assertTrue(mapped(a=1) == {'a': 1})
        self.assertTrue({'a': 1} == mapped(a=1))
        self.assertFalse(mapped(a=1) == {'a': 2})
        self.assertEqual(mapped(a=1) | {'b': 2}, {'a': 1, 'b': 2})

    def test_other_widths(self):
        values = HashMap()
        values.put(java.lang.Long.valueOf(5), 'x')
        boxed = krait.array('java.lang.Long', [5])
        longs = HashMap()
        java.util.stream.LongStream.of(5).boxed().forEach(lambda each: None)
        keys = java.util.stream.LongStream.of(5).boxed().collect(java.util.stream.Collectors.toSet())
        self.assertIn(5, keys)
        self.assertEqual(len(boxed), 1)

    def test_tree_map(self):
        values = TreeMap({'a': 1})
        self.assertNotIn(1, values)
        self.assertEqual(values['a'], 1)

    def test_compute(self):
        values = mapped(a=1)
        values.computeIfAbsent('b', lambda key: key + key)
        values.merge('a', 5, lambda one, two: one + two)
        self.assertEqual(values, {'a': 6, 'b': 'bb'})

    def test_entry(self):
        (key, value), = mapped(a=1).entrySet()
        self.assertEqual((key, value), ('a', 1))


class Sets(unittest.TestCase):
    def test_set(self):
        values = HashSet([1, 2, 3])
        self.assertIsInstance(values, collections.abc.MutableSet)
        self.assertEqual(values, {1, 2, 3})
        self.assertEqual({1, 2, 3}, values)
        self.assertEqual(values | {4}, {1, 2, 3, 4})
        self.assertEqual(values & {1, 9}, {1})
        self.assertEqual(values - {1}, {2, 3})
        self.assertEqual({1, 9} - values, {9})
        self.assertEqual(values ^ {1}, {2, 3})
        self.assertTrue(values <= {1, 2, 3, 4})
        values.discard(9)
        values.discard(1)
        values.update([7])
        self.assertEqual(values, {2, 3, 7})


class Iteration(unittest.TestCase):
    def test_iterator(self):
        iterator = filled(1, 2).iterator()
        self.assertEqual(next(iterator), 1)
        self.assertEqual(list(iterator), [2])
        with self.assertRaises(StopIteration):
            next(iterator)

    def test_stream(self):
        self.assertEqual(list(filled(1, 2, 3).stream().map(lambda x: x * 2).filter(lambda x: x > 2)), [4, 6])

    def test_infinite_stream(self):
        stream = java.util.stream.Stream.iterate(1, lambda x: x + 1)
        self.assertEqual([x for x, _ in zip(stream, range(3))], [1, 2, 3])

    def test_enumeration(self):
        self.assertEqual(list(java.util.Collections.enumeration(filled(1, 2))), [1, 2])

    def test_collect(self):
        joined = filled('a', 'b').stream().collect(java.util.stream.Collectors.joining('-'))
        self.assertEqual(joined, 'a-b')


class Arrays(unittest.TestCase):
    def test_live_array(self):
        values = krait.array('int', [1, 2, 3])
        self.assertEqual(len(values), 3)
        self.assertEqual(values.length, 3)
        self.assertEqual(values[-1], 3)
        self.assertEqual(values[1:], [2, 3])
        values[0] = 9
        self.assertEqual(list(values), [9, 2, 3])
        self.assertEqual(values, [9, 2, 3])
        with self.assertRaises(IndexError):
            values[3]
        with self.assertRaises((TypeError, OverflowError)):
            values[0] = 1 << 40
        with self.assertRaises(TypeError):
            values[0] = 'text'
        with self.assertRaises(TypeError):
            values[0] = None
        self.assertIn(2, values)

    def test_objects(self):
        values = krait.array('java.lang.String', 2)
        self.assertEqual(list(values), [None, None])
        values[:] = ['a', 'b']
        self.assertEqual(java.util.Arrays.asList(values), ['a', 'b'])

    def test_split(self):
        self.assertEqual(list(java.util.regex.Pattern.compile(',').split('a,b')), ['a', 'b'])


class Implementations(unittest.TestCase):
    def test_function_as_interface(self):
        seen = []
        filled(1, 2).forEach(seen.append)
        self.assertEqual(seen, [1, 2])
        filled(1, 2).forEach(lambda x: seen.append(x))
        self.assertEqual(seen, [1, 2, 1, 2])

    def test_class(self):
        class Task(Runnable):
            def __init__(self):
                self.ran = 0

            def run(self):
                self.ran += 1
        task = Task()
        thread = Thread(task)
        thread.start()
        thread.join()
        self.assertEqual(task.ran, 1)
        values = filled(task)
        self.assertIs(values[0], task)

    def test_executor_prefers_callable(self):
        pool = Executors.newSingleThreadExecutor()
        try:
            self.assertEqual(pool.submit(lambda: 42).get(), 42)

            class Answer(Callable):
                def call(self):
                    return 'answer'
            self.assertEqual(pool.submit(Answer()).get(), 'answer')
        finally:
            pool.shutdown()

    def test_default_methods(self):
        class ByLength(java.util.Comparator):
            def compare(self, one, two):
                return len(one) - len(two)
        values = filled('bb', 'a')
        values.sort(ByLength())
        self.assertEqual(values, ['a', 'bb'])

        class Up(java.util.function.Function):
            def apply(self, x):
                return x + 1
        composed = java.util.function.Function.identity().andThen(Up())
        self.assertEqual(composed.apply(1), 2)

    def test_implements(self):
        @krait.implements(Runnable)
        class Task:
            def run(self):
                pass
        self.assertTrue(issubclass(Task, Runnable))
        thing = krait.implements(Runnable)(lambda: None)
        self.assertIsNotNone(thing)

    def test_errors_through_java(self):
        def fail(x):
            raise KeyError('through')
        with self.assertRaises(KeyError):
            filled(1).forEach(fail)


class Errors(unittest.TestCase):
    def test_hierarchy(self):
        self.assertTrue(issubclass(IOException, OSError))
        self.assertTrue(issubclass(IllegalArgumentException, ValueError))
        self.assertTrue(issubclass(java.lang.NumberFormatException, ValueError))
        self.assertTrue(issubclass(FileNotFoundException, FileNotFoundError))
        self.assertTrue(issubclass(java.lang.ArrayIndexOutOfBoundsException, IndexError))
        self.assertTrue(issubclass(java.lang.StackOverflowError, RecursionError))
        self.assertTrue(issubclass(java.lang.Throwable, Exception))

    def test_catch(self):
        with self.assertRaises(java.lang.NumberFormatException) as caught:
            java.lang.Integer.parseInt('x')
        self.assertIn('"x"', caught.exception.getMessage())
        self.assertIn('"x"', str(caught.exception))
        self.assertTrue(caught.exception.__notes__)

    def test_raise(self):
        with self.assertRaises(IOException) as caught:
            raise IOException('mine')
        self.assertEqual(caught.exception.getMessage(), 'mine')

    def test_cause(self):
        cause = IllegalArgumentException('inner')
        outer = java.lang.RuntimeException('outer', cause)
        self.assertEqual(str(outer.__cause__), 'inner')
        self.assertIsInstance(outer.__cause__, IllegalArgumentException)

    def test_raise_from_becomes_the_java_cause(self):
        def fail():
            raise IOException('outer') from ValueError('inner')
        pool = Executors.newSingleThreadExecutor()
        try:
            with self.assertRaises(java.util.concurrent.ExecutionException) as caught:
                pool.submit(fail).get()
            self.assertIsInstance(caught.exception.__cause__, IOException)
            self.assertIn('inner', str(caught.exception.getCause().getCause()))
        finally:
            pool.shutdown()

    def test_subclass(self):
        class Mine(IOException):
            def __init__(self, text, code):
                super().__init__(text)
                self.code = code
        with self.assertRaises(IOException) as caught:
            raise Mine('m', 3)
        self.assertEqual(caught.exception.code, 3)
        self.assertEqual(caught.exception.getMessage(), 'm')

    def test_assertion(self):
        with self.assertRaises(AssertionError):
            raise java.lang.AssertionError('a')


class Copies(unittest.TestCase):
    def test_py(self):
        value = filled(1, mapped(a=filled('x')), HashSet([2]))
        native = krait.py(value)
        self.assertIs(type(native), list)
        self.assertIs(type(native[1]), dict)
        self.assertEqual(native, [1, {'a': ['x']}, {2}])

    def test_json(self):
        import json
        self.assertEqual(json.dumps({'v': filled(1)}, default=krait.py), '{"v": [1]}')

    def test_collector(self):
        for _ in range(100):
            filled(1, filled(2))
        gc.collect()


class Twins(unittest.TestCase):
    def test_decimal(self):
        from decimal import Decimal
        from java.math import BigDecimal
        price = BigDecimal('1.50')
        self.assertEqual(price, Decimal('1.5'))
        self.assertEqual(price + 1, Decimal('2.50'))
        self.assertEqual(2 * price, 3)
        self.assertEqual(price.multiply(price), Decimal('2.25'))
        self.assertTrue(price < 2 and price > BigDecimal('1.2'))
        self.assertEqual(float(price), 1.5)
        self.assertEqual({Decimal('1.5'): 'found'}[price], 'found')
        self.assertEqual('%s' % price, '1.50')
        self.assertEqual(format(price, '.1f'), '1.5')
        self.assertEqual(BigDecimal('1.0'), BigDecimal('1.00'))
        self.assertFalse(BigDecimal.ZERO)

    def test_dates(self):
        import datetime
        from java.time import Duration, Instant, LocalDate, LocalDateTime, OffsetDateTime, ZonedDateTime
        day = LocalDate.of(2024, 2, 29)
        self.assertEqual(day, datetime.date(2024, 2, 29))
        self.assertEqual(day.isoformat(), '2024-02-29')
        self.assertEqual(day.plusDays(1).getDayOfMonth(), 1)
        self.assertEqual(day - datetime.date(2024, 2, 28), datetime.timedelta(days=1))
        self.assertTrue(day < LocalDate.of(2025, 1, 1))
        self.assertEqual({day: 1}[datetime.date(2024, 2, 29)], 1)
        self.assertEqual(day.year, 2024)
        self.assertEqual(LocalDateTime.of(2024, 1, 2, 3, 4), datetime.datetime(2024, 1, 2, 3, 4))
        self.assertEqual(Duration.ofSeconds(90), datetime.timedelta(seconds=90))
        self.assertEqual(Instant.ofEpochSecond(0), datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc))
        self.assertEqual(OffsetDateTime.parse('2024-01-02T03:04:05+01:00').utcoffset(), datetime.timedelta(hours=1))
        self.assertEqual(ZonedDateTime.parse('2024-07-02T03:04:05+02:00[Europe/Berlin]').utcoffset(),
                         datetime.timedelta(hours=2))
        with self.assertRaises(OverflowError):
            LocalDate.of(20000, 1, 1).isoformat()

    def test_others(self):
        import os
        import pathlib
        import uuid
        from java.nio.file import Path
        from java.util import UUID, Optional, OptionalInt
        one = UUID.randomUUID()
        self.assertEqual(one, uuid.UUID(one.toString()))
        self.assertEqual(one.hex, uuid.UUID(one.toString()).hex)
        self.assertEqual(os.fspath(Path.of('a', 'b')), 'a/b')
        self.assertEqual(Path.of('a') / 'b', pathlib.Path('a/b'))
        self.assertEqual(Path.of('a.txt').suffix, '.txt')
        self.assertTrue(Optional.of(0))
        self.assertFalse(Optional.empty())
        self.assertTrue(OptionalInt.of(0))
        self.assertEqual(Optional.of(3), 3)
        self.assertEqual(Optional.of(3) + 1, 4)

    def test_numbers(self):
        from java.util.concurrent.atomic import AtomicInteger
        number = AtomicInteger(5)
        self.assertEqual(number + 1, 6)
        self.assertEqual(int(number), 5)
        self.assertEqual(float(number), 5.0)
        self.assertTrue(number == 5)

    def test_py(self):
        import datetime
        from decimal import Decimal
        from java.math import BigDecimal
        from java.time import LocalDate
        from java.util import Optional
        native = krait.py(filled(BigDecimal('1.5'), LocalDate.of(2024, 1, 2), Optional.of(filled(1))))
        self.assertEqual(native, [Decimal('1.5'), datetime.date(2024, 1, 2), [1]])
        self.assertIs(type(native[0]), Decimal)
        self.assertIs(type(native[2]), list)
        loop = ArrayList()
        loop.add(loop)
        copied = krait.py(loop)
        self.assertIs(copied[0], copied)


class Enums(unittest.TestCase):
    def test_constants(self):
        state = Thread.State
        self.assertEqual(len(state), 6)
        self.assertIn(state.NEW, list(state))
        self.assertIn(state.NEW, state)
        self.assertNotIn('NEW', state)
        self.assertEqual(state['NEW'], state.NEW)
        with self.assertRaises(KeyError):
            state['NOTHING']
        with self.assertRaises(TypeError):
            list(ArrayList)
        self.assertTrue(ArrayList)

    def test_strings_as_enum_arguments(self):
        self.assertEqual(TimeUnit.SECONDS.convert(1, 'MINUTES'), 60)


class Names(unittest.TestCase):
    def test_dir(self):
        self.assertIn('ArrayList', dir(java.util))
        self.assertIn('concurrent', dir(java.util))
        self.assertIn('valueOf', dir(java.lang.String))
        self.assertIn('add', dir(ArrayList()))

    def test_await(self):
        import asyncio
        from java.util.concurrent import CompletableFuture

        async def main():
            return await CompletableFuture.supplyAsync(lambda: 42)
        self.assertEqual(asyncio.run(main()), 42)

        async def failing():
            await CompletableFuture.failedFuture(IOException('late'))
        with self.assertRaises(IOException):
            asyncio.run(failing())

    def test_closeable(self):
        from java.io import StringReader
        with StringReader('abc') as reader:
            self.assertEqual(reader.read(), ord('a'))
        with self.assertRaises(IOException):
            reader.read()

    def test_to_string_that_throws(self):
        class Bad(Runnable):
            def __str__(self):
                raise KeyError('no text')
        values = filled(Bad())
        with self.assertRaises(KeyError):
            str(values)


class Buffers(unittest.TestCase):
    def test_memoryview(self):
        values = krait.array('double', [1.0, 2.0])
        with memoryview(values) as view:
            self.assertEqual(view.format, 'd')
            self.assertEqual(view.tolist(), [1.0, 2.0])
            view[0] = 9.0
        self.assertEqual(values[0], 9.0)
        self.assertEqual(bytes(krait.array('short', [1, 2])), b'\x01\x00\x02\x00')
        self.assertEqual(memoryview(krait.array('char', ['a'])).tolist(), [97])
        flags = krait.array('boolean', [True, False])
        with memoryview(flags) as view:
            view[1] = True
        self.assertEqual(flags, [True, True])
        with self.assertRaises(TypeError):
            memoryview(krait.array('java.lang.String', ['a']))
        self.assertEqual(memoryview(krait.array('int', [])).tolist(), [])

    def test_unwritten_views_leave_the_array_alone(self):
        values = krait.array('int', [1, 2])
        with memoryview(values):
            values[0] = 5
        self.assertEqual(values[0], 5)
