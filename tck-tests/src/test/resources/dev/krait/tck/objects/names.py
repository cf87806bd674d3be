"""What classes, packages and members look like. Runs after prelude.py."""


class Imports(unittest.TestCase):
    def test_packages_and_classes(self):
        self.assertEqual(repr(java.util), "<java package 'java.util'>")
        self.assertIs(java.util.ArrayList, ArrayList)
        self.assertEqual(repr(ArrayList), "<java class 'java.util.ArrayList'>")

    def test_what_is_not_there(self):
        with self.assertRaises(ImportError):
            from java.util import NoSuchThing
        with self.assertRaises(ModuleNotFoundError):
            import nothing.of.this.name
        with self.assertRaises(ImportError):
            krait.java_type('com.acme.Nothing')

    def test_nested_classes(self):
        self.assertEqual(Map.Entry.getName(), 'java.util.Map$Entry')
        import java.util.Map as ByName
        self.assertIs(ByName, Map)

    def test_types(self):
        self.assertTrue(issubclass(ArrayList, java.util.List))
        self.assertIsInstance(ArrayList(), java.util.List)
        self.assertIsInstance(ArrayList(), java.lang.Object)
        self.assertNotIsInstance(ArrayList(), Map)
        self.assertEqual(krait.java_type('int[]').getSimpleName(), 'int[]')

    def test_cannot_extend_classes(self):
        with self.assertRaises(TypeError):
            class Mine(ArrayList):
                pass


class Members(unittest.TestCase):
    def test_statics(self):
        self.assertEqual(java.lang.Math.max(1, 2), 2)
        self.assertEqual(java.lang.Integer.MAX_VALUE, 2 ** 31 - 1)
        self.assertEqual(java.lang.Integer.parseInt('12'), 12)
        self.assertEqual(java.lang.Integer.toString(12), '12')
        self.assertEqual(JString.valueOf(12), '12')

    def test_static_final_field(self):
        with self.assertRaises(AttributeError):
            java.lang.Integer.MAX_VALUE = 3
        with self.assertRaises(AttributeError):
            java.lang.Integer.nothing = 3

    def test_keywords(self):
        self.assertIsNotNone(java.lang.System.in_)
        self.assertIsNotNone(getattr(java.lang.System, 'in'))

    def test_bean_properties(self):
        thread = Thread()
        thread.name = 'changed'
        self.assertEqual(thread.getName(), 'changed')
        self.assertEqual(thread.name, 'changed')
        self.assertFalse(thread.alive)
        with self.assertRaises(AttributeError):
            thread.alive = True

    def test_fluent(self):
        self.assertEqual(str(StringBuilder().append('a').append(1).append(2.5).append(True)), 'a12.5true')

    def test_enums(self):
        state = Thread.State
        self.assertEqual(str(state.NEW), 'NEW')
        self.assertTrue(state.NEW < state.RUNNABLE)
        self.assertEqual(state.valueOf('NEW'), state.NEW)
        self.assertEqual(TimeUnit.SECONDS.toMillis(2), 2000)
        self.assertEqual(len({state.NEW, state.valueOf('NEW')}), 1)

    def test_no_overload(self):
        with self.assertRaisesRegex(TypeError, 'parseInt'):
            java.lang.Integer.parseInt([1])
        with self.assertRaises(TypeError):
            ArrayList(1, 2, 3)
        with self.assertRaises(TypeError):
            ArrayList(size=3)
        with self.assertRaises(TypeError):
            Runnable.run()

    def test_abstract_classes(self):
        with self.assertRaises(TypeError):
            java.util.AbstractList()

    def test_cast_chooses(self):
        values = filled('a', 'b', 1)
        values.remove(krait.cast(1, java.lang.Object))
        self.assertEqual(values, ['a', 'b'])

    def test_same(self):
        one = filled(1)
        self.assertTrue(krait.same(one, one))
        other = filled(one)[0]
        self.assertTrue(krait.same(one, other))
        self.assertFalse(krait.same(one, filled(1)))
        self.assertTrue(krait.is_java(one))
        self.assertTrue(krait.is_java(ArrayList))
        self.assertFalse(krait.is_java([]))

    def test_varargs(self):
        self.assertEqual(JString.format('%s-%s', 'a', 1), 'a-1')
        self.assertEqual(java.util.Arrays.asList(1, 2, 3), [1, 2, 3])
        self.assertEqual(len(java.util.Arrays.asList(*range(300))), 300)

    def test_synchronized(self):
        self.assertEqual(krait.synchronized(ArrayList(), lambda: 5), 5)

    def test_synchronized_block_owns_the_monitor(self):
        monitor = ArrayList()
        guard = krait.synchronized(monitor)
        with guard as owned:
            self.assertTrue(krait.same(owned, monitor))
            with guard, krait.synchronized(monitor):
                self.assertTrue(Thread.holdsLock(monitor))
            self.assertTrue(Thread.holdsLock(monitor))
            monitor.notifyAll()
        self.assertFalse(Thread.holdsLock(monitor))
        with self.assertRaises(KeyError):
            with guard:
                raise KeyError('left')
        self.assertFalse(Thread.holdsLock(monitor))

    def test_synchronized_block_keeps_other_threads_out(self):
        monitor, seen = ArrayList(), []

        def work():
            with krait.synchronized(monitor):
                seen.append('other')

        with krait.synchronized(monitor):
            thread = Thread(work)
            thread.start()
            thread.join(50)
            seen.append('first')
        thread.join()
        self.assertEqual(seen, ['first', 'other'])

    def test_synchronized_takes_java_objects_only(self):
        self.assertRaises(TypeError, krait.synchronized, [])


class Names(unittest.TestCase):
    def test_dir(self):
        self.assertIn('ArrayList', dir(java.util))
        self.assertIn('concurrent', dir(java.util))
        self.assertIn('valueOf', dir(java.lang.String))
        self.assertIn('add', dir(ArrayList()))

    def test_await(self):
        import asyncio
        from java.util.concurrent import CompletableFuture

        async def main():
            return await CompletableFuture.supplyAsync(lambda: 42)
        self.assertEqual(asyncio.run(main()), 42)

        async def failing():
            await CompletableFuture.failedFuture(IOException('late'))
        with self.assertRaises(IOException):
            asyncio.run(failing())

    def test_closeable(self):
        from java.io import StringReader
        with StringReader('abc') as reader:
            self.assertEqual(reader.read(), ord('a'))
        with self.assertRaises(IOException):
            reader.read()

    def test_to_string_that_throws(self):
        class Bad(Runnable):
            def __str__(self):
                raise KeyError('no text')
        values = filled(Bad())
        with self.assertRaises(KeyError):
            str(values)


class Setting(unittest.TestCase):
    def test_constructors_set_properties(self):
        thread = Thread(name='worker', daemon=True)
        self.assertEqual((thread.name, thread.daemon), ('worker', True))
        self.assertEqual(Thread(lambda: None, name='other').getName(), 'other')
        with self.assertRaisesRegex(TypeError, "'nme' is none of those"):
            Thread(nme='worker')
        with self.assertRaisesRegex(AttributeError, 'no setter'):
            Thread(alive=True)

    def test_what_a_property_gives_may_be_changed_in_place(self):
        from dev.krait.tck.objects import Specimens
        guarded = Specimens.Kept()
        guarded.items += ['a']
        guarded.fixed += ['b']
        self.assertEqual((guarded.items, guarded.fixed), (['a'], ['b']))
        with self.assertRaisesRegex(AttributeError, 'no setter'):
            guarded.items = ['c']
        with self.assertRaisesRegex(AttributeError, 'final'):
            guarded.fixed = filled('b')


    def test_properties_that_are_only_set(self):
        random = java.util.Random()
        random.seed = 5
        first = random.nextInt()
        random.setSeed(5)
        self.assertEqual(random.nextInt(), first)
        with self.assertRaisesRegex(AttributeError, 'seed has no getter'):
            random.seed
        self.assertNotIn('seed', dir(random))


class Enums(unittest.TestCase):
    def test_constants(self):
        state = Thread.State
        self.assertEqual(len(state), 6)
        self.assertIn(state.NEW, list(state))
        self.assertIn(state.NEW, state)
        self.assertNotIn('NEW', state)
        self.assertEqual(state['NEW'], state.NEW)
        with self.assertRaises(KeyError):
            state['NOTHING']
        with self.assertRaises(TypeError):
            list(ArrayList)
        self.assertTrue(ArrayList)

    def test_a_call_names_the_way_to_a_constant(self):
        with self.assertRaisesRegex(TypeError, "TimeUnit\\['NAME'\\]"):
            TimeUnit('DAYS')

    def test_strings_as_enum_arguments(self):
        self.assertEqual(TimeUnit.SECONDS.convert(1, 'MINUTES'), 60)
