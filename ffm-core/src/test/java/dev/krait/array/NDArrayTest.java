package dev.krait.array;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class NDArrayTest {
    @Test
    void javaArraysOfAnyRankGoInAndOut() {
        Object[] arrays = {new double[]{1, 2.5}, new float[]{1}, new long[]{-1, 2}, new int[]{3},
                new short[]{-3}, new char[]{'x', '\uffff'}, new byte[]{-1},
                new boolean[]{true, false}, new double[0], new int[][]{{1, 2}, {3, 4}, {5, 6}},
                new boolean[][]{{true}}, new double[][][]{{{1}, {2}}}, new long[2][0]};
        for (Object array : arrays) {
            try (NDArray copy = NDArray.of(array)) {
                Object back = copy.toArray();
                assertArrayEquals(new Object[]{array}, new Object[]{back});
                assertArrayEquals(new Object[]{array},
                        new Object[]{copy.toArray(array.getClass())});
            }
        }
        assertThrows(IllegalArgumentException.class, () -> NDArray.of(new int[][]{{1}, {2, 3}}));
        assertThrows(IllegalArgumentException.class, () -> NDArray.of(new int[][]{{1}, null}));
        assertThrows(IllegalArgumentException.class, () -> NDArray.of(new String[]{"a"}));
    }

    @Test
    void viewsShareTheMemory() {
        NDArray array = NDArray.of(new int[][]{{1, 2, 3}, {4, 5, 6}});
        assertArrayEquals(new int[]{4, 5, 6}, array.at(1).toArray(int[].class));
        assertArrayEquals(new int[][]{{1, 4}, {2, 5}, {3, 6}},
                array.transpose().toArray(int[][].class));
        assertArrayEquals(new int[][]{{3, 2, 1}, {6, 5, 4}},
                array.slice(1, 2, -1, -1).toArray(int[][].class));
        assertArrayEquals(new int[][]{{1, 3}, {4, 6}},
                array.slice(1, 0, 3, 2).toArray(int[][].class));
        assertArrayEquals(new int[]{1, 2, 3, 4, 5, 6}, array.reshape(6).toArray(int[].class));
        array.transpose().at(2).set(60, 1);
        assertEquals(60, array.get(1, 2));
        assertEquals(0, array.slice(0, 1, 1).size());
        assertFalse(array.transpose().isContiguous());
        assertThrows(IllegalStateException.class, () -> array.transpose().segment());
        assertThrows(IllegalStateException.class, () -> array.transpose().reshape(6));
        assertThrows(IllegalArgumentException.class, () -> array.reshape(5));
        assertThrows(IndexOutOfBoundsException.class, () -> array.get(2, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> array.slice(0, 0, 3));
        assertThrows(IllegalArgumentException.class, () -> array.get(1));
        assertThrows(IllegalArgumentException.class, () -> array.transpose(0, 0));
        array.close();
        assertThrows(IllegalStateException.class, () -> array.at(0).get(0));
    }

    @Test
    void elementsAreCheckedWhenTheyAreSet() {
        Object[][] rows = {{DType.INT8, 127, 128}, {DType.UINT8, 255, -1},
                {DType.INT16, -32768, 32768}, {DType.UINT16, 65535, 65536},
                {DType.INT32, 5, 1L << 31}, {DType.UINT32, (1L << 32) - 1, 1L << 32},
                {DType.INT64, Long.MIN_VALUE, BigInteger.TWO.pow(63)},
                {DType.UINT64, BigInteger.TWO.pow(64).subtract(BigInteger.ONE),
                        BigInteger.TWO.pow(64)},
                {DType.BOOL, true, 1}, {DType.FLOAT32, 1.5f, "x"}, {DType.FLOAT64, 1.5, "x"},
                {DType.INT32, 7, 7.5}, {DType.INT32, 7, Double.NaN},
                {DType.parse("<U2"), "ab", "abc"}};
        for (Object[] row : rows) {
            NDArray array = NDArray.allocate((DType) row[0], 1);
            array.set(row[1], 0);
            assertEquals(row[1], array.get(0), row[0].toString());
            assertThrows(IllegalArgumentException.class, () -> array.set(row[2], 0),
                    row[0].toString());
        }
        NDArray half = NDArray.allocate(DType.FLOAT16, 1);
        half.setDouble(0.5, 0);
        assertEquals(0.5f, half.get(0));
        NDArray complex = NDArray.allocate(DType.COMPLEX64, 1);
        complex.set(new double[]{1, -2}, 0);
        assertArrayEquals(new double[]{1, -2}, (double[]) complex.get(0));
        assertArrayEquals(new double[][]{{1, -2}}, (double[][]) complex.toArray());
    }

    @Test
    void toArrayRefusesWhatDoesNotFit() {
        NDArray array = NDArray.of(new int[]{1, 70000});
        assertArrayEquals(new long[]{1, 70000}, array.toArray(long[].class));
        assertArrayEquals(new double[]{1, 70000}, array.toArray(double[].class));
        assertThrows(IllegalArgumentException.class, () -> array.toArray(short[].class));
        assertThrows(IllegalArgumentException.class, () -> array.toArray(int[][].class));
        assertThrows(IllegalArgumentException.class, () -> array.toArray(boolean[].class));
        assertThrows(IllegalArgumentException.class, () -> array.toArray(Integer.class));
        NDArray reals = NDArray.of(new double[]{1.5});
        assertThrows(IllegalArgumentException.class, () -> reals.toArray(int[].class));
        NDArray bytes = NDArray.allocate(DType.UINT8, 1);
        bytes.set(200, 0);
        assertArrayEquals(new int[]{200}, bytes.toArray(int[].class));
        assertArrayEquals(new byte[]{(byte) 200}, (byte[]) bytes.toArray());
        assertThrows(IllegalArgumentException.class, () -> bytes.toArray(byte[].class));
    }

    @Test
    void equalityIsOfShapeAndNumbers() {
        NDArray ints = NDArray.of(new int[][]{{1, 2}});
        NDArray reals = NDArray.of(new double[][]{{1, 2}});
        assertEquals(ints, reals);
        assertEquals(ints.hashCode(), reals.hashCode());
        assertNotEquals(ints, NDArray.of(new int[]{1, 2}));
        reals.fill(3);
        assertEquals(NDArray.of(new int[][]{{3, 3}}), reals);
        assertEquals(reals.transpose(), reals.transpose().copy());
        assertNotEquals(NDArray.of(new double[]{Double.NaN}), NDArray.of(new double[]{Double.NaN}));
    }

    @Test
    void otherByteOrdersAreUnderstood() {
        NDArray big = NDArray.allocate(DType.parse(">i4"), 2);
        big.set(1, 0);
        assertEquals(1, big.segment().get(ValueLayout.JAVA_BYTE, 3));
        assertArrayEquals(new int[]{1, 0}, (int[]) big.toArray());
        assertEquals(ByteOrder.nativeOrder(), big.copy().dtype().order());
        assertEquals(big, big.copy());
    }

    @Test
    void foreignMemoryStaysItsOwners() {
        try (Arena arena = Arena.ofShared()) {
            MemorySegment memory = arena.allocate(32, 8);
            NDArray array = NDArray.wrap(memory, DType.FLOAT64, 4);
            array.setDouble(2.5, 3);
            assertEquals(2.5, memory.getAtIndex(ValueLayout.JAVA_DOUBLE, 3));
            assertEquals(memory.address(), array.address());
            assertThrows(IllegalArgumentException.class,
                    () -> NDArray.wrap(memory, DType.FLOAT64, 5));
            assertThrows(IllegalStateException.class,
                    () -> NDArray.wrap(memory.asReadOnly(), DType.FLOAT64, 4).fill(1.0));
            array.close();
            assertTrue(memory.scope().isAlive());
        }
        assertThrows(IllegalArgumentException.class,
                () -> NDArray.wrap(MemorySegment.ofArray(new byte[8]), DType.FLOAT64, 1));
    }

    @Test
    void typesHaveNumPysNames() {
        for (String code : new String[]{"<f8", "|b1", ">i4", "<M8[ns]", "<U5", "|S3", "<c16"}) {
            assertEquals(code, DType.parse(code).code());
        }
        assertEquals("float64", DType.FLOAT64.name());
        assertEquals("datetime64[ns]", DType.datetime64("ns").name());
        assertThrows(IllegalArgumentException.class, () -> DType.parse("nonsense"));
    }

    @Test
    void printsLikeNumPy() {
        assertEquals("[1 2 3]", NDArray.of(new int[]{1, 2, 3}).toString());
        assertEquals("[[ 1 20]\n [ 3  4]]", NDArray.of(new int[][]{{1, 20}, {3, 4}}).toString());
        assertEquals("[ True False]", NDArray.of(new boolean[]{true, false}).toString());
        assertEquals("[0 0 0 ... 0 0 0]", NDArray.allocate(DType.INT8, 5000).toString());
        assertEquals("[]", NDArray.allocate(DType.INT8, 0).toString());
        assertEquals("[[[1 2]\n  [3 4]]\n\n [[5 6]\n  [7 8]]]",
                NDArray.of(new int[][][]{{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}}}).toString());
    }

    @Test
    void numbersTooLargeForFloatsAreRefused() {
        NDArray doubles = NDArray.of(new double[]{1.5, 1e39, Double.POSITIVE_INFINITY});
        assertEquals("[1]: 1.0E39 does not fit float",
                assertThrows(IllegalArgumentException.class, () -> doubles.toArray(float[].class))
                        .getMessage());
        doubles.set(Double.NaN, 1);
        assertArrayEquals(new float[]{1.5f, Float.NaN, Float.POSITIVE_INFINITY},
                doubles.toArray(float[].class));
    }

    @Test
    void whatIsNoComplexNumberIsRefusedWithTheRemedy() {
        NDArray complex = NDArray.allocate(DType.parse("<c16"), 1);
        complex.set(new double[]{1, 2}, 0);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> complex.set("1+2j", 0))
                .getMessage().endsWith("as a double[], does"));
    }
}
