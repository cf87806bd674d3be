package dev.krait.convert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.krait.PyObject;
import dev.krait.Python;
import dev.krait.TypeRef;
import dev.krait.error.ConversionException;
import java.io.File;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TargetsTest {
    private final Python python = Python.start();

    enum Color {
        RED, GREEN
    }

    record Item(String name, short price, Optional<Color> color) {}

    record Order(long id, List<Item> items, double unitPrice) {}

    record Pair<A, B>(A first, B second) {}

    sealed interface Shape permits Circle, Box {}

    record Circle(double radius) implements Shape {}

    sealed interface Box extends Shape permits Square {}

    record Square(int side) implements Box {}

    @BeforeEach
    void definePythonClasses() {
        python.exec("""
                import collections, dataclasses, enum, pathlib, types
                class Index:
                    def __index__(self): return 7
                class Real:
                    def __float__(self): return 7.5
                class Bad:
                    def __index__(self): raise KeyError('x')
                class Str(str): pass
                class Color(enum.Enum):
                    RED = 1
                class StrColor(str, enum.Enum):
                    RED = 'green?'
                @dataclasses.dataclass
                class Circle:
                    radius: float
                @dataclasses.dataclass
                class Square:
                    side: int
                P = collections.namedtuple('P', 'second first')
                def gen():
                    yield 1
                    yield 2
                """);
    }

    static List<Arguments> conversions() {
        List<Arguments> rows = new ArrayList<>();
        Object[][] table = {{"1", int.class, 1}, {"-5", Integer.class, -5},
                {"2**31-1", int.class, Integer.MAX_VALUE}, {"-2**31", int.class, Integer.MIN_VALUE},
                {"2**63-1", long.class, Long.MAX_VALUE}, {"-2**63", Long.class, Long.MIN_VALUE},
                {"127", byte.class, (byte) 127}, {"-128", Byte.class, (byte) -128},
                {"32767", short.class, (short) 32767}, {"1.5", float.class, 1.5f},
                {"float('inf')", float.class, Float.POSITIVE_INFINITY},
                {"float('nan')", double.class, Double.NaN}, {"-1.0", double.class, -1.0},
                {"-1", double.class, -1.0}, {"2", Double.class, 2.0}, {"3", float.class, 3f},
                {"True", boolean.class, true}, {"False", Boolean.class, false},
                {"Index()", int.class, 7}, {"Real()", double.class, 7.5},
                {"2**70", BigInteger.class, BigInteger.TWO.pow(70)},
                {"3", BigInteger.class, BigInteger.valueOf(3)},
                {"2.5", BigDecimal.class, new BigDecimal("2.5")},
                {"2**70", BigDecimal.class, new BigDecimal(BigInteger.TWO.pow(70))},
                {"'x'", char.class, 'x'}, {"'x'", Character.class, 'x'},
                {"'ab'", String.class, "ab"}, {"Str('ab')", String.class, "ab"},
                {"'ab'", CharSequence.class, "ab"}, {"'ab'", Comparable.class, "ab"},
                {"3", Number.class, 3}, {"3", Object.class, 3},
                {"'a/b'", Path.class, Path.of("a/b")}, {"'a/b'", File.class, new File("a/b")},
                {"pathlib.PurePosixPath('a/b')", Path.class, Path.of("a/b")},
                {"'RED'", Color.class, Color.RED}, {"Color.RED", Color.class, Color.RED},
                {"StrColor.RED", Color.class, Color.RED},
                {"None", OptionalInt.class, OptionalInt.empty()},
                {"3", OptionalInt.class, OptionalInt.of(3)},
                {"None", Optional.class, Optional.empty()}, {"3", Optional.class, Optional.of(3)},
                {"Circle(2.0)", Shape.class, new Circle(2)},
                {"Square(2)", Shape.class, new Square(2)},
                {"dict(type='Square', side=3)", Shape.class, new Square(3)},
                {"('n', 1, None)", Item.class, new Item("n", (short) 1, Optional.empty())},
                {"dict(name='n', price=2)", Item.class, new Item("n", (short) 2, Optional.empty())},
                {"P(1, 2)", Pair.class, new Pair<>(2, 1)},
                {"types.SimpleNamespace(first=1, second=2)", Pair.class, new Pair<>(1, 2)},
                {"[1, 2]", List.class, List.of(1, 2)}, {"(1, 2)", Collection.class, List.of(1, 2)},
                {"{1}", Collection.class, Set.of(1)}, {"{1}", Set.class, Set.of(1)},
                {"collections.deque([1, 2])", List.class, List.of(1, 2)},
                {"gen()", List.class, List.of(1, 2)}, {"{1: 2}.keys()", List.class, List.of(1)},
                {"[1, 2]", ArrayList.class, List.of(1, 2)},
                {"{3, 1, 2}", SortedSet.class, Set.of(1, 2, 3)},
                {"{1: 2}", Map.class, Map.of(1, 2)}, {"{1: 2}", LinkedHashMap.class, Map.of(1, 2)},
                {"types.MappingProxyType({1: 2})", Map.class, Map.of(1, 2)},
                {"collections.ChainMap({1: 2})", Map.class, Map.of(1, 2)}};
        for (Object[] row : table) {
            rows.add(Arguments.of(row));
        }
        return rows;
    }

    @ParameterizedTest
    @MethodSource("conversions")
    void convertsToTheTypeNamed(String expression, Class<?> type, Object expected) {
        assertEquals(expected, python.eval(expression).as(type));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {"2**31, int, 2147483648 does not fit int",
            "128, byte, 128 does not fit byte", "70000, short, 70000 does not fit short",
            "2**63, long, 9223372036854775808 does not fit long",
            "float('nan'), int, NaN (float) has no form as int: it is not finite",
            "2.0, long, `2.0 (float) has no form as long: int(x) cuts it off, round(x) rounds it`",
            "None, int, `None has no form as int: Integer takes it, as null; a primitive has none`",
            "'1', int, '1' (str) has no form as int: int(x) reads it",
            "1e300, float, 1.0E300 does not fit float",
            "True, int, True (bool) has no form as int: int(x) is 1 or 0",
            "1, boolean, 1 (int) has no form as boolean: bool(x) is its truth",
            "'ab', char, `'ab' (str) has no form as char: a char is one UTF-16 unit, and String takes any str`",
            "2**5000, double, 1412467032139426036835209667016147333668... does not fit double"})
    void saysWhatDoesNotFit(String expression, String type, String message) {
        Class<?> primitive = Objects.requireNonNull(Class.forPrimitiveName(type));
        ConversionException unfit = assertThrows(ConversionException.class,
                () -> python.eval(expression).as(primitive));
        assertEquals(message, unfit.getMessage());
    }

    @Test
    void refusesWhatHasNoForm() {
        Map<String, Class<?>> refused = Map.of("1", String.class, "'x'", List.class, "{'a': 1}",
                int[].class, "[1]", Set.class, "5", List.class, "{1}", List.class, "'BLUE'",
                Color.class, "[1, 2]", Item.class, "object()", Runnable.class, "{}", Shape.class);
        refused.forEach((expression, type) -> assertThrows(ConversionException.class,
                () -> python.eval(expression).as(type), expression));
        assertThrows(dev.krait.error.PythonException.class,
                () -> python.eval("Bad()").as(int.class));
        assertNull(python.eval("None").as(String.class));
        assertNull(python.eval("None").as(Integer.class));
    }

    @Test
    void typedViewsConvertEachElementAndStayTheSameList() {
        PyObject list = python.eval("[1, 2.5]");
        List<Double> doubles = list.as(new TypeRef<List<Double>>() {
        });
        assertEquals(List.of(1.0, 2.5), doubles);
        assertTrue(list.is(python.toPython(doubles)));
        assertEquals(3.5, doubles.stream().mapToDouble(each -> each).sum());
        Map<String, List<Long>> nested = python.eval("{'a': [1, 2]}")
                .as(new TypeRef<Map<String, List<Long>>>() {
                });
        assertEquals(Map.of("a", List.of(1L, 2L)), nested);
        assertEquals(new Pair<>(List.of(1L), "x"),
                python.eval("([1], 'x')").as(new TypeRef<Pair<List<Long>, String>>() {
                }));
        assertEquals(Optional.of(Color.RED),
                python.eval("'RED'").as(new TypeRef<Optional<Color>>() {
                }));
        ArrayDeque<Color> deque = python.eval("['RED']").as(new TypeRef<ArrayDeque<Color>>() {
        });
        assertEquals(Color.RED, Objects.requireNonNull(deque).peek());
        Stream<Long> stream = python.eval("gen()").as(new TypeRef<Stream<Long>>() {
        });
        assertEquals(List.of(1L, 2L), Objects.requireNonNull(stream).toList());
        Iterator<Long> iterator = python.eval("[5]").as(new TypeRef<Iterator<Long>>() {
        });
        assertEquals(5L, Objects.requireNonNull(iterator).next());
        assertEquals(3, Objects.requireNonNull(python.eval("gen()").as(IntStream.class)).sum());
    }

    @Test
    void arraysOfEverything() {
        assertArrayEquals(new int[]{1, 2}, python.eval("[1, 2]").as(int[].class));
        assertArrayEquals(new long[]{1, 2}, python.eval("range(1, 3)").as(long[].class));
        assertArrayEquals(new double[]{1, 2.5}, python.eval("(1, 2.5)").as(double[].class));
        assertArrayEquals(new float[]{1}, python.eval("[1]").as(float[].class));
        assertArrayEquals(new byte[]{-1}, python.eval("[-1]").as(byte[].class));
        assertArrayEquals(new byte[]{1, 2}, python.eval("b'\\x01\\x02'").as(byte[].class));
        assertArrayEquals(new boolean[]{true}, python.eval("[True]").as(boolean[].class));
        assertArrayEquals(new char[]{'a', 'b'}, python.eval("'ab'").as(char[].class));
        assertArrayEquals(new String[]{"a", null}, python.eval("['a', None]").as(String[].class));
        assertArrayEquals(new int[][]{{1}, {}, {2, 3}},
                python.eval("[[1], (), [2, 3]]").as(int[][].class));
        assertArrayEquals(new Object[]{1, List.of()}, python.eval("[1, []]").as(Object[].class));
        List<?>[] lists = python.eval("[[1]]").as(new TypeRef<List<Long>[]>() {
        });
        assertEquals(List.of(1L), Objects.requireNonNull(lists)[0]);
    }

    @Test
    void theMessageGivesThePathToTheBadElement() {
        assertEquals("items[1].price: 70000 does not fit short", message("""
                {'id': 1, 'unit_price': 2, 'items': [{'name': 'a', 'price': 1},
                    {'name': 'b', 'price': 70000}]}""", new TypeRef<Order>() {
        }));
        assertTrue(message("(1, 1, 2)", new TypeRef<Order>() {
        }).startsWith("items: 1 (int) has no form as java.util.List<"));
        assertEquals("[1][0]: 'x' (str) has no form as int: int(x) reads it",
                message("[[1], ['x']]", new TypeRef<int[][]>() {
                }));
        assertEquals(
                "[0]: None has no form as int: Integer takes it, as null; a primitive has none",
                message("[None]", new TypeRef<int[]>() {
                }));
        assertEquals("[k][1]: 'x' (str) has no form as long: int(x) reads it",
                message("{'k': [1, 'x']}", new TypeRef<Map<String, List<Long>>>() {
                }));
    }

    record Shirt(String name, int size) {}

    @Test
    void theItemsOfARowGoBeforeItsAttributes() {
        python.exec("""
                import collections
                class Row(collections.UserDict):
                    name, size = 'row 7', 2
                """);
        Shirt shirt = new Shirt("plain", 42);
        assertEquals(shirt, python.eval("Row(name='plain', size=42)").as(Shirt.class));
        assertEquals(new Shirt("plain", 2), python.eval("Row(name='plain')").as(Shirt.class));
    }

    @Test
    void copiesTellWhatTheyDoNotHold() {
        assertEquals("[1]: None does not fit java.util.Deque<Integer>",
                message("[1, None]", new TypeRef<Deque<Integer>>() {
                }));
        assertEquals("[0][a]: None does not fit java.util.concurrent.ConcurrentMap<String, String>",
                message("[{'a': None}]", new TypeRef<ConcurrentMap<String, String>[]>() {
                }));
        assertEquals("(a key): None does not fit java.util.SortedMap<String, String>",
                message("{None: None}", new TypeRef<SortedMap<String, String>>() {
                }));
        for (TypeRef<?> sorted : List.of(new TypeRef<SortedSet<Object>>() {
        }, new TypeRef<SortedMap<Object, Object>>() {
        })) {
            assertTrue(message(
                    "{1: 1, 'a': 2}.keys() if 'Set' in '" + sorted + "' else {1: 1, 'a': 2}",
                    sorted).contains("sorts has no order"));
        }
    }

    @Test
    void refusalsNameTheTypeAndTheRemedy() {
        assertEquals("'5' (str) has no form as float: float(x) reads it",
                message("'5'", new TypeRef<Float>() {
                }));
        String aware = "__import__('datetime').datetime(2024, 1, 1, tzinfo="
                + "__import__('datetime').timezone(__import__('datetime').timedelta(hours=20)))";
        assertTrue(message(aware, new TypeRef<OffsetDateTime>() {
        }).contains("its offset is none of Java's"));
    }

    private String message(String expression, TypeRef<?> type) {
        return assertThrows(ConversionException.class, () -> {
            Object value = python.eval(expression).as(type);
            if (value instanceof Map<?, ?> map) {
                map.forEach((_, list) -> new ArrayList<>((List<?>) list));
            } else if (value instanceof Order order) {
                new ArrayList<>(order.items());
            }
        }).getMessage();
    }

    @Test
    void aTypeRefNamesItsType() {
        assertEquals("java.util.List<java.lang.String>", new TypeRef<List<String>>() {
        }.toString());
        assertEquals(new TypeRef<List<String>>() {
        }, new TypeRef<List<String>>() {
        });
        assertInstanceOf(PyObject.class, python.eval("1").as(PyObject.class));
        assertEquals(Arrays.asList(1, null), python.eval("[1, None]").as(List.class));
    }
}
