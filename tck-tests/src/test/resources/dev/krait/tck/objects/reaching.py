"""Which members can be reached, by what they and their classes are. Runs after prelude.py."""
from dev.krait.tck.objects import Recluses, Specimens


class ClassesThatAreNotPublic(unittest.TestCase):
    def test_private_ones(self):
        secret = Recluses.secret()
        self.assertEqual(secret.tell('level '), 'level 1')
        secret.level = 2
        self.assertEqual(secret.level, 2)
        self.assertEqual(type(secret).rule(), 'static')
        self.assertIn('tell', dir(secret))

    def test_local_records(self):
        person = Recluses.person('Ada', 36)
        self.assertEqual((person.name(), person.age()), ('Ada', 36))
        self.assertEqual(person.greeting(), 'I am Ada')
        self.assertEqual(krait.py(person), {'name': 'Ada', 'age': 36})
        self.assertEqual(person, Recluses.person('Ada', 36))

    def test_anonymous_ones(self):
        self.assertEqual(Recluses.anonymous().applyAsInt(3, 1), 2)
        self.assertEqual(Recluses.anonymous().more(), 'more')

    def test_what_public_ones_inherit(self):
        heir = Recluses.Heir()
        self.assertEqual((heir.hello(), heir.inherited), ('hello', 5))
        heir.inherited = 6
        self.assertEqual(heir.inherited, 6)

    def test_not_those_of_closed_modules(self):
        values = java.util.List.of(1)
        self.assertEqual(values.get(0), 1)
        self.assertFalse(hasattr(type(values), 'listFromArray'))

    def test_packages_offer_public_ones(self):
        import dev.krait.tck.objects as package
        self.assertIn('Recluses', dir(package))
        self.assertNotIn('JavaObjectsTest', dir(package))


class Names(unittest.TestCase):
    def test_getters(self):
        heir = Recluses.Heir()
        self.assertEqual(heir.xAxis, 3)
        self.assertFalse(hasattr(heir, 'away'))
        self.assertFalse(hasattr(heir, 'sue'))

    def test_inner_classes(self):
        outer = Specimens.Guarded()
        self.assertEqual(Specimens.Guarded.Inner(outer).sum(), 7)
        with self.assertRaisesRegex(TypeError, 'is an inner class: the object that it belongs to comes first'):
            Specimens.Guarded.Inner()

    def test_a_field_beside_static_methods(self):
        pair = Recluses.Pair.left(5)
        self.assertEqual(pair.left, 5)
        pair.left = 6
        self.assertEqual(pair.left, 6)
        self.assertEqual(type(pair).left(7).left, 7)

    def test_a_hidden_field(self):
        pair = Recluses.NamedPair()
        self.assertEqual(pair.label, 'derived')
        self.assertEqual(Recluses.Pair.label.__get__(pair), 'base')
        self.assertEqual(pair.left, 1)

    def test_abstract_classes_cannot_be_implemented(self):
        with self.assertRaisesRegex(TypeError, 'interfaces only, and java.util.TimerTask is an abstract class'):
            java.util.Timer(True).schedule(lambda: None, 1)
