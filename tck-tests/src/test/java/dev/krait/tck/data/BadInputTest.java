package dev.krait.tck.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.krait.PyObject;
import dev.krait.Python;
import dev.krait.TypeRef;
import dev.krait.array.Columns;
import dev.krait.array.DType;
import dev.krait.array.NDArray;
import dev.krait.error.ConversionException;
import dev.krait.error.PythonException;
import java.lang.foreign.Arena;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What does not fit is refused with its place, and nothing is written. */
class BadInputTest {
    private final Python python = Python.start();

    record Row(short price) {}

    record Report(List<Row> rows, Map<String, Set<Short>> tags) {}

    private boolean has(String module) {
        return python
                .eval("__import__('importlib.util').util.find_spec('" + module + "') is not None")
                .as(boolean.class);
    }

    private static String refusal(Runnable action) {
        return String
                .valueOf(assertThrows(IllegalArgumentException.class, action::run).getMessage());
    }

    @Test
    void viewsWithinViewsTellTheWholePath() {
        List<List<Short>> rows = python.eval("[[1], [1, 70000]]")
                .as(new TypeRef<List<List<Short>>>() {
                });
        assertEquals("[1][1]: 70000 does not fit short",
                refusal(() -> Objects.requireNonNull(rows).get(1).get(1)));
        assertEquals("[1][1]: 70000 does not fit short",
                refusal(() -> Objects.requireNonNull(rows).forEach(List::copyOf)));
        Map<String, List<Row>> named = python.eval("{'a': [{'price': 1}, {'price': 70000}]}")
                .as(new TypeRef<Map<String, List<Row>>>() {
                });
        assertEquals("[a][1].price: 70000 does not fit short",
                refusal(() -> Objects.requireNonNull(named).get("a").get(1)));
        List<Set<Short>> sets = python.eval("[{1}, {70000}]").as(new TypeRef<List<Set<Short>>>() {
        });
        assertEquals("[1][0]: 70000 does not fit short",
                refusal(() -> Objects.requireNonNull(sets).get(1).iterator().next()));
        assertEquals("[1][0]: 70000 does not fit short",
                refusal(() -> List.copyOf(Objects.requireNonNull(sets).get(1))));
        List<Map<String, Short>> ordered = python
                .eval("[__import__('collections').OrderedDict(a=70000)]")
                .as(new TypeRef<List<Map<String, Short>>>() {
                });
        assertEquals("[0][a]: 70000 does not fit short", refusal(
                () -> Objects.requireNonNull(ordered).getFirst().entrySet().iterator().next()));
        List<Map<String, Short>> maps = python.eval("[{'b': 70000}]")
                .as(new TypeRef<List<Map<String, Short>>>() {
                });
        assertEquals("[0][b]: 70000 does not fit short",
                refusal(() -> Objects.requireNonNull(maps).getFirst().get("b")));
    }

    @Test
    void viewsInRecordsAndArraysTellWhatTheyAreThere() {
        Report report = Objects.requireNonNull(
                python.eval("{'rows': [(1,), (70000,)], 'tags': {'a': {70000}}}").as(Report.class));
        assertEquals("rows[1].price: 70000 does not fit short",
                refusal(() -> report.rows().get(1)));
        assertEquals("tags[a][0]: 70000 does not fit short",
                refusal(() -> List.copyOf(report.tags().get("a"))));
        List<Short>[] lists = Objects
                .requireNonNull(python.eval("[[], [1, 70000]]").as(new TypeRef<List<Short>[]>() {
                }));
        assertEquals("[1][1]: 70000 does not fit short", refusal(() -> lists[1].get(1)));
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertEquals("NaN (float) has no form as int: it is not finite",
                refusal(() -> python.eval("float('nan')").as(int.class)));
        assertEquals("[0]: NaN does not fit int", refusal(() -> python
                .eval("__import__('array').array('d', [float('nan')])").as(int[].class)));
        assertEquals("[1][1]: 70000 does not fit short",
                refusal(() -> python.eval("[[1], [2, 70000]]").as(short[][].class)));
        assertTrue(refusal(() -> python.eval("10**400").as(double.class))
                .endsWith("... does not fit double"));
    }

    @Test
    void shapesAreChecked() {
        assertEquals("shape: [-1] has a negative length",
                refusal(() -> NDArray.allocate(DType.INT32, -1)));
        assertEquals("shape: [9223372036854775807] is more than any memory holds",
                refusal(() -> NDArray.allocate(DType.INT32, Long.MAX_VALUE)));
        assertEquals("shape: [4294967296, 4294967296] is more than any memory holds",
                refusal(() -> NDArray.allocate(DType.INT8, 1L << 32, 1L << 32)));
        assertEquals("javaArray: a row of 2 elements among rows of 1",
                refusal(() -> NDArray.of(new int[][]{{1}, {2, 3}})));
        assertEquals("type: int[][] is not for an array of shape [1] and type int32",
                refusal(() -> NDArray.of(new int[]{1}).toArray(int[][].class)));
    }

    @Test
    void memoryOfPythonIsGuarded() {
        NDArray fixed = python.eval("memoryview(b'abc')").as(NDArray.class);
        assertThrows(IllegalStateException.class, () -> fixed.set(1, 0));
        PyObject growing = python.eval("bytearray(3)");
        NDArray seen = growing.as(NDArray.class);
        assertEquals("BufferError",
                assertThrows(PythonException.class, () -> growing.invoke("append", 1)).typeName());
        seen.close();
        growing.invoke("append", 1);
        assertArrayEquals(new byte[]{99, 98, 97},
                python.eval("memoryview(b'abc')[::-1]").as(byte[].class));
        assertEquals(0, python.eval("memoryview(b'')").as(byte[].class).length);
        Arena arena = Arena.ofShared();
        NDArray gone = NDArray.wrap(arena.allocate(8), DType.INT64, 1);
        arena.close();
        assertThrows(IllegalStateException.class, () -> python.toPython(gone));
    }

    @Test
    void containersThatHoldThemselves() {
        python.exec("krait_self = []; krait_self.append(krait_self)");
        PyObject self = python.eval("krait_self");
        assertEquals("[(this Collection)]", String.valueOf(self.toJava()));
        assertEquals("[0][0][0]: an object of type list has no form as int",
                refusal(() -> self.as(int[][][].class)));
    }

    @Test
    void elementsWithoutAJavaFormAreNamed() {
        assumeTrue(has("numpy"), "no numpy here");
        assertTrue(refusal(() -> python.importModule("numpy").invoke("array", List.of(1, "a"), "O")
                .as(NDArray.class)).contains("its elements are of dtype object"));
        assertArrayEquals(new int[]{3, 3},
                python.importModule("numpy").invoke("full", 2, 3, ">i4").as(int[].class));
    }

    @Test
    void withoutNumPyArraysAreSharedAsMemoryviews() {
        assumeTrue(!has("numpy"), "numpy is here");
        try (NDArray array = NDArray.of(new double[]{1, 2})) {
            PyObject shown = python.toPython(array);
            assertEquals("memoryview", shown.attr("__class__").attr("__name__").toString());
            shown.setItem(1, 5.5);
            assertEquals(5.5, array.get(1));
            assertEquals(array, shown.toJava());
        }
        NDArray numbers = python.eval("__import__('array').array('i', [1, 2])").as(NDArray.class);
        assertArrayEquals(new int[]{1, 2}, numbers.toArray(int[].class));
        assertEquals(DType.UINT8, python.eval("bytearray(2)").as(NDArray.class).dtype());
        assertEquals(6, python.eval("sum").call(new int[]{1, 2, 3}).as(int.class));
        assertTrue(String
                .valueOf(assertThrows(PythonException.class, () -> python.importModule("numpy"))
                        .getMessage())
                .contains("'numpy'"));
    }

    @Test
    void withoutPandasATableSaysWhatIsMissing() {
        assumeTrue(!has("pandas"), "pandas is here");
        Columns table = Columns.of(Map.of("a", NDArray.of(new double[]{1})));
        String message = String.valueOf(
                assertThrows(PythonException.class, () -> python.toPython(table)).getMessage());
        assertTrue(message.contains("pip install pandas"), message);
        assertThrows(ConversionException.class, () -> python.eval("[1]").as(Columns.class));
    }

    @Test
    void datesOfJdbcAreRefusedWithTheRemedy() {
        PyObject day = python.eval("__import__('datetime').date(2024, 1, 2)");
        assertTrue(refusal(() -> day.as(java.sql.Date.class))
                .endsWith("java.sql.Date.valueOf(x) makes one of it"));
        assertEquals(java.sql.Date.valueOf("2024-01-02"),
                python.eval("__import__('java.sql').sql.Date.valueOf").call(day).toJava());
    }

    @Test
    void maskedElementsAreRefusedWithTheRemedy() {
        assumeTrue(has("numpy"), "needs numpy");
        python.exec("""
                import numpy as np
                masked = np.ma.array([1, 2], mask=[False, True])
                whole = np.ma.array([1, 2])
                """);
        PyObject masked = python.eval("masked");
        for (Class<?> each : List.of(NDArray.class, int[].class, Object[].class)) {
            assertTrue(refusal(() -> masked.as(each)).contains("array.filled(value)"),
                    each.getName());
        }
        assertArrayEquals(new int[]{1, 7}, python.eval("masked.filled(7)").as(int[].class));
        assertArrayEquals(new int[]{1, 2}, python.eval("whole").as(int[].class));
    }
}
