package dev.krait.tck.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.krait.PyObject;
import dev.krait.Python;
import dev.krait.array.DType;
import dev.krait.array.NDArray;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Each way to cross without copying: the same address on both sides, and what one side writes the other reads. */
class SameMemoryTest {
    private final Python python = Python.start();

    SameMemoryTest() {
        python.exec("import array, ctypes, mmap\n"
                + "def address(x):\n    return ctypes.addressof(ctypes.c_char.from_buffer(x))\n");
    }

    private void needNumPy() {
        assumeTrue(python.eval("__import__('importlib.util').util.find_spec('numpy')").isTrue(),
                "needs numpy: runs with the embedded Python");
        python.exec("import numpy as np\n"
                + "def data(x):\n    return x.__array_interface__['data'][0]\n");
    }

    private long python(String function, Object value) {
        return Objects.requireNonNull(python.eval(function).callAs(long.class, value));
    }

    @Test
    void memoryOfJavaInPython() {
        MemorySegment segment = Arena.ofAuto().allocate(16);
        assertEquals(segment.address(), python("address", segment));
        ByteBuffer buffer = ByteBuffer.allocateDirect(16);
        assertEquals(MemorySegment.ofBuffer(buffer).address(), python("address", buffer));
        python.eval("lambda m: m.__setitem__(3, 7)").call(buffer);
        assertEquals(7, buffer.get(3));
        PyObject same = python.eval("lambda x: x");
        assertSame(segment, same.callAs(Object.class, segment));
        assertSame(segment, same.callAs(MemorySegment.class, segment));
        assertSame(buffer, same.callAs(ByteBuffer.class, buffer));
    }

    @Test
    void memoryOfPythonInJava() {
        for (String each : List.of("bytearray(16)", "array.array('d', [1, 2])", "mmap.mmap(-1, 16)",
                "(ctypes.c_double * 2)()")) {
            PyObject object = python.eval(each);
            long address = python("address", object);
            MemorySegment segment = Objects.requireNonNull(object.as(MemorySegment.class));
            assertEquals(address, segment.address(), each);
            assertEquals(address, MemorySegment
                    .ofBuffer(Objects.requireNonNull(object.as(ByteBuffer.class))).address());
            try (NDArray array = Objects.requireNonNull(object.as(NDArray.class))) {
                assertEquals(address, array.address());
            }
            segment.set(ValueLayout.JAVA_BYTE, 0, (byte) 7);
            assertEquals("7", python.eval("lambda x: bytes(x)[0]").call(object).toString());
        }
    }

    @Test
    void arraysOfJavaInNumPy() {
        needNumPy();
        NDArray rows = NDArray.allocate(DType.FLOAT64, 3, 4);
        assertEquals(rows.address(), python("data", rows));
        assertEquals(rows.address(), python("data", rows.transpose()));
        assertEquals(rows.address() + 32, python("data", rows.at(1)));
        assertEquals(rows.address() + 24, python("data", rows.slice(1, 3, -1, -2)));
        NDArray dates = NDArray.allocate(DType.datetime64("s"), 2);
        assertEquals(dates.address(), python("data", dates));
        assertSame(dates, python.eval("lambda x: x").call(dates).toJava());
        MemorySegment segment = Arena.ofAuto().allocate(24, 8);
        NDArray wrapped = NDArray.wrap(segment, DType.INT64, 3);
        assertEquals(segment.address(), python("data", wrapped));
        python.eval("lambda x: x.__setitem__(2, 9)").call(wrapped);
        assertEquals(9, segment.getAtIndex(ValueLayout.JAVA_LONG, 2));
        assertSame(wrapped, python.eval("lambda x: x").call(wrapped).toJava());
    }

    @Test
    void numPysOwnArrayOverJavaMemoryIsAnArray() {
        needNumPy();
        ByteBuffer buffer = ByteBuffer.allocateDirect(16);
        NDArray seen = assertInstanceOf(NDArray.class,
                python.eval("np.asarray").call(buffer).toJava());
        assertEquals(MemorySegment.ofBuffer(buffer).address(), seen.address());
        assertSame(buffer, python.eval("np.asarray").call(buffer).as(ByteBuffer.class));
    }

    @Test
    void arraysOfNumPyInJava() {
        needNumPy();
        for (String each : List.of("np.arange(6.)", "np.arange(6.)[::-2]",
                "np.arange(6).reshape(2, 3).T", "np.asfortranarray(np.ones((2, 3)))",
                "np.arange(24).reshape(2, 3, 4)[:, ::-1, 1:]", "np.array(5.0)",
                "np.arange(3, dtype='>i4')", "np.array(['2024-01-02'], dtype='M8[D]')",
                "np.array(['ab', 'c'])", "np.ones(3, dtype='c16')", "np.ones(3, dtype='f2')")) {
            PyObject object = python.eval(each);
            NDArray array = assertInstanceOf(NDArray.class, object.toJava());
            assertEquals(python("data", object), array.address(), each);
            assertTrue(object.is(python.toPython(array)), each);
        }
    }

    @Test
    void whatBothUseIsNotMovedOrFreed() {
        needNumPy();
        PyObject bytes = python.eval("bytearray(8)");
        NDArray array = Objects.requireNonNull(bytes.as(NDArray.class));
        assertThrows(RuntimeException.class, () -> bytes.invoke("append", 1));
        array.close();
        bytes.invoke("append", 1);
        NDArray own = NDArray.of(new long[]{1, 2, 3});
        PyObject seen = python.toPython(own);
        own.close();
        assertEquals("6", seen.invoke("sum").toString());
        Arena arena = Arena.ofConfined();
        NDArray wrapped = NDArray.wrap(arena.allocate(8), DType.INT64, 1);
        arena.close();
        assertThrows(IllegalStateException.class, () -> python.toPython(wrapped));
        assertThrows(IllegalStateException.class, () -> wrapped.get(0));
    }
}
