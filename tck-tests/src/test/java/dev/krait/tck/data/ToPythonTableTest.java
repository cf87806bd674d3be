package dev.krait.tck.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.krait.Complex;
import dev.krait.PyObject;
import dev.krait.Python;
import dev.krait.array.DType;
import dev.krait.array.NDArray;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Java values, each with what must be true of {@code x} in Python. */
class ToPythonTableTest {
    private final Python python = Python.start();
    private Way way = new Direct();
    private final List<String> wrong = new ArrayList<>();
    private int rows;

    /** How values get to where claims about them are made. */
    private interface Way {
        void set(String name, @Nullable Object value);

        void exec(String code);

        boolean isTrue(String claim);
    }

    private final class Direct implements Way {
        @Override
        public void set(String name, @Nullable Object value) {
            python.main().set(name, value);
        }

        @Override
        public void exec(String code) {
            python.exec(code);
        }

        @Override
        public boolean isTrue(String claim) {
            try (PyObject truth = python.eval(claim)) {
                return truth.isTrue();
            }
        }
    }

    private record Scripted(ScriptWay script, ScriptWay.In in) implements Way {
        @Override
        public void set(String name, @Nullable Object value) {
            script.set(in, name, value);
        }

        @Override
        public void exec(String code) {
            script.exec(code);
        }

        @Override
        public boolean isTrue(String claim) {
            return Boolean.TRUE.equals(script.eval("bool(" + claim + ")"));
        }
    }

    /** The direct API, and each way into a script. */
    static List<Optional<ScriptWay.In>> ways() {
        return Stream.concat(Stream.of(Optional.<ScriptWay.In>empty()),
                Arrays.stream(ScriptWay.In.values()).map(Optional::of)).toList();
    }

    private Way start(Optional<ScriptWay.In> in) {
        way = in.<Way>map(each -> new Scripted(new ScriptWay(), each)).orElseGet(Direct::new);
        return way;
    }

    private void row(@Nullable Object value, String... claims) {
        way.set("x", value);
        for (String claim : claims) {
            rows++;
            try {
                if (!way.isTrue(claim)) {
                    wrong.add(claim + " of " + value);
                }
            } catch (RuntimeException raised) {
                wrong.add(claim + " of " + value + ": " + raised.getMessage());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void eachClaimOfTheTableHolds(Optional<ScriptWay.In> in) {
        start(in).exec("import datetime, decimal, hashlib, operator, os, pathlib, struct, uuid\n"
                + "import collections.abc as abc\nimport java, krait\n"
                + "def raises(kind, f, *a):\n    try:\n        f(*a)\n    except kind:\n"
                + "        return True\n    return False\n");
        scalars();
        texts();
        twins();
        lists();
        maps();
        iterables();
        functions();
        arrays();
        natives();
        memory();
        assertEquals("", String.join("\n", wrong));
        assertTrue(rows > 200, () -> rows + " rows");
    }

    private void scalars() {
        row(null, "x is None");
        row(true, "x is True");
        row(false, "x is False");
        for (Object five : new Object[]{(byte) 5, (short) 5, 5, 5L, BigInteger.valueOf(5)}) {
            row(five, "type(x) is int and x == 5");
        }
        row(Byte.MIN_VALUE, "x == -128");
        row(Short.MIN_VALUE, "x == -2**15");
        row(Integer.MAX_VALUE, "x == 2**31 - 1");
        row(Integer.MIN_VALUE, "x == -2**31");
        row(Long.MAX_VALUE, "x == 2**63 - 1");
        row(Long.MIN_VALUE, "x == -2**63");
        row(BigInteger.ONE.shiftLeft(64), "x == 2**64");
        row(BigInteger.ONE.negate().shiftLeft(63).subtract(BigInteger.ONE), "x == -2**63 - 1");
        row(BigInteger.TEN.pow(5000), "x == 10**5000");
        row(BigInteger.TEN.pow(5000).negate(), "x == -10**5000");
        row(1.5f, "type(x) is float and x == 1.5");
        row(1.5, "type(x) is float and x == 1.5");
        row(-0.0, "str(x) == '-0.0'");
        row(Double.MIN_VALUE, "x == 5e-324");
        row(Double.NEGATIVE_INFINITY, "x == float('-inf')");
        row(Double.longBitsToDouble(0xfff8000000000001L),
                "__import__('struct').pack('>d', x).hex() == 'fff8000000000001'");
        row(new Complex(1, -2), "type(x) is complex and x == 1-2j");
    }

    private void texts() {
        row('a', "x == 'a'");
        row('\ud800', "x == '\\ud800'");
        row("", "type(x) is str and x == ''");
        row("a\0b", "x == 'a\\0b'");
        row("\u00e9", "x == '\\xe9'");
        row("\u4e2d", "x == '\\u4e2d'");
        row("\ud83d\ude00", "x == '\\U0001F600'", "len(x) == 1");
        row("\ude00\ud83d", "x == '\\ude00\\ud83d'");
        row("a\ud83d", "x == 'a\\ud83d'");
        row(new byte[]{0, -1}, "type(x) is bytes and x == b'\\x00\\xff'");
        row(new byte[0], "x == b''");
        StringBuilder builder = new StringBuilder();
        builder.append("ab");
        row(builder, "str(x) == 'ab'", "not isinstance(x, str)",
                "x.append('c').toString() == 'abc'");
    }

    private void twins() {
        row(new BigDecimal("1.50"), "x == decimal.Decimal('1.5')",
                "x + 1 == decimal.Decimal('2.5')", "x.scale() == 2",
                "hash(x) == hash(decimal.Decimal('1.5'))", "float(x) == 1.5",
                "{decimal.Decimal('1.5'): 7}[x] == 7", "x < 2 and x > 1", "f'{x:.1f}' == '1.5'",
                "type(krait.py(x)) is decimal.Decimal", "x == 1.5",
                "x * x == decimal.Decimal('2.25')", "bool(x)", "-x == decimal.Decimal('-1.5')");
        row(BigDecimal.ZERO, "not x", "x == 0");
        row(LocalDate.of(2024, 1, 2), "x == datetime.date(2024, 1, 2)", "x.year == 2024",
                "x.isoformat() == '2024-01-02'", "(x.year, x.month, x.day) == (2024, 1, 2)",
                "x.getMonth().name() == 'JANUARY'", "x.plusDays(1) == datetime.date(2024, 1, 3)",
                "x + datetime.timedelta(1) == datetime.date(2024, 1, 3)",
                "x - datetime.date(2024, 1, 1) == datetime.timedelta(1)",
                "{datetime.date(2024, 1, 2): 1}[x] == 1", "x < datetime.date(2025, 1, 1)",
                "x.getDayOfWeek().name() == 'TUESDAY'", "type(krait.py(x)) is datetime.date",
                "f'{x:%d.%m.%Y}' == '02.01.2024'");
        row(LocalTime.of(1, 2, 3, 4_000), "x == datetime.time(1, 2, 3, 4)", "x.minute == 2");
        row(LocalDateTime.of(2024, 1, 2, 3, 4), "x == datetime.datetime(2024, 1, 2, 3, 4)",
                "x.strftime('%H') == '03'", "(x.month, x.hour, x.second) == (1, 3, 0)",
                "krait.py(x).tzinfo is None");
        row(OffsetDateTime.of(2024, 1, 2, 3, 4, 0, 0, ZoneOffset.ofHours(2)),
                "x == datetime.datetime(2024, 1, 2, 1, 4, tzinfo=datetime.timezone.utc)",
                "krait.py(x).utcoffset() == datetime.timedelta(hours=2)");
        row(LocalDateTime.of(2024, 7, 2, 3, 4).atZone(ZoneId.of("UTC")),
                "x == datetime.datetime(2024, 7, 2, 3, 4, tzinfo=datetime.timezone.utc)");
        row(Instant.EPOCH, "x == datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)");
        row(Duration.ofMillis(1500), "x == datetime.timedelta(seconds=1.5)",
                "x.total_seconds() == 1.5", "x.toMillis() == 1500",
                "x * 2 == datetime.timedelta(seconds=3)");
        row(Duration.ofDays(2).plusSeconds(3), "(x.days, x.seconds) == (2, 3)",
                "x.getSeconds() == 172803", "x.total_seconds() == 172803");
        row(LocalDate.of(20000, 1, 1), "raises(OverflowError, krait.py, x)",
                "x.getYear() == 20000");
        row(new UUID(0, 1), "x == uuid.UUID(int=1)", "x.hex == '0' * 31 + '1'",
                "{uuid.UUID(int=1): 5}[x] == 5", "type(krait.py(x)) is uuid.UUID");
        row(Path.of("a", "b.txt"), "x == pathlib.Path('a/b.txt')", "os.fspath(x) == 'a/b.txt'",
                "x.suffix == '.txt'", "x.getFileName().toString() == 'b.txt'",
                "str(x / 'c') == 'a/b.txt/c'", "isinstance(x, os.PathLike)");
        row(Optional.of(5), "x", "x.get() == 5", "x + 1 == 6", "krait.py(x) == 5", "x == 5");
        row(Optional.empty(), "not x", "krait.py(x) is None", "x.isEmpty()");
        row(OptionalInt.of(0), "x", "krait.py(x) == 0");
    }

    private void lists() {
        row(new ArrayList<>(List.of(3, 1, 2)), "x == [3, 1, 2]", "[3, 1, 2] == x", "len(x) == 3",
                "x[0] == 3 and x[-1] == 2", "x[0:2] == [3, 1]", "x[::-1] == [2, 1, 3]", "1 in x",
                "9 not in x", "sorted(x) == [1, 2, 3]", "list(x) == [3, 1, 2]",
                "tuple(x) == (3, 1, 2)", "x + [4] == [3, 1, 2, 4]", "x * 2 == [3, 1, 2, 3, 1, 2]",
                "isinstance(x, abc.MutableSequence)", "x.index(2) == 2", "x.count(1) == 1",
                "x.append(4) is None and x.size() == 4", "x.pop() == 4", "x.insert(0, 9) is None",
                "x == [9, 3, 1, 2]", "x.sort() is None and x == [1, 2, 3, 9]",
                "x.reverse() is None and x == [9, 3, 2, 1]", "x.extend([7]) is None and x[4] == 7",
                "operator.setitem(x, 0, 5) is None and x[0] == 5",
                "operator.setitem(x, slice(0, 2), [8]) is None and x == [8, 2, 1, 7]",
                "operator.delitem(x, 0) is None and x == [2, 1, 7]",
                "raises(IndexError, operator.getitem, x, 9)", "type(krait.py(x)) is list",
                "max(x) == 7 and sum(x) == 10", "bool(x)", "x.clear() is None and not x");
        row(List.of(List.of(1), Map.of("a", 2)), "x == [[1], {'a': 2}]",
                "krait.py(x) == [[1], {'a': 2}]", "type(krait.py(x)[1]) is dict");
        row(Arrays.asList("a", null), "x == ['a', None]");
        row(new ArrayDeque<>(List.of(1, 2)), "list(x) == [1, 2]", "len(x) == 2", "x.poll() == 1");
        row(new TreeSet<>(Set.of(1, 2)), "x == {1, 2}", "{1, 2} == x", "1 in x",
                "x | {3} == {1, 2, 3}", "x & {1} == {1}", "x - {1} == {2}", "x <= {1, 2, 3}",
                "isinstance(x, abc.MutableSet)", "x.add(5) and 5 in x",
                "x.discard(5) is None and 5 not in x", "type(krait.py(x)) is set");
    }

    private void maps() {
        row(new TreeMap<>(Map.of("a", 1, "b", 2)), "x == {'a': 1, 'b': 2}", "{'a': 1, 'b': 2} == x",
                "x['a'] == 1", "'a' in x and 'z' not in x", "list(x) == ['a', 'b']",
                "list(x.items()) == [('a', 1), ('b', 2)]", "dict(x) == {'a': 1, 'b': 2}",
                "{**x} == {'a': 1, 'b': 2}", "x.get('z', 9) == 9", "len(x) == 2",
                "raises(KeyError, operator.getitem, x, 'z')", "isinstance(x, abc.MutableMapping)",
                "x.setdefault('c', 3) == 3", "x.pop('c') == 3",
                "x.update(b=5) is None and x['b'] == 5", "x.popitem() == ('a', 1)",
                "operator.delitem(x, 'b') is None and not x");
        row(new HashMap<>(Map.of(1L, "long")), "x[1] == 'long'", "1 in x");
        row(new HashMap<>(Map.of((short) 1, "s", 'c', "char")), "x[1] == 's'", "x['c'] == 'char'");
        Map<String, @Nullable Object> nulls = new LinkedHashMap<>();
        nulls.put("a", null);
        row(nulls, "x['a'] is None", "'a' in x", "x == {'a': None}");
        row(Collections.unmodifiableMap(new TreeMap<>(Map.of("a", 1))), "x['a'] == 1",
                "raises(NotImplementedError, operator.setitem, x, 'b', 1)");
    }

    private void iterables() {
        row(List.of(1, 2).iterator(), "list(x) == [1, 2]", "list(x) == []");
        row(Stream.of(1, 2), "list(x) == [1, 2]");
        row(IntStream.range(0, 3), "list(x) == [0, 1, 2]");
        row(Collections.enumeration(List.of(1, 2)), "list(x) == [1, 2]");
        Iterable<Object> twice = () -> List.<Object>of(1, 2).iterator();
        row(twice, "list(x) == [1, 2]", "list(x) == [1, 2]", "[a for a in x] == [1, 2]");
    }

    private void functions() {
        row((Supplier<Object>) () -> 5, "x() == 5", "callable(x)", "x.get() == 5");
        row((Function<Object, Object>) each -> each + "!", "x('a') == 'a!'",
                "list(map(x, ['a'])) == ['a!']", "x.apply('a') == 'a!'");
        row((IntUnaryOperator) each -> -each, "x(5) == -5", "sorted([1, 2], key=x) == [2, 1]");
        row((BiFunction<Object, Object, Object>) (a, b) -> List.of(a, b), "x(1, 2) == [1, 2]");
        row(String.class, "x.valueOf(5) == '5'", "isinstance(x, type)");
        row(new IllegalArgumentException("bad"), "isinstance(x, ValueError)", "str(x) == 'bad'",
                "isinstance(x, Exception)", "x.getMessage() == 'bad'");
        row(new Object(), "raises(TypeError, x)", "raises(TypeError, len, x)", "x == x");
    }

    private void arrays() {
        String first = "memoryview(x)[0] == x[0]";
        row(new int[]{1, 2, 3}, "list(x) == [1, 2, 3]", "len(x) == 3 == x.length", "x[-1] == 3",
                "x[0:2] == [1, 2]", "memoryview(x).format == 'i'", first, "x == [1, 2, 3]",
                "operator.setitem(x, 0, 7) is None and x[0] == 7", "2 in x",
                "bytes(x) == b'\\7\\0\\0\\0\\2\\0\\0\\0\\3\\0\\0\\0'",
                "raises(IndexError, operator.getitem, x, 3)", "krait.py(x) == [7, 2, 3]");
        row(new short[]{-1}, "memoryview(x).format == 'h'", first);
        row(new long[]{1L << 40}, "memoryview(x).format == 'q'", first);
        row(new float[]{1.5f}, "memoryview(x).format == 'f'", first);
        row(new double[]{1.5}, "memoryview(x).format == 'd'", first,
                "hashlib.sha256(x).hexdigest() == hashlib.sha256(bytes(x)).hexdigest()");
        row(new boolean[]{true}, "memoryview(x).format == '?'", first);
        row(new char[]{'a'}, "memoryview(x).format == 'H'", "x[0] == 'a'",
                "memoryview(x)[0] == 97");
        row(new double[0], "list(x) == []", "len(memoryview(x)) == 0");
        row(new String[]{"a", null}, "list(x) == ['a', None]", "x[0] == 'a'",
                "raises(TypeError, memoryview, x)");
        row(new int[][]{{1}, {2, 3}}, "[list(a) for a in x] == [[1], [2, 3]]", "x[1][1] == 3");
        row(new Object[]{1, "a", null}, "list(x) == [1, 'a', None]");
    }

    private void natives() {
        PyObject list = python.eval("[1]");
        way.set("original", list);
        row(list, "x is original");
        row(list.toJava(), "x is original");
        row(python.eval("(i for i in [1])").toJava(), "next(x) == 1");
    }

    private void memory() {
        ByteBuffer direct = ByteBuffer.allocateDirect(4);
        row(direct, "type(x) is memoryview", "x.nbytes == 4 and not x.readonly",
                "operator.setitem(x, 0, 7) is None");
        assertEquals(7, direct.get(0));
        row(direct.asReadOnlyBuffer(), "x.readonly");
        row(Arena.ofAuto().allocate(3), "type(x) is memoryview and x.nbytes == 3");
        row(ByteBuffer.wrap(new byte[]{1, 0, 2, 0}), "bytes(x) == b'\\1\\0\\2\\0'",
                "struct.unpack_from('<h', x, 2) == (2,)", "memoryview(x).format == 'B'",
                "struct.pack_into('<h', x, 2, 7) is None and x.get(2) == 7", "x.remaining() == 4");
        row(ByteBuffer.wrap(new byte[]{1, 2, 3}, 1, 2), "bytes(x) == b'\\2\\3'",
                "struct.pack_into('b', x, 1, 9) is None and list(x.array()) == [1, 2, 9]");
        row(ByteBuffer.wrap(new byte[]{1, 2}).asReadOnlyBuffer(), "memoryview(x).readonly",
                "bytes(x) == b'\\1\\2'",
                "raises((BufferError, TypeError), struct.pack_into, 'b', x, 0, 7)");
        row(MemorySegment.ofArray(new int[]{7}), "bytes(x) == b'\\7\\0\\0\\0'",
                "x.byteSize() == 4");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void eachClaimAboutNumPyHolds(Optional<ScriptWay.In> in) {
        assumeTrue(python.eval("__import__('importlib.util').util.find_spec('numpy')").isTrue(),
                "needs numpy: runs with the embedded Python");
        start(in).exec("import numpy as np");
        for (String code : List.of("|b1", "|i1", "|u1", "<i2", "<u2", "<i4", "<u4", "<i8", "<u8",
                "<f2", "<f4", "<f8", "<c8", "<c16", ">i4", ">f8", "<U3", "|S3", "<M8[D]", "<M8[ns]",
                "<m8[s]")) {
            row(NDArray.allocate(DType.parse(code), 2, 3), "x.dtype.str == '" + code + "'",
                    "x.shape == (2, 3)", "x.flags.writeable");
        }
        NDArray rows = NDArray.of(new double[][]{{1, 2, 3}, {4, 5, 6}});
        row(rows, "x.tolist() == [[1, 2, 3], [4, 5, 6]]");
        row(rows.transpose(), "x.tolist() == [[1, 4], [2, 5], [3, 6]]", "x.strides == (8, 24)");
        row(rows.at(1).slice(0, 2, -1, -1), "x.tolist() == [6, 5, 4]", "x.strides == (-8,)");
        row(NDArray.allocate(DType.FLOAT64), "x.shape == () and x == 0");
        row(NDArray.allocate(DType.FLOAT64, 0, 3), "x.shape == (0, 3)");
        row(new int[]{1, 2}, "np.asarray(x).dtype == np.int32", "np.asarray(x).sum() == 3");
        row(new int[][]{{1, 2}, {3, 4}}, "np.asarray(x).tolist() == [[1, 2], [3, 4]]");
        row(List.of(1, 2), "np.array(x).tolist() == [1, 2]");
        row(LocalDate.of(2024, 1, 2), "np.datetime64(x) == np.datetime64('2024-01-02')",
                "np.array([x], dtype='M8[D]')[0] == np.datetime64('2024-01-02')");
        row(Duration.ofDays(2), "np.timedelta64(x) == np.timedelta64(2, 'D')");
        assertEquals("", String.join("\n", wrong));
    }
}
