package dev.krait.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.krait.PyObject;
import dev.krait.Python;
import dev.krait.error.PythonException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveObjectTest {
    private final Python python = Python.start();

    public static class Point {
        public int x = 3;
        public static int count = 7;
        public final String fixed = "f";
        private String name = "n";

        public int getX() {
            return x;
        }

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        public boolean isGood() {
            return true;
        }

        public String over(int a) {
            return "int";
        }

        public String over(double a) {
            return "double";
        }

        public String over(String a) {
            return "String";
        }

        public String over(Object a) {
            return "Object";
        }

        public String many(String first, int... rest) {
            return first + rest.length;
        }

        public int import_() {
            return 1;
        }

        public Point self() {
            return this;
        }
    }

    private Object on(Object target, String expression) {
        try (PyObject function = python.eval("lambda o: " + expression)) {
            return function.call(target).toJava();
        }
    }

    @Test
    void methodsFieldsAndPropertiesAreAttributes() {
        Point point = new Point();
        assertEquals(3, on(point, "o.getX()"));
        assertEquals(3, on(point, "o.x"));
        assertEquals("n", on(point, "o.name"));
        assertEquals(true, on(point, "o.good"));
        assertEquals(7, on(point, "o.count"));
        on(point, "[setattr(o, 'x', 9), setattr(o, 'name', 'm')]");
        assertEquals(9, point.x);
        assertEquals("m", point.getName());
        assertEquals(true, on(point, "o.self() is o"));
    }

    @Test
    void finalFieldsAndUnknownNamesAreAttributeErrors() {
        PythonException error = assertThrows(PythonException.class,
                () -> on(new Point(), "setattr(o, 'fixed', 'g')"));
        assertEquals("AttributeError", error.typeName());
        assertThrows(PythonException.class, () -> on(new Point(), "o.nothing"));
    }

    @Test
    void overloadsAreChosenByArguments() {
        Point point = new Point();
        assertEquals("int", on(point, "o.over(1)"));
        assertEquals("double", on(point, "o.over(1.5)"));
        assertEquals("double", on(point, "o.over(1 << 40)"));
        assertEquals("String", on(point, "o.over('s')"));
        assertEquals("Object", on(point, "o.over(o)"));
        assertEquals("a2", on(point, "o.many('a', 1, 2)"));
        assertEquals("a0", on(point, "o.many('a')"));
        PythonException error = assertThrows(PythonException.class, () -> on(point, "o.many(1)"));
        assertTrue(error.getMessage().contains("many(java.lang.String, int...)"),
                error.getMessage());
    }

    @Test
    void membersOfNonPublicClassesAreFoundThroughTheirInterfaces() {
        assertEquals(2, on(List.of(1, 2), "o.size()"));
        assertEquals("k", on(Map.of("k", 1).entrySet().iterator().next(), "o.getKey()"));
        assertEquals("v", on(new HashMap<>(Map.of("k", "v")), "o.get('k')"));
        assertEquals(3,
                on((java.util.function.Function<Integer, Integer>) x -> x + 1, "o.apply(2)"));
    }

    @Test
    void classesAreTypes() {
        assertEquals(true, on(new ArrayList<>(),
                "isinstance(o, o.getClass()) and o.getClass().getName() == 'java.util.ArrayList'"));
        assertSame(String.class, on(String.class, "o"));
        assertEquals(3, on(Math.class, "o.abs(-3)"));
        assertEquals("5", on(Integer.class, "o.toString(5)"));
        assertEquals(Integer.MAX_VALUE, on(Integer.class, "o.MAX_VALUE"));
        assertEquals(new ArrayList<>(), on(ArrayList.class, "o()"));
        assertEquals("java.util.Map$Entry", on(Map.class, "o.Entry.getName()"));
        on(Point.class, "setattr(o, 'count', 8)");
        assertEquals(8, Point.count);
        on(Point.class, "setattr(o, 'count', 7)");
    }

    @Test
    void textHashAndOrderAreThoseOfJava() {
        Point point = new Point();
        assertEquals(point.toString(), on(point, "str(o)"));
        assertEquals(true,
                on(Thread.State.NEW, "o == o.NEW and o < o.RUNNABLE and hash(o) == hash(o.NEW)"));
        assertThrows(PythonException.class, () -> on(point, "o()"));
        assertThrows(PythonException.class, () -> on(point, "len(o)"));
        assertThrows(PythonException.class, () -> on(point, "o < o"));
    }

    @Test
    void whatHasAnOrderIsReversedAndAMapWithoutIsNot() {
        python.exec(
                """
                        from java.util import ArrayDeque, HashMap, LinkedHashMap, LinkedHashSet, LinkedList, TreeMap
                        ordered = LinkedHashMap({'x': 1, 'y': 2})
                        assert list(reversed(ordered)) == ['y', 'x']
                        assert list(reversed(TreeMap(ordered))) == ['y', 'x']
                        for sequence in ArrayDeque([1, 2]), LinkedHashSet([1, 2]), LinkedList([1, 2]):
                            assert list(reversed(sequence)) == [2, 1]
                        """);
        assertTrue(String
                .valueOf(assertThrows(PythonException.class,
                        () -> python.exec("reversed(HashMap({0: 'a', 1: 'b'}))")).getMessage())
                .contains("not reversible"));
    }

    @Test
    void aByteArrayTakesBytesAsTheyAre() {
        python.exec("""
                import krait
                made = krait.array('byte', b'\\xff\\x80')
                assert list(made) == [-1, -128] and bytes(made) == b'\\xff\\x80'
                made[1:] = bytearray(b'\\xfe')
                assert list(made) == [-1, -2]
                assert list(krait.array('byte', memoryview(b'\\xff..\\x80')[::3])) == [-1, -128]
                assert list(krait.array('int', b'\\xff')) == [255]
                assert list(krait.array('byte', iter([1, -1]))) == [1, -1]
                """);
        assertThrows(PythonException.class, () -> python.exec("krait.array('byte', [255])"));
    }

    @Test
    void valuesBeyondThoseOfPythonAreKeysAndCompareAmongEachOther() {
        python.exec("""
                import datetime
                from java.time import Duration, Instant, LocalDate, LocalDateTime
                now = datetime.datetime.now(datetime.timezone.utc)
                assert Instant.MAX != now and not now == Instant.MAX
                assert Instant.MAX == Instant.MAX and Instant.MAX > Instant.now() > Instant.MIN
                assert {now: 1, Instant.MAX: 2}[Instant.MAX] == 2
                assert LocalDate.MAX in [datetime.date.today(), LocalDate.MAX]
                assert LocalDate.MAX and Instant.MAX and LocalDateTime.MAX > LocalDateTime.now()
                assert Duration.ofSeconds(2 ** 62) != datetime.timedelta(1)
                """);
        String message = String
                .valueOf(assertThrows(PythonException.class, () -> python.exec("Instant.MAX > now"))
                        .getMessage());
        assertTrue(message.startsWith("OverflowError: +1000000000-12-31")
                && message.endsWith("is out of the range of datetime"), message);
    }

    public record Place(int x) {}

    @Test
    void copiesOfKeysAndMembersAreHashable() {
        python.main().set("place", new Place(1));
        python.exec(
                """
                        import krait
                        from java.util import ArrayList, HashMap, HashSet
                        row = ArrayList([1, ArrayList(['a'])])
                        assert krait.py(HashMap({row: row})) == {(1, ('a',)): [1, ['a']]}
                        assert krait.py(HashSet([row, HashSet([1])])) == {(1, ('a',)), frozenset({1})}
                        assert krait.py(HashSet([place])) == {place} and krait.py(HashMap({place: place})) == {place: {'x': 1}}
                        """);
    }
}
