"""What is equal, and what comes first. Runs after prelude.py."""
import functools

from java.lang import ClassCastException
from java.util import Arrays, Collections, Comparator, PriorityQueue, TreeSet


@functools.total_ordering
class Version:
    def __init__(self, *parts):
        self.parts = parts

    def __eq__(self, other):
        return isinstance(other, Version) and self.parts == other.parts

    def __lt__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts < other.parts

    def __hash__(self):
        return hash(self.parts)

    def __repr__(self):
        return 'v' + '.'.join(map(str, self.parts))


class OnlyLess:
    def __init__(self, rank):
        self.rank = rank

    def __lt__(self, other):
        return self.rank < other.rank


class PythonsOrderInJava(unittest.TestCase):
    def test_objects_in_sorted_collections(self):
        one, two, ten = Version(1), Version(2), Version(10)
        versions = TreeMap({ten: 'c', one: 'a', two: 'b'})
        self.assertEqual(list(versions.values()), ['a', 'b', 'c'])
        self.assertIs(versions.firstKey(), one)
        self.assertEqual(versions.get(Version(10)), 'c')
        self.assertEqual(versions[Version(2)], 'b')
        self.assertNotIn(Version(3), versions)
        self.assertEqual(list(TreeSet([two, one, Version(2)])), [one, two])
        self.assertIs(Collections.max([one, ten, two]), ten)

    def test_tuples_and_lists(self):
        queue = PriorityQueue()
        for each in [(2, 'write'), (1, 'read'), (1, 'open')]:
            queue.add(each)
        self.assertEqual([queue.poll() for _ in range(3)], [(1, 'open'), (1, 'read'), (2, 'write')])
        places = TreeMap({(2, 1): 'b', (1, 5): 'a'})
        self.assertEqual(places.firstEntry().getValue(), 'a')
        self.assertEqual(places[(2, 1)], 'b')
        self.assertEqual(Collections.min([[2], [1, 3]]), [1, 3])

    def test_sorting_and_comparators(self):
        values = filled(Version(2), Version(1))
        Collections.sort(values)
        self.assertEqual(values, [Version(1), Version(2)])
        values.sort(Comparator.reverseOrder())
        self.assertEqual(values, [Version(2), Version(1)])
        words = filled('ccc', 'b', 'aa', 'a')
        words.sort(Comparator.comparing(lambda word: (len(word), word)))
        self.assertEqual(words, ['a', 'b', 'aa', 'ccc'])

    def test_less_is_enough(self):
        values = filled(*map(OnlyLess, [3, 1, 2]))
        Collections.sort(values)
        self.assertEqual([each.rank for each in values], [1, 2, 3])

    def test_what_has_no_order(self):
        with self.assertRaisesRegex(ClassCastException, "'<' not supported between instances of 'object'") as caught:
            Collections.sort(filled(object(), object()))
        self.assertIsInstance(caught.exception.__cause__, TypeError)
        with self.assertRaises(TypeError):
            TreeMap({(1, 'a'): 1, (1, 2): 2})
        with self.assertRaises(TypeError):
            Collections.sort(filled((1, 2), 'a'))

    def test_errors_of_the_comparison(self):
        class Failing:
            def __lt__(self, other):
                raise LookupError('no rank')
        with self.assertRaisesRegex(LookupError, 'no rank'):
            Collections.sort(filled(Failing(), Failing()))


class EqualArrays(unittest.TestCase):
    def test_by_their_elements(self):
        one, two = krait.array('int', [1, 2]), krait.array('int', [1, 2])
        self.assertTrue(one == two)
        self.assertFalse(one != two)
        self.assertNotEqual(one, krait.array('int', [1, 3]))
        self.assertNotEqual(one, krait.array('int', [1]))
        self.assertEqual(one, krait.array('long', [1, 2]))
        self.assertEqual(krait.array('java.lang.String', ['a']), krait.array('java.lang.Object', ['a']))
        self.assertFalse(krait.same(one, two))
        self.assertFalse(one.equals(two))

    def test_nested(self):
        one, two = krait.array('int[]', [[1], [2, 3]]), krait.array('int[]', [[1], [2, 3]])
        self.assertEqual(one, two)
        self.assertEqual(one, [[1], [2, 3]])
        two[1][0] = 4
        self.assertNotEqual(one, two)

    def test_equal_ones_have_one_hash(self):
        one, two = krait.array('int[]', [[1], [2, 3]]), krait.array('long[]', [[1], [2, 3]])
        self.assertEqual(hash(one), hash(two))
        self.assertEqual(hash(one), hash(((1,), (2, 3))))
        self.assertEqual(len({one, two, ((1,), (2, 3))}), 1)

    def test_in_what_is_not_of_them(self):
        one = krait.array('int', [1, 2])
        self.assertNotEqual(one, None)
        self.assertNotEqual(one, 'ab')
        self.assertNotEqual(one, Arrays.asList(1, 2))
        self.assertIn(one, [krait.array('int', [1, 2])])
