"""Copies, formats, numbers and patterns. Runs after prelude.py."""
import pickle
import sys

from java.util import Optional
from java.util.concurrent.atomic import AtomicInteger, AtomicLong


class Copying(unittest.TestCase):
    def test_shallow(self):
        for value in (filled(1, filled(2)), HashMap({'a': 1}), HashSet([1]), TreeMap({'a': 1}),
                      java.util.ArrayDeque([1])):
            made = copy.copy(value)
            self.assertIs(type(made), type(value))
            self.assertFalse(krait.same(made, value))
            self.assertEqual(list(made), list(value))

    def test_deep(self):
        value = filled(1, filled(2), mapped(a=filled(3)))
        made = copy.deepcopy(value)
        self.assertEqual(made, value)
        self.assertIs(type(made), ArrayList)
        self.assertFalse(krait.same(made[1], value[1]))
        self.assertFalse(krait.same(made[2]['a'], value[2]['a']))

    def test_deep_with_loops(self):
        value = filled()
        value.add(value)
        made = copy.deepcopy(value)
        self.assertTrue(krait.same(made[0], made))

    def test_arrays(self):
        value = krait.array('int', [1, 2])
        for made in (copy.copy(value), copy.deepcopy(value), value.clone()):
            made[0] = 9
            self.assertEqual(value, [1, 2])
            self.assertEqual(made, [9, 2])

    def test_values_are_their_own_copies(self):
        from java.time import LocalDate, Period
        for value in (LocalDate.of(2024, 1, 2), TimeUnit.DAYS, Period.ofDays(3), Optional.of(1)):
            self.assertTrue(krait.same(copy.copy(value), value))
            self.assertTrue(krait.same(copy.deepcopy({'k': value})['k'], value))

    def test_immutable_collections_are_copied_to_python_ones(self):
        self.assertEqual(copy.copy(java.util.List.of(1, 2)), [1, 2])
        self.assertEqual(copy.deepcopy(java.util.Map.of('a', 1)), {'a': 1})

    def test_what_cannot_be_copied(self):
        with self.assertRaises(TypeError) as caught:
            copy.copy(Thread())
        self.assertIn('java.lang.Thread', str(caught.exception))

    def test_pickle_says_what_to_do(self):
        for value in (filled(1), Thread(), TimeUnit.DAYS):
            with self.assertRaises(TypeError) as caught:
                pickle.dumps(value)
            self.assertIn('krait.py', str(caught.exception))
        self.assertEqual(pickle.loads(pickle.dumps(krait.py(filled(1)))), [1])


class Formats(unittest.TestCase):
    def test_specs(self):
        from java.math import BigDecimal
        from java.time import LocalDate
        self.assertEqual(f'{TimeUnit.DAYS:>6}', '  DAYS')
        self.assertEqual(f'{StringBuilder("ab"):<4}|', 'ab  |')
        self.assertEqual(f'{BigDecimal("1.234"):.2f}', '1.23')
        self.assertEqual(f'{LocalDate.of(2024, 2, 3):%d/%m/%Y}', '03/02/2024')
        self.assertEqual(f'{AtomicInteger(5):03d}', '005')
        self.assertEqual(f'{Optional.of(3.14159):.2f}', '3.14')
        self.assertEqual(len(f'{java.util.UUID(0, 1):>40}'), 40)
        self.assertEqual(f'{filled(1, 2)}', '[1, 2]')

    def test_names_in_formats(self):
        self.assertEqual('{0.name}'.format(Thread('q')), 'q')
        self.assertEqual('{0[0]}'.format(filled(7)), '7')
        self.assertEqual('%d' % AtomicInteger(5), '5')

    def test_repr(self):
        self.assertEqual(repr(krait.array('int', [2, 1])), '<int[] [2, 1]>')
        loop = krait.array('java.lang.Object', 1)
        loop[0] = loop
        self.assertIn('...', repr(loop))
        self.assertIn('...', repr(krait.array('int', 1000)))
        values = filled()
        values.add(values)
        self.assertIn('this Collection', repr(values))


class Numbers(unittest.TestCase):
    def test_index(self):
        self.assertEqual([1, 2, 3][AtomicInteger(1)], 2)
        self.assertEqual(list(range(AtomicLong(2))), [0, 1])
        with self.assertRaises(TypeError):
            [1][java.math.BigDecimal('0')]

    def test_order_and_truth(self):
        self.assertTrue(AtomicInteger(5) < 6 and 6 > AtomicInteger(5) and AtomicInteger(5) <= AtomicInteger(5))
        self.assertFalse(AtomicInteger(0))
        self.assertTrue(AtomicInteger(1))

    def test_divmod(self):
        self.assertEqual(divmod(java.math.BigDecimal('7'), 2), (3, 1))
        self.assertEqual(divmod(7, AtomicInteger(2)), (3, 1))

    def test_adders(self):
        from java.util.concurrent.atomic import DoubleAdder, LongAdder
        whole, real = LongAdder(), DoubleAdder()
        whole.add(3)
        real.add(3)
        self.assertIs(type(whole + 0), int)
        self.assertIs(type(real + 0), float)


class Order(unittest.TestCase):
    def test_lists(self):
        self.assertTrue(filled(1) < filled(2) and filled(1) < [2] and [0] < filled(1))
        self.assertTrue(filled(1, 2) >= [1, 2])
        with self.assertRaises(TypeError):
            filled(1) < 1

    def test_library(self):
        import bisect
        import functools
        import heapq
        import itertools
        import operator
        import statistics
        self.assertEqual(bisect.bisect(filled(1, 3), 2), 1)
        self.assertEqual(heapq.nsmallest(1, filled(3, 1)), [1])
        self.assertEqual(statistics.mean(filled(1, 2, 3)), 2)
        self.assertEqual(list(itertools.chain(filled(1), filled(2))), [1, 2])
        self.assertEqual(functools.reduce(operator.add, filled(1, 2)), 3)
        self.assertEqual(operator.attrgetter('name')(Thread('z')), 'z')
        self.assertEqual(collections.Counter(filled('a', 'a'))['a'], 2)

    def test_builtins(self):
        values = filled(2, 1)
        self.assertEqual((max(values), min(values), sum(values), sorted(values)), (2, 1, 3, [1, 2]))
        self.assertEqual((list(reversed(values)), list(enumerate(values))[0]), ([1, 2], (0, 2)))
        first, *rest = values
        self.assertEqual((first, rest), (2, [1]))


PATTERNS = '''
def kind(value):
    match value:
        case Thread(name=name):
            return name
        case TimeUnit.DAYS:
            return 'days'
        case [one, two]:
            return one, two
        case {'a': value, **rest}:
            return value, rest
        case OSError(message=text):
            return text
        case StringBuilder():
            return 'builder'
'''


class Patterns(unittest.TestCase):
    def test_match(self):
        if sys.version_info < (3, 10):
            self.skipTest('match is new in Python 3.10; it runs there')
        names = dict(globals())
        exec(PATTERNS, names)
        kind = names['kind']
        self.assertEqual(kind(Thread('t')), 't')
        self.assertEqual(kind(TimeUnit.DAYS), 'days')
        self.assertEqual(kind(filled(1, 2)), (1, 2))
        self.assertEqual(kind(krait.array('int', [1, 2])), (1, 2))
        self.assertEqual(kind(mapped(a=1, b=2)), (1, {'b': 2}))
        self.assertEqual(kind(IOException('m')), 'm')
        self.assertEqual(kind(StringBuilder('ab')), 'builder')
