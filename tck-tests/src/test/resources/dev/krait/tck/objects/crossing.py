"""Python objects in Java, exceptions both ways, copies and values. Runs after prelude.py."""


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
        with self.assertRaises(OverflowError):
            krait.py(LocalDate.MAX)
        self.assertEqual(krait.py(LocalDate.of(1, 1, 1)), datetime.date.min)
        self.assertEqual(krait.py(LocalDate.of(9999, 12, 31)), datetime.date.max)

    def test_values_of_java_in_order(self):
        from java.math import BigDecimal
        from java.time import LocalDate
        days = [LocalDate.of(2024, 1, day) for day in (3, 1, 2)]
        self.assertEqual([day.day for day in sorted(days)], [1, 2, 3])
        self.assertTrue(LocalDate.of(2024, 1, 3) == days[0] and not days[0] != LocalDate.of(2024, 1, 3))
        self.assertTrue(days[0] > days[1] and days[1] <= days[1] and days[0] >= days[2])
        self.assertTrue(LocalDate.of(20000, 1, 1) > days[0])
        self.assertTrue(BigDecimal('1.0') <= BigDecimal('1.00') and not BigDecimal('1.0') != BigDecimal('1.00'))
        self.assertEqual(hash(BigDecimal('1.0')), hash(BigDecimal('1.00')))
        self.assertEqual(max(BigDecimal('-1E+30'), BigDecimal('2')), 2)

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

    def test_files_are_paths(self):
        import os
        file = java.io.File('a', 'b')
        self.assertEqual(os.fspath(file), os.path.join('a', 'b'))
        self.assertFalse(os.path.exists(file))
