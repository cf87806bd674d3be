"""Exceptions both ways. Runs after prelude.py."""
import sys
import traceback

from dev.krait.tck.objects import Specimens
from java.lang import RuntimeException
from java.util.concurrent import CompletableFuture, ExecutionException


def through_java(error):
    """Raises in a callback, and gives what comes out of the Java method that called it."""
    def fail(value):
        raise error
    try:
        filled(1).forEach(fail)
    except BaseException as caught:
        return caught


class BothWays(unittest.TestCase):
    def test_python_exceptions_are_the_same_object(self):
        error = KeyError('k')
        self.assertIs(through_java(error), error)

    def test_unchecked_java_exceptions(self):
        error = RuntimeException('r')
        back = through_java(error)
        self.assertEqual(back, error)
        self.assertTrue(krait.same(back, error))

    def test_checked_exceptions_that_the_method_does_not_declare(self):
        error = IOException('io')
        back = through_java(error)
        self.assertIsInstance(back, IOException)
        self.assertTrue(krait.same(back, error))

    def test_subclasses_made_in_python_are_the_same_object(self):
        class Mine(RuntimeException):
            def __init__(self, text, code):
                super().__init__(text)
                self.code = code
        error = Mine('m', 3)
        back = through_java(error)
        self.assertIs(back, error)
        self.assertEqual((back.getMessage(), back.code), ('m', 3))

    def test_checked_subclasses_made_in_python(self):
        class Mine(IOException):
            pass
        error = Mine('m')
        self.assertIs(through_java(error), error)

    def test_subclasses_come_out_of_futures(self):
        class Mine(IOException):
            def __init__(self, text, code):
                super().__init__(text)
                self.code = code
        future = CompletableFuture()
        future.completeExceptionally(Mine('m', 4))
        gc.collect()
        with self.assertRaises(ExecutionException) as caught:
            future.get()
        self.assertIsInstance(caught.exception.__cause__, Mine)
        self.assertEqual(caught.exception.getCause().code, 4)

    def test_a_subclass_outlives_its_throwable(self):
        class Mine(IOException):
            pass
        error = Mine('m')
        filled(error).clear()
        java.lang.System.gc()
        self.assertEqual(error.getMessage(), 'm')

    def test_application_exceptions(self):
        with self.assertRaises(Specimens.ShopException) as caught:
            raise Specimens.ShopException('m', 5)
        self.assertEqual((caught.exception.getCode(), caught.exception.code), (5, 5))

        class Mine(Specimens.ShopException):
            def __init__(self, text):
                super().__init__(text, 7)
        self.assertEqual(Mine('q').getCode(), 7)
        with self.assertRaises(TypeError):
            Specimens.ShopException('m')

    def test_declared_exceptions_reach_java_as_declared(self):
        def declared(values):
            raise IOException('io')

        def other(values):
            raise ValueError('bad')
        self.assertEqual(Specimens.outcome(declared), 'declared io')
        self.assertEqual(Specimens.outcome(other), 'PythonException ValueError: bad')

    def test_raise_from(self):
        with self.assertRaises(RuntimeException) as caught:
            try:
                java.lang.Integer.parseInt('x')
            except ValueError as error:
                raise RuntimeException('outer') from error
        self.assertIsInstance(caught.exception.__cause__, java.lang.NumberFormatException)
        self.assertIsInstance(caught.exception.getCause(), java.lang.NumberFormatException)

    def test_python_cause_of_a_java_exception(self):
        with self.assertRaises(RuntimeException) as caught:
            try:
                1 / 0
            except ZeroDivisionError as error:
                raise RuntimeException('outer') from error
        self.assertIsInstance(caught.exception.getCause(), ZeroDivisionError)

    def test_java_cause_of_a_python_exception(self):
        try:
            try:
                java.lang.Integer.parseInt('x')
            except ValueError as error:
                raise KeyError('k') from error
        except KeyError as error:
            back = through_java(error)
        self.assertIsInstance(back.__cause__, java.lang.NumberFormatException)

    def test_suppressed(self):
        with self.assertRaises(RuntimeException) as caught:
            with Specimens.Thrower():
                raise RuntimeException('body')
        self.assertEqual([each.getMessage() for each in caught.exception.getSuppressed()], ['close'])
        with self.assertRaises(java.lang.IllegalStateException):
            with Specimens.Thrower():
                pass

    def test_suppressed_by_an_error_of_python(self):
        with self.assertRaises(KeyError) as caught:
            with Specimens.Thrower():
                raise KeyError('body')
        self.assertEqual(caught.exception.__notes__, ['close() raised IllegalStateException: close'])

    def test_causes_of_java(self):
        with self.assertRaises(OSError) as caught:
            Specimens.Thrower().checked('t')
        self.assertIsInstance(caught.exception.__cause__, IllegalArgumentException)
        self.assertEqual(str(caught.exception.__cause__), 'cause')

    def test_traceback_text(self):
        try:
            java.lang.Integer.parseInt('x')
        except ValueError as error:
            text = ''.join(traceback.format_exception(type(error), error, error.__traceback__))
        self.assertIn('NumberFormatException: For input string: "x"', text)
        self.assertIn('test_traceback_text', text)
        if sys.version_info >= (3, 11):
            self.assertIn('Integer.parseInt(Integer.java', text)

    def test_notes(self):
        if sys.version_info < (3, 11):
            self.skipTest('notes are new in Python 3.11; they run there')
        error = RuntimeException('r')
        error.add_note('a note')
        self.assertIn('a note', ''.join(traceback.format_exception(error)))

    def test_equality_and_hash(self):
        error = IOException('x')
        values = filled(error)
        self.assertEqual(values[0], error)
        self.assertIn(error, values)
        self.assertEqual(len({error, values[0]}), 1)
        self.assertNotEqual(error, IOException('x'))

    def test_what_python_programmers_expect(self):
        for code, kind in ((lambda: ArrayList().get(0), IndexError),
                           (lambda: java.util.ArrayDeque().pop(), LookupError),
                           (lambda: java.lang.Integer.divideUnsigned(1, 0), ArithmeticError),
                           (lambda: java.util.UUID.fromString('z'), ValueError),
                           (lambda: TimeUnit.valueOf('NONE'), ValueError),
                           (lambda: java.util.List.of(1).add(2), NotImplementedError),
                           (lambda: java.io.FileReader('/no/such/file'), FileNotFoundError),
                           (lambda: Thread().setPriority(99), ValueError)):
            with self.assertRaises(kind):
                code()

    def test_builtins_raised_for_java(self):
        for error, kind in ((java.lang.StackOverflowError('x'), RecursionError),
                            (java.lang.OutOfMemoryError('x'), MemoryError),
                            (java.lang.Error('x'), java.lang.Throwable),
                            (java.util.ConcurrentModificationException(), Exception)):
            with self.assertRaises(kind):
                raise error

    def test_changed_while_iterated(self):
        values = filled(*range(100))
        with self.assertRaises(java.util.ConcurrentModificationException):
            for each in values:
                if len(values) < 200:
                    values.add(each)

    def test_recursion(self):
        one = filled()
        two = filled(one)
        one.add(two)
        with self.assertRaises(RecursionError):
            str(one)
        with self.assertRaises(RecursionError):
            hash(one)


class CausesThatComeLater(unittest.TestCase):
    def test_init_cause(self):
        error, cause = IllegalArgumentException('outer'), IOException('inner')
        self.assertIsNone(error.__cause__)
        error.initCause(cause)
        self.assertEqual(error.__cause__, cause)
        self.assertIs(error.__cause__, error.__cause__)

    def test_python_causes(self):
        error = IllegalArgumentException('outer')
        error.initCause(ValueError('inner'))
        self.assertIsInstance(error.__cause__, ValueError)

    def test_what_python_says_counts(self):
        error = IllegalArgumentException('outer', IOException('inner'))
        with self.assertRaises(IllegalArgumentException) as caught:
            raise error from None
        self.assertIsNone(caught.exception.__cause__)
        error.__cause__ = KeyError('python')
        self.assertIsInstance(error.__cause__, KeyError)


class ValuesOfTheWrongKind(unittest.TestCase):
    def test_found_by_java_later_are_type_errors_too(self):
        with self.assertRaisesRegex(TypeError, r"'x' \(str\) has no form as int"):
            Specimens.lengthBy(lambda text: 'x')
