"""What scripts do wrong: each is an error that says what, and harms nothing."""
import threading

from dev.krait.tck.objects import Specimens
from java.lang import Integer
from java.util import Collections, Comparator, ConcurrentModificationException, LinkedList, NoSuchElementException, Scanner

RANGES = {'Byte': (-2 ** 7, 2 ** 7 - 1), 'Short': (-2 ** 15, 2 ** 15 - 1), 'Int': (-2 ** 31, 2 ** 31 - 1),
          'Long': (-2 ** 63, 2 ** 63 - 1), 'Char': (0, 2 ** 16 - 1)}


class Arguments(unittest.TestCase):
    def refused(self, function, *words, kind=TypeError):
        with self.assertRaises(kind) as caught:
            function()
        for word in words:
            self.assertIn(word, str(caught.exception))

    def test_arity(self):
        values = filled(1)
        self.refused(lambda: values.add(), 'java.util.ArrayList.add takes ()', 'add(int, java.lang.Object)')
        self.refused(lambda: values.add(1, 2, 3), '(int, int, int)')
        self.refused(lambda: Integer.parseInt(), 'parseInt(java.lang.String, int)')
        self.refused(lambda: StringBuilder(1, 2, 3), 'no constructor of java.lang.StringBuilder')
        self.refused(lambda: values.get(), 'java.util.ArrayList.get')
        self.refused(lambda: values.size(1), 'size')

    def test_keywords(self):
        self.refused(lambda: filled().add(e=1), 'no keyword arguments')
        self.refused(lambda: ArrayList(size=1), 'no keyword arguments')

    def test_types(self):
        self.refused(lambda: filled(1).get('x'), 'java.util.ArrayList.get(int)', "'x' (str)")
        self.refused(lambda: filled(1).get(0.0), '(float)')
        self.refused(lambda: Integer.parseInt([]), '(list)', 'parseInt(java.lang.String)')
        self.refused(lambda: Thread.sleep('x'), 'sleep(long)')

    def test_an_instance_of_another_class(self):
        self.refused(lambda: ArrayList.size(HashMap()), 'ArrayList.size')
        self.refused(lambda: ArrayList.size(None), 'ArrayList.size')

    def test_numbers_out_of_range(self):
        narrow = Specimens.Narrow()
        for name, (least, most) in RANGES.items():
            take = getattr(narrow, 'of' + name)
            cell = krait.array(name.lower(), 1)
            for fits in least, most:
                take(fits)
                cell[0] = fits
            for wrong in least - 1, most + 1, 2 ** 70, -2 ** 70:
                with self.subTest('%s %d' % (name, wrong)):
                    self.refused(lambda: take(wrong), 'of' + name, 'does not fit', kind=OverflowError)
                    self.refused(lambda: cell.__setitem__(0, wrong), 'does not fit', kind=OverflowError)
            for wrong in 1.5, 1e300, float('nan'), 'ab', '', [], True:
                with self.subTest('%s %r' % (name, wrong)):
                    self.refused(lambda: take(wrong), 'of' + name)
                    self.refused(lambda: cell.__setitem__(0, wrong))
        self.refused(lambda: narrow.ofFloat(1e300), 'ofFloat', kind=OverflowError)

    def test_none_is_no_primitive(self):
        narrow = Specimens.Narrow()
        for name in list(RANGES) + ['Float', 'Boolean']:
            self.refused(lambda: getattr(narrow, 'of' + name)(None), 'of' + name, 'None')
            self.refused(lambda: krait.array(name.lower(), 1).__setitem__(0, None), 'None')
            self.refused(lambda: krait.cast(None, name.lower()), 'None')

    def test_many_arguments(self):
        self.assertEqual(java.util.Arrays.asList(*range(300)), list(range(300)))
        self.assertEqual(JString.format('%s' * 300, *range(300)), ''.join(map(str, range(300))))
        self.assertEqual(java.util.List.of(*range(5000)).size(), 5000)


class States(unittest.TestCase):
    def test_iterators_at_their_end(self):
        walk = filled(1).iterator()
        self.assertEqual(list(walk), [1])
        self.assertEqual(list(walk), [])
        self.assertRaises(StopIteration, next, walk)
        self.assertRaises(NoSuchElementException, walk.next)

    def test_streams_and_scanners_that_are_closed(self):
        used = filled(1).stream()
        used.toList()
        closed = filled(1).stream()
        closed.close()
        scanner = Scanner('a b')
        scanner.close()
        for each in used, closed, scanner:
            self.assertRaises(java.lang.IllegalStateException, list, each)

    def test_changes_during_iteration(self):
        values = filled(*range(5))
        with self.assertRaises(ConcurrentModificationException):
            for each in values:
                values.add(each)
        other = LinkedList(range(5))
        walk = other.iterator()
        other.add(5)
        self.assertRaises(ConcurrentModificationException, next, walk)

    def test_objects_whose_own_methods_throw(self):
        bad, other = Specimens.Bad(), Specimens.Bad()
        for use in (str, repr, hash, format, print, lambda it: it == other, lambda it: it in [other],
                    lambda it: it in filled(other), lambda it: filled(it).contains(other), lambda it: {it: 1},
                    lambda it: repr([it]), lambda it: str(filled(it)), HashSet, lambda it: filled(it).index(other)):
            self.assertRaises(java.lang.IllegalStateException, use, [bad] if use is HashSet else bad)
        self.assertTrue(bad)
        self.assertTrue(bad == bad and bad != 1 and bad is not None)
        self.assertRaises(TypeError, lambda: bad < other)

    def test_classes_that_cannot_be_initialised(self):
        self.assertEqual(krait.java_type('dev.krait.tck.objects.Specimens$Broken'), Specimens.Broken)
        for _ in range(2):
            self.assertRaises(java.lang.LinkageError, Specimens.Broken)
            self.assertRaises(java.lang.LinkageError, lambda: Specimens.Broken.VALUE)
        self.assertIn('VALUE', dir(Specimens.Broken))

    def test_proxies_compare_on_every_thread(self):
        order = Comparator(lambda one, other: 0)
        seen = []
        threads = [threading.Thread(target=lambda: seen.append((order == order, order.equals(order), hash(order))))
                   for _ in range(8)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
        self.assertEqual(set(seen), {(True, True, hash(order))})
        self.assertEqual(len(seen), 8)

    def test_bridge_methods_call_the_python_method(self):
        class Box(Specimens.Box):
            def __init__(self, value):
                self.value = value

            def content(self):
                return self.value

            def compareTo(self, other):
                return -1 if self.value < other.content() else 1
        self.assertEqual(Collections.max([Box('a'), Box('c'), Box('b')]).content(), 'c')
        self.assertEqual(Specimens.Box(Box('x')).content(), 'x')

    def test_containers_that_hold_themselves(self):
        own = ArrayList()
        own.add(own)
        self.assertEqual(repr(own), '<java.util.ArrayList [(this Collection)]>')
        mixed = ArrayList()
        inner = [mixed]
        mixed.add(inner)
        self.assertIn('(this Collection)', repr(inner))
        self.assertIn('(this Collection)', repr(mixed))
        held = HashMap()
        holder = {'held': held}
        held.put('holder', holder)
        self.assertIn('held', repr(held))
        copied = krait.py(own)
        self.assertIs(copied[0], copied)
        own.clear()
        mixed.clear()
        held.clear()


class WhatIsRefused(unittest.TestCase):
    def test_another_class(self):
        values = filled(1)
        with self.assertRaisesRegex(TypeError, 'keeps its class'):
            values.__class__ = java.util.LinkedList
        self.assertEqual(values, [1])
        self.assertIs(values.__class__, ArrayList)

    def test_reasons_name_remedies(self):
        guarded = Specimens.Guarded()
        with self.assertRaisesRegex(AttributeError, r"secret .* is private.*getDeclaredField\('secret'\)"):
            guarded.secret
        field = Specimens.Guarded.getDeclaredField('secret')
        field.setAccessible(True)
        self.assertEqual(field.get(guarded), 1)
        with self.assertRaisesRegex(AttributeError, 'only public members can be used$'):
            filled(1).modCount
        with self.assertRaisesRegex(TypeError, 'name of a Java class is needed'):
            krait.java_type(1)

    def test_changes_of_what_does_not_change(self):
        for change in (lambda values: Collections.sort(values), lambda values: Collections.addAll(values, 1),
                       lambda values: Collections.swap(values, 0, 1)):
            with self.assertRaisesRegex(NotImplementedError, 'a Python tuple does not change: give a list'):
                change((2, 1))
