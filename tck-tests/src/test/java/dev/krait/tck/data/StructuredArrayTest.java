package dev.krait.tck.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.krait.PyObject;
import dev.krait.Python;
import dev.krait.array.DType;
import dev.krait.array.NDArray;
import dev.krait.error.ConversionException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Arrays whose elements have named parts. */
class StructuredArrayTest {
    private final Python python = Python.start();

    record Quote(int id, double unitPrice) {}

    record Point(float x, float y) {}

    @SuppressWarnings("ArrayRecordComponent") // this is about arrays in records
    record Cell(Point p, short[][] m, String t) {}

    record Shirt(int size, short data) {}

    record Wrong(int id, double cost) {}

    record Dated(int id, @Nullable LocalDateTime at) {}

    record Small(byte id, double unitPrice) {}

    private static DType quotes() {
        LinkedHashMap<String, DType> fields = new LinkedHashMap<>();
        fields.put("id", DType.INT32);
        fields.put("unit_price", DType.FLOAT64);
        return DType.struct(fields);
    }

    private PyObject numpy(String expression) {
        assumeTrue(python.eval("__import__('importlib.util').util.find_spec('numpy') is not None")
                .as(boolean.class), "no numpy here");
        python.exec("import numpy");
        return python.eval(expression);
    }

    private static String message(Class<? extends Throwable> type, Runnable action) {
        return String.valueOf(assertThrows(type, action::run).getMessage());
    }

    @Test
    void elementsAreMapsAndRecordsBothWays() {
        try (NDArray array = NDArray.allocate(quotes(), 3)) {
            array.set(new Quote(1, 2.5), 0);
            array.set(Map.of("id", 7, "unit_price", 0.5), 1);
            assertEquals(Map.of("id", 1, "unit_price", 2.5), array.get(0));
            assertArrayEquals(new Quote[]{new Quote(1, 2.5), new Quote(7, 0.5), new Quote(0, 0)},
                    array.toArray(Quote[].class));
            assertArrayEquals(new int[]{1, 7, 0}, array.field("id").toArray(int[].class));
            array.field("unit_price").fill(9.5);
            assertEquals(Map.of("id", 7, "unit_price", 9.5), array.get(1));
            assertEquals("[(1, 9.5) (7, 9.5) (0, 9.5)]", array.toString());
            assertEquals("[('id', '<i4'), ('unit_price', '<f8')]", array.dtype().toString());
            assertEquals(12, array.toArray(byte[][].class)[0].length);
            NDArray copy = array.slice(0, 2, -1, -1).copy();
            assertEquals(Map.of("id", 0, "unit_price", 9.5), copy.get(0));
            assertNotEquals(array, copy);
            assertEquals(array, copy.slice(0, 2, -1, -1).copy());
            assertEquals(array.hashCode(), copy.slice(0, 2, -1, -1).hashCode());
            copy.close();
        }
    }

    @Test
    void whatDoesNotFitIsSaidWithItsField() {
        try (NDArray array = NDArray.allocate(quotes(), 2)) {
            assertEquals("name: there is no field 'price'; there are id, unit_price",
                    message(IllegalArgumentException.class, () -> array.field("price")));
            assertEquals("name: there is no field 'cost'; there are id, unit_price",
                    message(IllegalArgumentException.class, () -> array.set(new Wrong(1, 2), 0)));
            assertEquals("name: there is no field 'cost'; there are id, unit_price",
                    message(IllegalArgumentException.class, () -> array.toArray(Wrong[].class)));
            assertEquals("field 'id': value: 5000000000 does not fit int32",
                    message(IllegalArgumentException.class,
                            () -> array.set(Map.of("id", 5_000_000_000L, "unit_price", 1.0), 0)));
            assertTrue(message(IllegalArgumentException.class, () -> array.set(Map.of("id", 1), 0))
                    .startsWith("value: has nothing for the field 'unit_price'"));
            array.set(new Quote(300, 1), 1);
            assertEquals("[1].id: 300 does not fit byte",
                    message(ConversionException.class, () -> array.toArray(Small[].class)));
            assertTrue(message(IllegalArgumentException.class, () -> array.set(5, 0))
                    .startsWith("value: 5 does not fit [('id'"));
        }
        NDArray plain = NDArray.allocate(DType.INT32, 1);
        assertEquals("name: there is no field 'id'; int32 has no fields",
                message(IllegalArgumentException.class, () -> plain.field("id")));
        assertThrows(IllegalArgumentException.class, () -> DType.struct(
                List.of(new DType.Field("a", DType.INT32, 0), new DType.Field("b", DType.INT32, 2)),
                8));
    }

    @Test
    void fieldsOfNumPyArraysAreViews() {
        PyObject source = numpy("""
                numpy.array([(1, 2.5), (2, 3.5)], dtype=[('id', 'i4'), ('unit_price', 'f8')])
                """.strip());
        NDArray array = source.as(NDArray.class);
        assertEquals(List.of("id", "unit_price"),
                array.dtype().fields().stream().map(DType.Field::name).toList());
        array.field("id").set(40, 1);
        array.set(new Quote(5, 6), 0);
        assertEquals("[(5, 6.0), (40, 3.5)]", source.invoke("tolist").toString());
        assertArrayEquals(new Quote[]{new Quote(5, 6), new Quote(40, 3.5)},
                source.as(Quote[].class));
        assertArrayEquals(source.as(Quote[].class), array.toArray(Quote[].class));
    }

    @Test
    void nestedFieldsArraysPaddingAndByteOrders() {
        for (String align : List.of("True", "False")) {
            PyObject source = numpy(
                    "numpy.array([((1, 2.), [[1, 2, 3], [4, 5, 6]], 'ab', b'x', 1j)],"
                            + " dtype=numpy.dtype([('p', [('x', '>f4'), ('y', 'f4')]), ('m', 'i2', (2, 3)),"
                            + " ('t', 'U3'), ('s', 'S4'), ('c', 'c16')], align=" + align + "))");
            NDArray array = source.as(NDArray.class);
            assertEquals(1f, array.field("p").field("x").get(0));
            assertEquals(2f, array.field("p").field("y").get(0));
            assertArrayEquals(new long[]{1, 2, 3}, array.field("m").shape());
            assertEquals((short) 6, array.field("m").toArray(short[][][].class)[0][1][2]);
            assertEquals(source.invoke("__str__").toString(), array.toString());
            if (align.equals("False")) {
                assertEquals(source.attr("dtype").toString(), array.dtype().toString());
            }
            array.field("m").set(60, 0, 1, 2);
            assertEquals(60, source.item("m").invoke("max").as(int.class));
            assertArrayEquals(new double[]{0, 1}, (double[]) array.field("c").get(0));
        }
        NDArray cells = numpy("numpy.array([((1, 2.), [[1, 2], [3, 4]], 'ab')], dtype=[('p', [('x',"
                + " 'f4'), ('y', 'f4')]), ('m', 'i2', (2, 2)), ('t', 'U3')])").as(NDArray.class);
        Cell cell = cells.toArray(Cell[].class)[0];
        assertEquals(new Point(1, 2), cell.p());
        assertArrayEquals(new short[][]{{1, 2}, {3, 4}}, cell.m());
        cells.set(new Cell(new Point(7, 8), new short[][]{{9, 9}, {9, 10}}, "z"), 0);
        assertEquals("[((7., 8.), [[ 9,  9], [ 9, 10]], 'z')]", cells.toString());
    }

    @Test
    void javaStructsAreNumPysAndComeBack() {
        numpy("0");
        try (NDArray array = NDArray.allocate(quotes(), 2)) {
            array.set(new Quote(1, 2.5), 0);
            PyObject shown = python.toPython(array);
            assertEquals("[(1, 2.5), (0, 0.0)]", shown.invoke("tolist").toString());
            assertEquals("[('id', '<i4'), ('unit_price', '<f8')]",
                    shown.attr("dtype").invoke("__str__").toString());
            shown.item("id").setItem(1, 9);
            assertEquals(9, array.field("id").get(1));
        }
        DType padded = DType.struct(List.of(new DType.Field("a", DType.INT8, 0),
                new DType.Field("b", DType.parse(">i4"), 4, List.of(2L))), 16);
        try (NDArray array = NDArray.allocate(padded, 1)) {
            PyObject shown = python.toPython(array);
            assertEquals("16", shown.attr("dtype").attr("itemsize").toString());
            assertEquals(padded, shown.invoke("copy").as(NDArray.class).dtype());
        }
    }

    @Test
    void fieldsOfDatesAreDatesBothWays() {
        PyObject source = numpy("""
                numpy.array([(1, '2024-01-02T03:04', (2.5, [1, 2])), (2, 'NaT', (3.5, [3, 'NaT']))],
                    dtype=numpy.dtype([('id', 'i4'), ('at', '>M8[us]'),
                        ('in', [('x', 'f8'), ('spans', 'm8[s]', 2)])], align=True))""".strip());
        NDArray array = assertInstanceOf(NDArray.class, source.toJava());
        assertEquals(source.toString(), array.toString());
        assertEquals(source.attr("dtype").attr("itemsize").as(int.class), array.dtype().bytes());
        assertArrayEquals(new LocalDateTime[]{LocalDateTime.of(2024, 1, 2, 3, 4), null},
                array.field("at").toArray(LocalDateTime[].class));
        assertEquals(Duration.ofSeconds(3),
                array.field("in").field("spans").toArray(Duration[][].class)[1][0]);
        array.field("at").set(LocalDateTime.of(2025, 1, 2, 3, 4), 1);
        assertEquals("2025-01-02T03:04:00.000000",
                source.item("at").item(1).invoke("__str__").toString());
        assertTrue(source.is(python.toPython(array)));
        Map<String, DType> fields = new LinkedHashMap<>();
        fields.put("id", DType.INT32);
        fields.put("at", DType.datetime64("us"));
        try (NDArray own = NDArray.allocate(DType.struct(new LinkedHashMap<>(fields)), 2)) {
            own.set(new Dated(7, LocalDateTime.of(2024, 1, 2, 3, 4)), 0);
            PyObject shown = python.toPython(own);
            assertEquals("[('id', '<i4'), ('at', '<M8[us]')]",
                    shown.attr("dtype").invoke("__str__").toString());
            assertEquals("2024-01-02T03:04:00.000000",
                    shown.item("at").item(0).invoke("__str__").toString());
            assertSame(own, shown.toJava());
        }
        assertArrayEquals(new Dated[]{new Dated(1, null)},
                numpy("numpy.array([(1, 'NaT')], dtype=[('id', 'i4'), ('at', 'M8[D]')])")
                        .as(Dated[].class));
    }

    @Test
    void structsOfCtypesNeedNoNumPy() {
        python.exec("""
                import ctypes
                class KraitPoint(ctypes.Structure):
                    _fields_ = [('x', ctypes.c_float), ('y', ctypes.c_float)]
                class KraitShape(ctypes.Structure):
                    _fields_ = [('id', ctypes.c_int), ('size', ctypes.c_double), ('at', KraitPoint),
                                ('tags', ctypes.c_short * 3)]
                krait_shapes = (KraitShape * 2)()
                krait_shapes[1].id, krait_shapes[1].size, krait_shapes[1].at.y = 7, 2.5, 1.5
                krait_shapes[1].tags[2] = 9
                """);
        NDArray shapes = python.eval("krait_shapes").as(NDArray.class);
        assertArrayEquals(new int[]{0, 7}, shapes.field("id").toArray(int[].class));
        assertEquals(2.5, shapes.field("size").get(1));
        assertEquals(1.5f, shapes.field("at").field("y").get(1));
        assertEquals(9, shapes.field("tags").get(1, 2));
        shapes.field("id").set(8, 0);
        assertEquals(8, python.eval("krait_shapes[0].id").as(int.class));
    }

    @Test
    void fieldsNamedLikeAttributesOfNumPyAreFields() {
        PyObject shirts = numpy("numpy.array([(42, 7)], dtype=[('size', 'i4'), ('data', 'i2')])");
        assertEquals(new Shirt(42, (short) 7), shirts.item(0).as(Shirt.class));
    }
}
