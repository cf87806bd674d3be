"""Weak references to Java objects. They follow the object in Python, not the one in Java."""
import sys
import weakref

import java.math
import java.time
import java.util.concurrent
import java.util.function
from dev.krait.tck.objects import Specimens


def objects():
    return [ArrayList([1]), HashMap({'a': 1}), HashSet([1]).iterator(), Thread(), StringBuilder('x'),
            java.lang.Object(), java.time.LocalDate.of(2020, 1, 1), java.math.BigDecimal('1'),
            java.util.Optional.empty(), java.util.concurrent.CompletableFuture(), Thread.State.NEW,
            IOException('x'), java.util.Comparator(lambda one, other: 0), java.util.function.Function.identity(),
            krait.array('int', 3), krait.array('java.lang.String', 2), Specimens.Circle(1.0),
            java.util.List.of(1, 2, 3), Map.entry('a', 1), java.util.stream.Stream.of(1, 2)]


class Weakly(unittest.TestCase):
    def test_every_kind_of_object_can_be_referred_to(self):
        for each in objects():
            with self.subTest(type(each)):
                kept = weakref.ref(each)
                self.assertIs(kept(), each)
                self.assertEqual(weakref.getweakrefcount(each), 1)
                self.assertIs(weakref.ref(each), kept)

    def test_a_reference_ends_with_its_object(self):
        for kept in [weakref.ref(each) for each in objects() if not isinstance(each, BaseException)]:
            self.assertIsNone(kept())

    def test_classes_and_objects_of_python_classes(self):
        class Task(Runnable):
            def run(self):
                pass
        task = Task()
        kept = weakref.ref(task)
        self.assertIs(kept(), task)
        self.assertIs(weakref.ref(ArrayList)(), ArrayList)
        self.assertIs(weakref.ref(Runnable)(), Runnable)

    def test_callbacks_may_call_java(self):
        gone = ArrayList()
        for each in range(100):
            weakref.finalize(ArrayList([each]), gone.add, each)
        self.assertEqual(gone, list(range(100)))

    def test_a_callback_that_raises_harms_nobody(self):
        seen = []
        hook, sys.unraisablehook = sys.unraisablehook, lambda error: seen.append(error.exc_type)
        try:
            value = ArrayList()
            kept = weakref.ref(value, lambda dead: ArrayList().get(5))
            del value
        finally:
            sys.unraisablehook = hook
        self.assertIsNone(kept())
        self.assertEqual(seen, [java.lang.IndexOutOfBoundsException])
        seen.clear()

    def test_an_error_under_way_survives_a_callback(self):
        def fail():
            value = ArrayList()
            value.kept = None

        def forget():
            value = ArrayList()
            kept.append(weakref.ref(value, lambda dead: HashMap({'a': 1}).get('a')))
            raise KeyError('mine')
        kept = []
        with self.assertRaises(AttributeError):
            fail()
        with self.assertRaises(KeyError):
            forget()

    def test_weak_values(self):
        values = weakref.WeakValueDictionary()
        kept = values['kept'] = ArrayList([1])
        values['gone'] = ArrayList([2])
        self.assertEqual(list(values), ['kept'])
        self.assertIs(values['kept'], kept)

    def test_weak_keys_are_found_by_equals(self):
        keys = weakref.WeakKeyDictionary()
        one = ArrayList([1])
        keys[one] = 'one'
        keys[ArrayList([2])] = 'two'
        self.assertEqual(keys[ArrayList([1])], 'one')
        self.assertEqual(len(keys), 1)
        self.assertNotIn(ArrayList([2]), keys)

    def test_weak_sets_and_proxies(self):
        values = weakref.WeakSet()
        kept = StringBuilder('x')
        values.add(kept)
        values.add(StringBuilder('y'))
        self.assertEqual(len(values), 1)
        proxy = weakref.proxy(kept)
        self.assertEqual(str(proxy.append('z')), 'xz')
        del kept
        with self.assertRaises(ReferenceError):
            proxy.length()

    def test_the_java_object_may_live_longer(self):
        keeper = ArrayList()
        value = StringBuilder('x')
        keeper.add(value)
        kept = weakref.ref(value)
        del value
        self.assertIsNone(kept())
        self.assertEqual(str(keeper[0]), 'x')

    def test_methods_have_weak_methods(self):
        values = ArrayList()
        method = weakref.WeakMethod(values.add)
        self.assertTrue(method()(1))
        self.assertEqual(values, [1])
