"""Look-ups by Java's own methods; iterators, mocks and other such arguments; records and enums as Python values."""
import json
from unittest.mock import MagicMock, Mock, create_autospec

import java.util.concurrent
import java.util.function
from dev.krait.tck.objects import Specimens
from java.util import ArrayDeque, Comparator, LinkedList, Optional, TreeSet, Vector

KEYS = {'java.lang.Integer': (1, 2), 'java.lang.Long': (1, 2), 'java.lang.Short': (1, 2), 'java.lang.Byte': (1, 2),
        'java.math.BigInteger': (1, 2), 'java.lang.Character': ('a', 'b'), 'java.lang.String': ('a', 'b'),
        'java.lang.Float': (1.5, 2.5), 'java.lang.Double': (1.5, 2.5)}
MAPS = HashMap, LinkedHashMap, TreeMap, java.util.concurrent.ConcurrentHashMap
COLLECTIONS = ArrayList, LinkedList, Vector, ArrayDeque, HashSet, TreeSet


class Widths(unittest.TestCase):
    """Each key in each form that Java may hold it in."""

    def maps(self):
        for kind, (key, absent) in KEYS.items():
            for cls in MAPS:
                made = cls()
                made.put(krait.cast(key, kind), krait.cast(key, kind))
                with self.subTest('%s in %s' % (kind, cls)):
                    yield made, key, absent

    def collections(self):
        for kind, (key, absent) in KEYS.items():
            for cls in COLLECTIONS:
                made = cls()
                made.add(krait.cast(key, kind))
                with self.subTest('%s in %s' % (kind, cls)):
                    yield made, key, absent

    def test_maps_find_by_get_and_contains(self):
        for made, key, absent in self.maps():
            self.assertEqual(made.get(key), key)
            self.assertIsNone(made.get(absent))
            self.assertEqual(made.getOrDefault(key, 7), key)
            self.assertEqual(made.getOrDefault(absent, 7), 7)
            self.assertIs(made.containsKey(key), True)
            self.assertIs(made.containsKey(absent), False)
            self.assertIs(made.containsValue(key), True)
            self.assertIs(made.containsValue(absent), False)

    def test_maps_find_by_python_s_own(self):
        for made, key, absent in self.maps():
            self.assertTrue(key in made and absent not in made)
            self.assertEqual(made[key], key)
            del made[key]
            self.assertEqual(made.size(), 0)

    def test_maps_remove(self):
        for made, key, absent in self.maps():
            self.assertIsNone(made.remove(absent))
            self.assertEqual(made.remove(key), key)
            self.assertEqual(made.size(), 0)

    def test_a_key_with_no_value_is_all_that_remove_takes(self):
        made = HashMap()
        made.put(1, None)
        made.put(krait.cast(1, 'java.lang.Long'), 'long')
        self.assertIsNone(made.remove(1))
        self.assertEqual(list(made.values()), ['long'])

    def test_maps_remove_a_key_with_its_value(self):
        for made, key, absent in self.maps():
            self.assertIs(made.remove(key, absent), False)
            self.assertIs(made.remove(absent, key), False)
            self.assertIs(made.remove(key, key), True)
            self.assertEqual(made.size(), 0)

    def test_collections_find_and_choose_many(self):
        for made, key, absent in self.collections():
            self.assertIs(made.containsAll([key, key]), True)
            self.assertIs(made.containsAll({key}), True)
            self.assertIs(made.containsAll([key, absent]), False)
            self.assertIs(made.containsAll([]), True)
            self.assertIs(made.removeAll([absent]), False)
            self.assertIs(made.retainAll([key, absent]), False)
            self.assertEqual(made.size(), 1)
            self.assertIs(made.removeAll((absent, key)), True)
            self.assertEqual(made.size(), 0)

    def test_many_of_java_s_own_are_taken_at_their_word(self):
        made = ArrayList([krait.cast(1, 'java.lang.Long'), None])
        self.assertIs(made.containsAll(ArrayList([1])), False)
        self.assertIs(made.containsAll([None, 1]), True)
        self.assertIs(made.retainAll(ArrayList([1, None])), True)
        self.assertEqual(list(made), [None])
        self.assertIs(made.retainAll([]), True)

    def test_collections_find(self):
        for made, key, absent in self.collections():
            self.assertIs(made.contains(key), True)
            self.assertIs(made.contains(absent), False)
            self.assertTrue(key in made and absent not in made)
            if isinstance(made, java.util.List):
                self.assertEqual((made.indexOf(key), made.lastIndexOf(key), made.indexOf(absent)), (0, 0, -1))

    def test_collections_remove(self):
        for made, key, absent in self.collections():
            if not isinstance(made, java.util.List) or not isinstance(key, int):  # that is an index
                self.assertIs(made.remove(absent), False)
                self.assertIs(made.remove(key), True)
                self.assertEqual(made.size(), 0)

    def test_a_key_with_a_java_class_is_taken_at_its_word(self):
        made = HashMap()
        made.put(krait.cast(1, 'java.lang.Long'), 'long')
        self.assertIsNone(made.get(krait.cast(1, 'java.lang.Integer')))
        self.assertFalse(made.containsKey(krait.cast(1, 'java.lang.Short')))
        self.assertEqual(made.get(krait.cast(1, 'java.lang.Long')), 'long')

    def test_keys_of_other_classes_miss(self):
        made = TreeMap()
        made.put(1, 'one')
        self.assertIsNone(made.get('text'))
        self.assertFalse(made.containsKey('text'))
        with self.assertRaises(java.lang.NullPointerException):
            made.get(None)


def numbers():
    yield 1
    yield 2


class Iterators(unittest.TestCase):
    def test_generators_as_collections(self):
        self.assertEqual(ArrayList(numbers()), [1, 2])
        self.assertEqual(HashSet(iter([1, 2])), {1, 2})
        self.assertEqual(java.util.List.copyOf(map(str, numbers())), ['1', '2'])
        made = ArrayList()
        made.addAll(numbers())
        self.assertEqual(made, [1, 2])
        self.assertEqual(java.util.Collections.max(numbers()), 2)

    def test_views_and_ranges_as_collections(self):
        for each in (range(1, 3), {1: 0, 2: 0}.keys(), {0: 1, 3: 2}.values(), {1, 2}, frozenset([1, 2]), (1, 2)):
            self.assertEqual(ArrayList(each), [1, 2])

    def test_generators_as_iterables_rather_than_arrays(self):
        self.assertEqual(JString.join('-', (str(each) for each in numbers())), '1-2')

    def test_generators_as_streams(self):
        self.assertEqual(list(java.util.stream.Stream.concat(numbers(), numbers())), [1, 2, 1, 2])
        self.assertEqual(list(filled(3).stream().flatMap(lambda each: numbers())), [1, 2])


class Mocks(unittest.TestCase):
    def test_a_mock_is_called_as_function(self):
        for kind in Mock, MagicMock:
            called = kind(return_value='x')
            self.assertEqual(list(filled('a').stream().map(called)), ['x'])
            called.assert_called_once_with('a')
            ran = kind()
            thread = Thread(ran)
            thread.start()
            thread.join()
            ran.assert_called_once_with()

    def test_a_mock_s_method_is_called_where_it_has_one(self):
        order = Mock()
        order.compare.side_effect = lambda one, other: other - one
        values = filled(1, 2)
        values.sort(Comparator(order))
        self.assertEqual(values, [2, 1])
        order.assert_not_called()
        named = Mock(spec=Specimens.Named)
        named.getName.return_value = 'n'
        self.assertEqual(Specimens.Named(named).getName(), 'n')

    def test_a_mock_has_the_interface_s_default_methods_and_text(self):
        order = Comparator(Mock(return_value=1))
        self.assertEqual(order.reversed().compare(1, 2), 1)
        self.assertIn('Mock', order.toString())
        self.assertTrue(order.equals(order))

    def test_mocks_in_collections(self):
        mock = MagicMock()
        values = filled(mock)
        self.assertIs(values[0], mock)
        self.assertIn('MagicMock', str(values))
        self.assertEqual(Optional.of(1).map(Mock(return_value=2)).get(), 2)

    def test_mocks_of_java_classes(self):
        mock = create_autospec(ArrayList(), instance=True)
        mock.size.return_value = 3
        self.assertEqual(mock.size(), 3)
        with self.assertRaises(AttributeError):
            mock.length

    def test_names_made_up_by_getattr_serve_an_interface(self):
        class Proxy:
            def __getattr__(self, name):
                return lambda *args: name
        self.assertEqual(Specimens.Named(Proxy()).getName(), 'getName')


class Parts(unittest.TestCase):
    def test_records_become_dicts(self):
        self.assertEqual(krait.py(Specimens.Circle(1.5)), {'radius': 1.5})
        self.assertEqual(json.dumps(Specimens.Circle(1.5), default=krait.py), '{"radius": 1.5}')

    def test_enums_become_their_names(self):
        self.assertEqual(krait.py(TimeUnit.SECONDS), 'SECONDS')
        self.assertEqual(krait.py(Specimens.Operation.values()[0]), Specimens.Operation.values()[0].name())

    def test_they_do_so_inside_collections(self):
        value = mapped(unit=TimeUnit.DAYS, shapes=filled(Specimens.Circle(1.0), Specimens.Square(2.0)))
        self.assertEqual(krait.py(value), {'unit': 'DAYS', 'shapes': [{'radius': 1.0}, {'side': 2.0}]})
        self.assertEqual(json.loads(json.dumps(value, default=krait.py)), krait.py(value))

    def test_other_objects_stay_themselves(self):
        thread = Thread()
        self.assertIs(krait.py(thread), thread)


class Crossings(unittest.TestCase):
    """Each is run over and over: its frames, exceptions and what they refer to are gone afterwards."""
    times = 10000 // 4

    def setUp(self):
        def fail():
            box = ArrayList()
            raise ValueError('mine', len(box))
        self.fail = java.util.function.Supplier(fail)

    def test_python_java_python(self):
        for _ in range(self.times):
            with self.assertRaises(ValueError):
                self.fail.get()

    def test_wrapped_in_java(self):
        def wrap():
            box = ArrayList()
            try:
                self.fail.get()
            except ValueError as error:
                raise java.lang.RuntimeException('outer') from error
        for _ in range(self.times):
            with self.assertRaises(java.lang.RuntimeException) as caught:
                java.util.function.Supplier(wrap).get()
            self.assertIsInstance(caught.exception.__cause__, ValueError)

    def test_wrapped_twice(self):
        def wrap():
            box = ArrayList()
            try:
                self.fail.get()
            except ValueError as error:
                raise KeyError('key') from error

        def again():
            box = ArrayList()
            try:
                java.util.function.Supplier(wrap).get()
            except KeyError as error:
                raise java.lang.RuntimeException('outer') from error
        for _ in range(self.times):
            with self.assertRaises(java.lang.RuntimeException) as caught:
                java.util.function.Supplier(again).get()
            self.assertIsInstance(caught.exception.__cause__, KeyError)

    def test_raised_by_a_java_object_in_the_frame(self):
        def again():
            own = java.lang.RuntimeException('own')
            try:
                self.fail.get()
            except ValueError as error:
                raise own from error
        for _ in range(self.times):
            with self.assertRaises(java.lang.RuntimeException):
                java.util.function.Supplier(again).get()
