"""Which overload a call means, and what a number may be. Runs after prelude.py."""
from dev.krait.tck.objects import Specimens
from java.util import Arrays


class Overloads(unittest.TestCase):
    def setUp(self):
        self.on = Specimens.Overloads()

    def test_a_tie_is_an_error_that_lists_the_candidates(self):
        with self.assertRaises(TypeError) as caught:
            self.on.either(1, 2)
        text = str(caught.exception)
        self.assertIn('ambiguous', text)
        self.assertIn('either(java.lang.Integer, java.lang.Object)', text)
        self.assertIn('either(java.lang.Object, java.lang.Integer)', text)
        self.assertIn('krait.cast', text)

    def test_only_one_fits(self):
        self.assertEqual(self.on.either(1, 'x'), 'Integer, Object')
        self.assertEqual(self.on.either('x', 1), 'Object, Integer')

    def test_cast_decides(self):
        self.assertEqual(self.on.either(krait.cast(1, 'java.lang.Object'), 2), 'Object, Integer')
        self.assertEqual(self.on.boxed(krait.cast(1, 'java.lang.Long')), 'Long')
        self.assertEqual(self.on.call(krait.cast(lambda: None, Runnable)), 'Runnable')

    def test_numbers_go_to_the_narrowest_that_holds_them(self):
        self.assertEqual(self.on.wide(1), 'long')
        self.assertEqual(self.on.wide(1.5), 'double')
        self.assertEqual(self.on.wide(1 << 70), 'double')
        self.assertEqual(self.on.wide('x'), 'Object')
        self.assertEqual(self.on.boxed(1), 'Integer')
        self.assertEqual(self.on.boxed(1 << 40), 'Long')

    def test_text(self):
        self.assertEqual(self.on.text('x'), 'char')
        self.assertEqual(self.on.text('xx'), 'CharSequence')
        self.assertEqual(self.on.text(StringBuilder('x')), 'CharSequence')
        self.assertEqual(self.on.text([]), 'Object')

    def test_variable_arity_comes_last(self):
        self.assertEqual(self.on.rest(1), 'one')
        self.assertEqual(self.on.rest(1, 2), 'many 2')
        self.assertEqual(self.on.rest(), 'many 0')
        self.assertEqual(self.on.rest([1, 2, 3]), 'many 3')
        self.assertEqual(self.on.rest(krait.array('int', [1, 2])), 'many 2')

    def test_three_hundred_arguments(self):
        self.assertEqual(self.on.sum(*range(300)), sum(range(300)))

    def test_the_more_specific_type_wins(self):
        self.assertEqual(self.on.general([1]), 'List')
        self.assertEqual(self.on.general({1}), 'Iterable')
        self.assertEqual(self.on.general(ArrayList()), 'List')
        self.assertEqual(self.on.general(HashSet()), 'Iterable')
        self.assertEqual(self.on.general('x'), 'Object')

    def test_callables_go_by_their_arity_and_to_those_that_give_a_value(self):
        self.assertEqual(self.on.call(lambda: None), 'Supplier')
        self.assertEqual(self.on.call(lambda x: None), 'Function')
        self.assertEqual(self.on.call(len), 'Function')
        self.assertEqual(self.on.call(str.upper), 'Function')
        self.assertEqual(self.on.call([].clear), 'Supplier')

    def test_no_match_lists_what_was_given_and_what_there_is(self):
        with self.assertRaises(TypeError) as caught:
            self.on.sum('x', [1])
        self.assertIn('(str, list)', str(caught.exception))
        self.assertIn('sum(int...)', str(caught.exception))
        with self.assertRaises(TypeError) as caught:
            ArrayList().get()
        self.assertIn('get(int)', str(caught.exception))

    def test_a_list_is_a_list_before_it_is_an_array(self):
        self.assertEqual(JString.valueOf(['a', 'b']), '[a, b]')
        self.assertEqual(str(StringBuilder().append(['x'])), '[x]')
        self.assertEqual(java.util.Arrays.asList([1, 2]), [1, 2])
        self.assertEqual(java.util.List.of([1, 2]), [[1, 2]])
        self.assertEqual(java.util.Arrays.toString([1, 2]), '[1, 2]')
        self.assertEqual(java.util.Arrays.toString([1, 2.5]), '[1.0, 2.5]')
        self.assertEqual(java.util.Arrays.toString(['a', None]), '[a, null]')

    def test_none(self):
        self.assertEqual(str(StringBuilder().append(None)), 'null')
        self.assertIsNone(java.lang.System.getProperty('krait.no.such.property'))
        self.assertEqual(java.util.Objects.requireNonNullElse(None, 'x'), 'x')

    def test_printing(self):
        out = java.io.ByteArrayOutputStream()
        printer = java.io.PrintStream(out, True)
        printer.print('a')
        printer.print(1)
        printer.print(1.5)
        printer.print(True)
        printer.print(None)
        printer.printf('%s-%d', 'b', 2)
        self.assertEqual(out.toString(), 'a11.5truenullb-2')

    def test_format(self):
        self.assertEqual(JString.format('%d %s %.1f', 3, 'x', 1.5), '3 x 1.5')
        self.assertEqual(JString.format('none'), 'none')
        self.assertEqual(JString.join(',', ['a', 'b']), 'a,b')
        self.assertEqual(JString.join(',', 'a', 'b'), 'a,b')

    def test_keyword_arguments_are_refused(self):
        with self.assertRaises(TypeError):
            ArrayList().add(e=1)
        with self.assertRaises(TypeError):
            ArrayList(initialCapacity=1)


class Ranges(unittest.TestCase):
    def setUp(self):
        self.on = Specimens.Narrow()

    def check(self, method, least, most):
        self.assertEqual(method(least), least)
        self.assertEqual(method(most), most)
        for wrong in (least - 1, most + 1, 1 << 100, -(1 << 100)):
            with self.assertRaises(OverflowError):
                method(wrong)
        for wrong in (1.5, 'x', None, [], object()):
            with self.assertRaises(TypeError):
                method(wrong)

    def test_byte(self):
        self.check(self.on.ofByte, -128, 127)

    def test_short(self):
        self.check(self.on.ofShort, -32768, 32767)

    def test_int(self):
        self.check(self.on.ofInt, -2 ** 31, 2 ** 31 - 1)

    def test_long(self):
        self.check(self.on.ofLong, -2 ** 63, 2 ** 63 - 1)

    def test_char(self):
        self.assertEqual(self.on.ofChar('x'), 'x')
        self.assertEqual(self.on.ofChar(65), 'A')
        for wrong in (-1, 65536):
            with self.assertRaises(OverflowError):
                self.on.ofChar(wrong)
        for wrong in ('', 'xx', '\U0001f600', 1.5, None):
            with self.assertRaises(TypeError):
                self.on.ofChar(wrong)

    def test_float(self):
        self.assertEqual(self.on.ofFloat(1.5), 1.5)
        self.assertEqual(self.on.ofFloat(2), 2.0)
        self.assertEqual(self.on.ofFloat(float('-inf')), float('-inf'))
        with self.assertRaises(OverflowError):
            self.on.ofFloat(1e300)

    def test_boolean(self):
        self.assertIs(self.on.ofBoolean(True), True)
        for wrong in (1, 0, 'x', None, []):
            with self.assertRaises(TypeError):
                self.on.ofBoolean(wrong)

    def test_boxed(self):
        self.assertEqual(self.on.boxed(5), 5)
        self.assertIsNone(self.on.boxed(None))
        with self.assertRaises(OverflowError):
            self.on.boxed(500)

    def test_among_overloads(self):
        buffer = java.nio.ByteBuffer.allocate(8)
        with self.assertRaises(OverflowError) as caught:
            buffer.put(0, 128)
        self.assertIn('put(int, byte)', str(caught.exception))
        with self.assertRaises(OverflowError):
            buffer.putInt(1 << 31)

    def test_cast(self):
        self.assertEqual(JString.valueOf(krait.cast(65, 'char')), 'A')
        self.assertEqual(JString.valueOf(krait.cast(1, 'float')), '1.0')
        values = filled(5, 6, 7)
        values.remove(krait.cast(6, 'java.lang.Integer'))
        self.assertEqual(values, [5, 7])
        with self.assertRaises(TypeError):
            krait.cast('x', 'int')
        with self.assertRaises(OverflowError):
            krait.cast(300, 'byte')
        with self.assertRaises(TypeError):
            krait.cast(None, 'int')
        with self.assertRaises(TypeError):
            krait.cast(ArrayList(), HashMap)


class VariableArity(unittest.TestCase):
    def test_an_object_that_is_no_array_is_an_element(self):
        class Point:
            def __str__(self):
                return 'point'
        self.assertEqual(JString.format('%s', Point()), 'point')
        self.assertEqual(JString.format('%s %s', Point(), 1), 'point 1')
        self.assertEqual(Arrays.asList({'a': 1}), [{'a': 1}])
        self.assertEqual(len(Arrays.asList(Point())), 1)
        self.assertEqual(len(Arrays.asList(len)), 1)
        self.assertEqual(Arrays.asList('ab'), ['ab'])
        self.assertEqual(JString.format('%s', bytearray(b'a')), str(bytearray(b'a')))

    def test_what_has_a_form_as_the_array_is_it(self):
        self.assertEqual(Arrays.asList([1, 2]), [1, 2])
        self.assertEqual(Arrays.asList((1, 2)), [1, 2])
        self.assertEqual(Arrays.asList(krait.array('java.lang.String', ['a', 'b'])), ['a', 'b'])
        self.assertEqual(JString.format('%s %s', ['a', 'b']), 'a b')
        self.assertEqual(JString.format('%s', krait.cast(['a'], java.lang.Object)), '[a]')
        self.assertEqual(JString.format('%s', [['a']]), '[a]')

    def test_functions_of_variable_arity(self):
        join = Specimens.joiner()
        self.assertEqual(join('-'), '')
        self.assertEqual(join('-', 1), '1')
        self.assertEqual(join('-', 1, 'b', None), '1-b-null')
        self.assertEqual(join('-', [1, 2]), '1-2')
        self.assertEqual(join.join('-', 1, 2), '1-2')
        with self.assertRaisesRegex(TypeError, r'no .*join takes \(int\)'):
            join(1)
