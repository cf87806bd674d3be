"""Java classes of every shape. Runs after prelude.py."""
import sys

from dev.krait.tck.objects import Specimens

Guarded = Specimens.Guarded


class Shapes(unittest.TestCase):
    def test_records(self):
        circle = Specimens.Circle(2.0)
        self.assertEqual(circle.radius(), 2.0)
        self.assertEqual(circle, Specimens.Circle(2.0))
        self.assertEqual(hash(circle), hash(Specimens.Circle(2.0)))
        self.assertEqual(str(circle), 'Circle[radius=2.0]')
        self.assertEqual(repr(circle), '<%s Circle[radius=2.0]>' % Specimens.Circle.getCanonicalName())

    def test_sealed_types_with_default_and_static_methods(self):
        self.assertIsInstance(Specimens.Circle(1.0), Specimens.Shape)
        self.assertTrue(issubclass(Specimens.Square, Specimens.Shape))
        self.assertEqual(Specimens.Shape.unit().area(), 1.0)
        self.assertEqual(Specimens.Circle(1.0).kind(), 'Circle')
        self.assertEqual(Specimens.Shape.kind(Specimens.Circle(1.0)), 'Circle')

    def test_enums_with_bodies(self):
        operation = Specimens.Operation
        self.assertEqual([each.name() for each in operation], ['ADD', 'TIMES'])
        self.assertEqual(operation.ADD.apply(2, 3), 5)
        self.assertEqual(operation.TIMES.apply(2, 3), 6)
        self.assertEqual(operation.TIMES.symbol, '*')
        self.assertIsInstance(operation.ADD, operation)
        self.assertIn(operation.ADD, operation)
        self.assertIs(operation.ADD.getDeclaringClass(), operation)
        self.assertLess(operation.ADD, operation.TIMES)
        self.assertEqual({operation.ADD: 1}[operation.valueOf('ADD')], 1)
        self.assertFalse(callable(operation.ADD))

    def test_a_class_that_cannot_be_initialised(self):
        with self.assertRaises(java.lang.ExceptionInInitializerError) as caught:
            Specimens.Broken.VALUE
        self.assertEqual(caught.exception.__cause__.getMessage(), 'no initialisation')
        with self.assertRaises(java.lang.NoClassDefFoundError):
            Specimens.Broken()
        self.assertEqual(Specimens.Broken.getSimpleName(), 'Broken')

    def test_basic_methods_that_throw(self):
        bad = Specimens.Bad()
        for wrong in (str, repr, hash, lambda value: value == Specimens.Bad(),
                      lambda value: value in filled(Specimens.Bad()), 'x{}'.format):
            with self.assertRaises(java.lang.IllegalStateException):
                wrong(bad)
        self.assertTrue(bad == bad)
        self.assertEqual(len(filled(bad)), 1)

    def test_bridge_methods(self):
        one, two = Specimens.box('a'), Specimens.box('b')
        self.assertEqual(one.content(), 'a')
        self.assertLess(one, two)
        self.assertEqual(sorted([two, one])[0].content(), 'a')
        self.assertEqual(Specimens.compareRaw(one, two), -1)

    def test_bridge_methods_of_python_classes(self):
        class Mine(Specimens.Box):
            def __init__(self, text):
                self.text = text

            def content(self):
                return self.text
        self.assertEqual(Specimens.compareRaw(Mine('a'), Mine('c')), -2)
        self.assertEqual(Mine('a').compareTo(Specimens.box('b')), -1)

    def test_inner_classes(self):
        self.assertEqual(Guarded().newInner().sum(), 7)
        self.assertEqual(Guarded.Inner(Guarded()).sum(), 7)

    def test_what_cannot_be_constructed_says_why(self):
        for kind, why in ((Specimens, 'no public constructor'), (java.lang.Number, 'abstract'),
                          (java.util.List, 'interface'), (java.lang.System, 'no public constructor')):
            with self.assertRaises(TypeError) as caught:
                kind()
            self.assertIn(why, str(caught.exception))

    def test_anonymous_and_hidden_classes(self):
        values = java.util.Collections.unmodifiableList(filled(1))
        self.assertEqual(values.size(), 1)
        with self.assertRaises(NotImplementedError):
            values.add(2)
        self.assertEqual(java.util.function.Function.identity().apply(3), 3)
        self.assertIsInstance(java.util.List.of(1), java.util.List)


class Reach(unittest.TestCase):
    def test_private_members_say_so(self):
        on = Guarded()
        for name, why in (('secret', 'private'), ('hidden', 'private'), ('inherited', 'protected'),
                          ('neighbour', 'package-private')):
            with self.assertRaises(AttributeError) as caught:
                getattr(on, name)
            self.assertIn(why, str(caught.exception))
            with self.assertRaises(AttributeError) as caught:
                setattr(on, name, 1)
            self.assertIn(why, str(caught.exception))
            with self.assertRaises(AttributeError) as caught:
                getattr(Guarded, name)
            self.assertIn(why, str(caught.exception))
            self.assertFalse(hasattr(on, name))
            self.assertNotIn(name, dir(on))
            self.assertNotIn(name, dir(Guarded))
        self.assertIn('package-private', self.message(lambda: ArrayList().elementData))

    def message(self, code):
        with self.assertRaises(AttributeError) as caught:
            code()
        return str(caught.exception)

    def test_final_fields(self):
        on = Guarded()
        with self.assertRaises(AttributeError) as caught:
            on.fixed = 5
        self.assertIn('final', str(caught.exception))
        with self.assertRaises(AttributeError) as caught:
            Guarded.CONSTANT = 'x'
        self.assertIn('final', str(caught.exception))

    def test_static_fields(self):
        before = Guarded.counter
        Guarded.counter = 8
        self.assertEqual(Guarded().counter, 8)
        Guarded().counter = before
        self.assertEqual(Guarded.counter, before)

    def test_names_that_are_keywords(self):
        on = Guarded()
        self.assertEqual((on.lambda_, getattr(on, 'lambda')), (6, 6))
        self.assertEqual((on.from_(), getattr(on, 'from')()), (7, 7))
        on.lambda_ = 60
        self.assertEqual(on.lambda_, 60)
        self.assertIsNotNone(java.lang.System.in_)

    def test_properties(self):
        on = Guarded()
        self.assertEqual((on.name, on.ready, on.URL), ('bean', True, 'url'))
        with self.assertRaises(AttributeError) as caught:
            on.name = 'x'
        self.assertIn('setter', str(caught.exception))

    def test_classes(self):
        self.assertIs(ArrayList.class_, ArrayList)
        self.assertIs(ArrayList().class_, ArrayList)
        self.assertIs(ArrayList().getClass(), ArrayList)
        self.assertIs(getattr(ArrayList(), 'class'), ArrayList)
        self.assertEqual(ArrayList.getName(), 'java.util.ArrayList')

    def test_static_method_names_as_methods_of_scalars(self):
        self.assertEqual(JString.length('abc'), 3)
        self.assertEqual(JString.toUpperCase('abc'), 'ABC')
        self.assertEqual(list(JString.split('a,b', ',')), ['a', 'b'])
        self.assertEqual(java.math.BigInteger.multiply(2, 1 << 70), 1 << 71)
        self.assertEqual(java.lang.Integer.compareTo(1, 2), -1)
        self.assertEqual(filled('a').stream().map(JString.toUpperCase).toList(), ['A'])
        with self.assertRaises(TypeError):
            JString.length(5, 6)
        with self.assertRaises(TypeError):
            ArrayList.add([], 1)

    def test_unbound_methods(self):
        values = ArrayList()
        ArrayList.add(values, 1)
        self.assertEqual(values, [1])
        self.assertEqual(list(map(ArrayList.size, [values])), [1])
        with self.assertRaises(TypeError):
            ArrayList.size()
        with self.assertRaises(TypeError):
            ArrayList.size(HashMap())

    def test_attributes_cannot_be_added_or_deleted(self):
        with self.assertRaises(AttributeError):
            ArrayList().nothing = 1
        with self.assertRaises(AttributeError):
            ArrayList.nothing = 1
        with self.assertRaises(AttributeError):
            del Thread().name


class Described(unittest.TestCase):
    def test_type_arguments_in_annotations(self):
        import typing

        def merge(one: ArrayList[str], other: 'Map[str, int]') -> typing.Optional[Map.Entry]:
            """Annotated."""
        hints = typing.get_type_hints(merge)
        self.assertIs(typing.get_origin(hints['one']), ArrayList)
        self.assertEqual(typing.get_args(hints['other']), (str, int))
        self.assertEqual(ArrayList[str]([1]), [1])
        with self.assertRaises(TypeError):
            Thread['x']

    def test_docs_of_methods(self):
        self.assertEqual(ArrayList.add.__doc__, 'boolean add(E arg0)\nvoid add(int arg0, E arg1)')
        self.assertEqual(ArrayList().add.__doc__, ArrayList.add.__doc__)
        self.assertIn('static String valueOf(int arg0)', JString.valueOf.__doc__)
        self.assertIn('throws InterruptedException', Thread.join.__doc__)

    def test_docs_of_classes(self):
        self.assertIn('class java.util.ArrayList<E>', ArrayList.__doc__)
        self.assertIn('ArrayList(int arg0)', ArrayList.__doc__)
        self.assertIn('interface', java.util.Map.Entry.__doc__)
        self.assertEqual(ArrayList().__doc__, ArrayList.__doc__)

    def test_names(self):
        self.assertEqual(ArrayList.add.__name__, 'add')
        self.assertEqual(ArrayList.add.__qualname__, 'ArrayList.add')
        self.assertEqual(ArrayList().add.__name__, 'add')
        self.assertEqual(repr(ArrayList.add), '<java method java.util.ArrayList.add>')
        self.assertEqual(repr(JString.valueOf), '<java method java.lang.String.valueOf>')
        self.assertIn('add', repr(ArrayList().add))

    def test_signatures(self):
        import inspect
        self.assertEqual(list(inspect.signature(ArrayList.get).parameters), ['self', 'arg0'])
        self.assertEqual(list(inspect.signature(ArrayList().get).parameters), ['arg0'])
        self.assertEqual(inspect.signature(ArrayList.get).return_annotation, 'E')
        self.assertEqual(str(inspect.signature(java.lang.Math.abs)), '(*args)')
        self.assertEqual(list(inspect.signature(java.util.Arrays.asList).parameters), ['arg0'])
        self.assertTrue(inspect.isroutine(ArrayList.add))

    def test_help(self):
        import pydoc
        text = pydoc.plain(pydoc.render_doc(ArrayList))
        self.assertIn('boolean add(E arg0)', text)
        self.assertNotIn('elementData', text)
        self.assertIn('boolean add(E arg0)', pydoc.plain(pydoc.render_doc(ArrayList().add)))
        self.assertIn('ArrayList', pydoc.plain(pydoc.render_doc(java.util)))
        self.assertIn('java_type', pydoc.plain(pydoc.render_doc(krait)))

    def test_completion(self):
        import rlcompleter
        complete = rlcompleter.Completer({'values': ArrayList(), 'java': java}).attr_matches
        self.assertTrue(any('values.addAll' in each for each in complete('values.ad')))
        self.assertTrue(any('java.util.ArrayList' in each for each in complete('java.util.Arr')))

    def test_properties_and_fields(self):
        self.assertIn('getName() and setName', Thread.name.__doc__)
        self.assertIn('final int', Guarded.fixed.__doc__)
        self.assertIn('property', repr(Thread.name))

    def test_classes_by_name_as_graalpy_has_them(self):
        self.assertIs(java.type('java.util.ArrayList'), ArrayList)
        with self.assertRaises(ImportError):
            java.type('java.util.Nothing')

    def test_packages_of_the_class_path(self):
        import dev.krait.tck.objects
        self.assertIn('Specimens', dir(dev.krait.tck.objects))
        self.assertIn('krait', dir(dev))

    def test_star_import(self):
        names = {}
        exec('from java.util.concurrent import *', names)
        self.assertIs(names['TimeUnit'], TimeUnit)
        self.assertNotIn('atomic', names)

    def test_import_of_nested_classes(self):
        import java.util.Map.Entry as Entry
        self.assertIs(Entry, Map.Entry)
        from java.util.Map import Entry as Same
        self.assertIs(Same, Entry)

    def test_functions_of_the_module_have_docs(self):
        for name in ('java_type', 'array', 'cast', 'synchronized', 'implements', 'is_java', 'same', 'py'):
            self.assertTrue(getattr(krait, name).__doc__, name)

    def test_types_for_editors(self):
        import ast
        stream = Thread.currentThread().getContextClassLoader().getResourceAsStream('dev/krait/host/krait.pyi')
        stub = ast.parse(bytes(stream.readAllBytes()).decode())
        named = {each.name for each in stub.body if isinstance(each, ast.FunctionDef)}
        self.assertEqual(named, {each for each in dir(krait) if callable(getattr(krait, each))
                                 and not isinstance(getattr(krait, each), type) and not each.startswith('_')})


class Records(unittest.TestCase):
    @unittest.skipIf(sys.version_info < (3, 10), 'patterns came with Python 3.10')
    def test_patterns(self):
        names = {'Specimens': Specimens}
        exec('''if True:
            def area(shape):
                match shape:
                    case Specimens.Circle(0.0):
                        return 'point'
                    case Specimens.Circle(radius):
                        return radius
                    case Specimens.Square(side):
                        return side * side
                return None''', names)
        self.assertEqual(names['area'](Specimens.Circle(0)), 'point')
        self.assertEqual(names['area'](Specimens.Circle(2)), 2)
        self.assertEqual(names['area'](Specimens.Square(3)), 9)
        self.assertIsNone(names['area'](filled()))

    def test_components_by_name(self):
        self.assertEqual(Specimens.Circle(radius=2), Specimens.Circle(2))
        for wrong in (lambda: Specimens.Circle(side=2), lambda: Specimens.Circle(2, radius=2)):
            with self.assertRaisesRegex(TypeError, 'takes radius'):
                wrong()

    def test_patterns_add_no_names(self):
        self.assertIn('radius', dir(Specimens.Circle))
        self.assertEqual([name for name in dir(Specimens.Circle) if '(' in name], [])
        self.assertEqual([name for name in dir(Specimens.Circle(1)) if '(' in name], [])
        self.assertFalse(hasattr(ArrayList, '__match_args__'))


class Arrays(unittest.TestCase):
    def test_array_classes_make_arrays(self):
        ints = krait.java_type('int[]')
        self.assertEqual(ints(3), [0, 0, 0])
        self.assertEqual(ints([1, 2]), [1, 2])
        self.assertIsInstance(ints([1]), ints)
        self.assertEqual(krait.java_type('int[][]')([[1], [2, 3]])[1], [2, 3])
        with self.assertRaises(TypeError):
            ints()

    def test_what_is_no_class_is_named(self):
        for make in (lambda: krait.array(int, 2), lambda: krait.cast(1, int)):
            with self.assertRaisesRegex(TypeError, "or its name.*<class 'int'>"):
                make()
