"""Lists, maps, sets, arrays and iteration. Runs after prelude.py."""


class Lists(unittest.TestCase):
    def test_repeated_in_place(self):
        values = same = filled(1, 2)
        values *= 2
        self.assertIs(values, same)
        self.assertEqual(same, [1, 2, 1, 2])
        values *= 0
        self.assertEqual(same, [])

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
    def test_items_come_in_pairs(self):
        from java.util import TreeMap
        from java.util.concurrent import ConcurrentHashMap
        wanted = {'k%04d' % number: number for number in range(3000)}
        for kind in (HashMap, TreeMap, ConcurrentHashMap):
            values = kind(wanted)
            self.assertEqual(len(values.items()), 3000)
            self.assertEqual(dict(values.items()), wanted)
            self.assertEqual(values.copy(), wanted)
            for key, value in values.items():
                values[key] = value + 1
            self.assertEqual(values['k2999'], 3000)
        self.assertEqual(list(HashMap().items()), [])
        nothing = HashMap()
        nothing[None] = None
        self.assertEqual(list(nothing.items()), [(None, None)])

    def test_items_notice_changes(self):
        from java.util import ConcurrentModificationException
        values = HashMap({number: number for number in range(100)})
        with self.assertRaises(ConcurrentModificationException):
            for key, _ in values.items():
                values[key + 1000] = 1

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
