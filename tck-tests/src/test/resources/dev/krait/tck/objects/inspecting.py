"""What inspect, pydoc and completion make of Java objects, classes and packages."""
import inspect
import pydoc
import rlcompleter

import java.math
import java.net
import java.time
import java.util.concurrent
import java.util.function
from dev.krait.tck.objects import Specimens


def objects():
    return [ArrayList([1]), HashMap({'a': 1}), HashSet([1]).iterator(), Thread(), StringBuilder('x'),
            java.time.LocalDate.of(2020, 1, 1), java.math.BigDecimal('1'), java.util.Optional.empty(),
            java.util.concurrent.CompletableFuture(), Thread.State.NEW, IOException('x'),
            java.util.Comparator(lambda one, other: 0), java.util.function.Function.identity(),
            krait.array('int', 3), java.net.Socket(), java.util.Scanner('x'), Specimens.Moody(),
            java.util.Collections.unmodifiableList([1])]


def classes():
    return [type(each) for each in objects()] + [Map, Map.Entry, Runnable, java.lang.Class, java.lang.Enum,
                                                 java.lang.Record, java.lang.Math, java.lang.Override]


class Inspecting(unittest.TestCase):
    def test_members_of_objects_can_be_listed(self):
        for each in objects():
            with self.subTest(type(each)):
                self.assertIn('getClass', dict(inspect.getmembers(each)))

    def test_members_of_classes_can_be_listed(self):
        for each in classes():
            with self.subTest(each):
                self.assertTrue(inspect.getmembers(each))
                self.assertTrue(inspect.classify_class_attrs(each))

    def test_listing_members_calls_no_getter(self):
        moody = Specimens.Moody()
        inspect.getmembers(moody)
        self.assertIn('moody.mood', rlcompleter.Completer({'moody': moody}).attr_matches('moody.'))
        self.assertEqual(moody.calls, 0)

    def test_a_getter_that_throws_throws_for_those_who_ask(self):
        moody = Specimens.Moody()
        with self.assertRaises(java.lang.IllegalStateException):
            moody.mood
        with self.assertRaises(java.lang.IllegalStateException):
            hasattr(moody, 'mood')
        self.assertEqual(moody.calls, 2)

    def test_dir_of_a_class_has_its_properties_and_dir_of_an_object_its_getters(self):
        self.assertIn('mood', dir(Specimens.Moody))
        self.assertNotIn('mood', dir(Specimens.Moody()))
        self.assertIn('getMood', dir(Specimens.Moody()))
        self.assertNotIn('message', dir(IOException('x')))

    def test_dir_of_an_object_of_python_has_no_properties_of_its_java_interface(self):
        class Mine(Specimens.Named):
            def getName(self):
                return 1 / 0
            own = 3
        self.assertNotIn('name', dir(Mine()))
        self.assertIn('own', dir(Mine()))
        inspect.getmembers(Mine())

    def test_completion(self):
        for each in objects():
            with self.subTest(type(each)):
                found = rlcompleter.Completer({'it': each}).attr_matches('it.getCl')
                self.assertEqual([name.rstrip('()') for name in found], ['it.getClass'])
        self.assertIn('it.ArrayList(', rlcompleter.Completer({'it': java.util}).attr_matches('it.ArrayL'))

    def test_documentation_is_rendered(self):
        for each in objects() + classes() + [java, java.util]:
            with self.subTest(repr(each)):
                self.assertTrue(pydoc.plain(pydoc.render_doc(each)))
                inspect.getdoc(each)
        self.assertIn('mood', pydoc.plain(pydoc.render_doc(Specimens.Moody)))

    def test_every_method_has_a_signature(self):
        for kind in classes():
            for name, member in inspect.getmembers(kind):
                if type(member).__name__ in ('JavaMethod', 'JavaStaticMethod'):
                    with self.subTest('%s.%s' % (kind, name)):
                        inspect.signature(member)
