package dev.krait.array;

import static dev.krait.Kw.kw;
import static dev.krait.array.InOut.inOut;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.krait.PyObject;
import dev.krait.Python;
import dev.krait.error.ConversionException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.DoubleBuffer;
import java.nio.IntBuffer;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SharedMemoryTest {
    @Test
    void buffersOfNumbersAreOverTheSameMemory() {
        Python python = Python.start();
        PyObject numbers = python.eval("__import__('array').array('d', [1.5, 2])");
        DoubleBuffer doubles = Objects.requireNonNull(numbers.as(DoubleBuffer.class));
        assertEquals(1.5, doubles.get(0));
        doubles.put(1, 7);
        assertEquals("array('d', [1.5, 7.0])", numbers.toString());
        IntBuffer ints = python.eval("memoryview(bytes([3, 0, 0, 0])).cast('i')")
                .as(IntBuffer.class);
        assertEquals(3, Objects.requireNonNull(ints).get(0));
        CharBuffer units = python.eval("memoryview('ab'.encode('utf-16-le')).cast('H')")
                .as(CharBuffer.class);
        assertEquals("ab", String.valueOf(units));
    }

    private final Python python = Python.start();

    private void needNumPy() {
        assumeTrue(python.eval("__import__('importlib.util').util.find_spec('numpy')").isTrue(),
                "needs numpy");
        python.exec("import numpy as np");
    }

    private NDArray array(String expression) {
        return assertInstanceOf(NDArray.class, python.eval(expression).toJava());
    }

    @Test
    void aNumPyArrayIsTheSameMemoryInJava() {
        needNumPy();
        PyObject numbers = python.eval("np.arange(6, dtype='f8').reshape(2, 3)");
        NDArray array = assertInstanceOf(NDArray.class, numbers.toJava());
        assertEquals(numbers.attr("ctypes").attr("data").as(long.class), array.address());
        array.setDouble(50, 1, 2);
        assertEquals("50.0", numbers.item(python.eval("(1, 2)")).toString());
        assertTrue(numbers.is(python.toPython(array)));
        array.close();
        assertThrows(IllegalStateException.class, () -> array.get(0, 0));
        assertThrows(IllegalStateException.class, () -> python.toPython(array));
    }

    @Test
    void everyLayoutIsUnderstood() {
        needNumPy();
        for (String each : List.of("np.arange(24).reshape(2, 3, 4)[::-1, :, ::2]",
                "np.arange(12).reshape(3, 4).T", "np.asfortranarray(np.ones((2, 3)))",
                "np.array(5)", "np.zeros((0, 3))", "np.zeros((3, 0))", "np.arange(3, dtype='>i4')",
                "np.broadcast_to(np.arange(3), (2, 3))", "np.array([True, False])",
                "np.arange(3, dtype='u1')", "np.array([1, 2**64 - 1], dtype='u8')",
                "np.arange(3, dtype='f2')", "np.array([1+2j, 3], dtype='c8')",
                "np.array(['ab', 'c'])", "np.array([b'ab', b'c'])", "np.float32([1.5, -0.0])")) {
            NDArray array = array(each);
            PyObject original = python.eval(each);
            PyObject copy = python.toPython(array.copy());
            assertTrue(python
                    .eval("lambda a, b: a.shape == b.shape and bool((a == b).all())"
                            + " and a.dtype.newbyteorder('=') == b.dtype")
                    .call(original, copy).isTrue(), each);
            assertEquals(array, array.copy(), each);
        }
        assertInstanceOf(PyObject.class, python.eval("np.array([object()])").toJava());
        assertInstanceOf(PyObject.class, python.eval("np.ma.array([1], mask=[1])").toJava());
        assertThrows(IllegalStateException.class,
                () -> array("np.broadcast_to(np.arange(3), (2, 3))").fill(1));
    }

    @Test
    void datesKeepTheirUnit() {
        needNumPy();
        NDArray dates = array("np.array(['2024-01-02', 'NaT'], dtype='M8[s]')");
        assertEquals(DType.datetime64("s"), dates.dtype());
        assertEquals(1704153600L, dates.getLong(0));
        assertEquals("datetime64[s]", python.toPython(dates.copy()).attr("dtype").toString());
        assertEquals("timedelta64[ns]", array("np.array([5], dtype='m8[ns]')").dtype().name());
    }

    @Test
    void javasMemoryIsANumPyArray() {
        needNumPy();
        NDArray array = NDArray.allocate(DType.FLOAT64, 2, 3);
        PyObject seen = python.toPython(array);
        assertEquals("ndarray", seen.type().attr("__name__").toString());
        assertEquals(array.address(), seen.attr("ctypes").attr("data").as(long.class));
        python.eval("lambda a: a.fill(7)").call(seen);
        assertEquals(7.0, array.getDouble(1, 2));
        assertSame(array, seen.toJava());
        NDArray part = array.slice(1, 0, 3, 2).transpose();
        assertTrue(python.eval("lambda a: a.shape == (3 - 1, 2) and a.strides == (16, 24)")
                .call(part).isTrue());
        array.close();
        assertEquals("42.0", python.eval("lambda a: str(a.sum())").call(seen).toString());
        assertThrows(IllegalStateException.class, () -> python.toPython(array));
    }

    @Test
    void aThreadOfPythonsMayBeTheLastUser() {
        needNumPy();
        NDArray borrowed = array("np.arange(10.0)");
        python.exec("box = []");
        python.eval("box").invoke("append", borrowed.slice(0, 2, 4));
        System.gc();
        borrowed.close();
        assertEquals("[2. 3.]", python.eval("str(box[0])").toString());
        python.exec(
                "import threading\nt = threading.Thread(target=box.clear)\nt.start(); t.join()");
        for (int i = 0; i < 50 && exports() > 0; i++) {
            System.gc();
            python.exec("import gc; gc.collect()");
        }
        assertEquals(0, exports());
    }

    @Test
    void outArgumentsAreFilledAndComeBackAsThemselves() {
        needNumPy();
        PyObject np = python.importModule("numpy");
        float[] a = {1, 2};
        float[] b = {10, 20};
        float[] c = new float[2];
        PyObject sum = np.invoke("add", NDArray.of(a), NDArray.of(b), kw("out", inOut(c)));
        assertArrayEquals(new float[]{11, 22}, c);
        assertSame(c, sum.as(float[].class));
        double[][] grid = {{3, 1}, {2, 0}};
        python.eval("lambda g: g.sort()").call(inOut(grid));
        assertArrayEquals(new double[][]{{1, 3}, {0, 2}}, grid);
        boolean[] flags = {true, false};
        python.eval("lambda f: np.logical_not(f, out=f)").call(inOut(flags));
        assertArrayEquals(new boolean[]{false, true}, flags);
        assertThrows(IllegalArgumentException.class, () -> inOut("text"));
    }

    @Test
    void memoryGoesThereAndBack() {
        try (Arena arena = Arena.ofShared()) {
            MemorySegment memory = arena.allocate(16);
            PyObject view = python.toPython(memory);
            assertEquals("memoryview", view.type().attr("__name__").toString());
            view.setItem(3, 9);
            assertEquals(9, memory.get(ValueLayout.JAVA_BYTE, 3));
            assertSame(memory, view.toJava());
            assertInstanceOf(PyObject.class, view.item(python.eval("slice(1, 3)")).toJava());
            PyObject locked = python.toPython(memory.asReadOnly());
            assertThrows(RuntimeException.class, () -> locked.setItem(0, 1));
            view.close();
        }
        ByteBuffer buffer = ByteBuffer.allocateDirect(8);
        PyObject view = python.toPython(buffer);
        view.setItem(0, 5);
        assertEquals(5, buffer.get(0));
        assertSame(buffer, view.toJava());
        Arena closed = Arena.ofShared();
        MemorySegment gone = closed.allocate(8);
        closed.close();
        assertThrows(IllegalStateException.class, () -> python.toPython(gone));
    }

    @Test
    void pythonBuffersAreJavaMemory() {
        PyObject bytes = python.eval("bytearray(b'abcd')");
        MemorySegment memory = Objects.requireNonNull(bytes.as(MemorySegment.class));
        memory.set(ValueLayout.JAVA_BYTE, 0, (byte) 'z');
        assertEquals("bytearray(b'zbcd')", bytes.repr());
        assertThrows(RuntimeException.class, () -> bytes.invoke("append", 1));
        ByteBuffer buffer = Objects.requireNonNull(bytes.as(ByteBuffer.class));
        assertEquals('b', buffer.get(1));
        assertArrayEquals("zbcd".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                bytes.as(byte[].class));
        assertArrayEquals(new double[]{1, 2},
                python.eval("__import__('array').array('d', [1, 2])").as(double[].class));
        assertArrayEquals(new int[]{200}, python.eval("memoryview(b'\\xc8')").as(int[].class));
        assertThrows(ConversionException.class,
                () -> python.eval("__import__('array').array('d', [1])").as(int[].class));
        assertThrows(ConversionException.class, () -> python.eval("[1]").as(NDArray.class));
        assertEquals(4, Objects.requireNonNull(bytes.as(NDArray.class)).size());
    }

    @Test
    void numPyArraysAreCopiedToJavaArrays() {
        needNumPy();
        assertArrayEquals(new double[][]{{0, 1}, {2, 3}},
                python.eval("np.arange(4.0).reshape(2, 2)").as(double[][].class));
        assertArrayEquals(new long[]{0, 1},
                python.eval("np.arange(2, dtype='i2')").as(long[].class));
        assertArrayEquals(new double[]{1.5}, python.eval("np.float32([1.5])").as(double[].class));
        assertArrayEquals(new String[]{"a"}, python.eval("np.array(['a'])").as(String[].class));
        assertEquals(List.of(1.5, 2.5), python.eval("np.array([1.5, 2.5])").as(List.class));
        assertThrows(ConversionException.class,
                () -> python.eval("np.arange(4).reshape(2, 2)").as(long[].class));
    }

    @Test
    void manyArraysLeaveNothingBehind() throws InterruptedException {
        needNumPy();
        PyObject sum = python.eval("lambda a: float(a.sum())");
        long references = python.memory().references();
        for (int i = 0; i < 20000; i++) {
            try (NDArray array = NDArray.allocate(DType.FLOAT64, 1000)) {
                assertEquals(0.0, sum.callAs(Double.class, array));
            }
            NDArray seen = array("np.zeros(1000)");
            if (i % 2 == 0) {
                seen.close();
            }
        }
        for (int i = 0; i < 100
                && (python.memory().references() > references + 10 || exports() > 0); i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertEquals(0, exports());
        assertTrue(python.memory().references() <= references + 10);
    }

    private int exports() {
        return python.hold(Exporter::count);
    }
}
