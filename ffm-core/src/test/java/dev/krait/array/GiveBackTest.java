package dev.krait.array;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.krait.Python;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Buffers given to Java methods as arrays hold afterwards what the methods made of them. */
class GiveBackTest {
    private final Python python = Python.start();

    GiveBackTest() {
        python.exec("import array, java.util");
        python.main().set("Change", Change.class);
    }

    /** Methods that write to their arrays. */
    public static final class Change {
        private Change() {}

        /** Changes every sign. */
        public static void negate(double[] values) {
            for (int i = 0; i < values.length; i++) {
                values[i] = -values[i];
            }
        }

        /** Changes one element of a row. */
        public static void corner(int[][] rows) {
            rows[1][0] = 99;
        }

        /** Boxed numbers the other way round. */
        public static void reverse(Integer[] numbers) {
            Collections.reverse(Arrays.asList(numbers));
        }

        /** The first number. */
        public static void start(long[] numbers) {
            numbers[0] = 5;
        }

        /** The least byte there is. */
        public static void first(byte[] bytes) {
            bytes[0] = -1;
        }
    }

    private void check(String value, String call, String expected) {
        python.exec("x = " + value + "\n" + call);
        assertEquals(expected, python.eval("str(memoryview(x).tolist())").toString(), value);
    }

    @Test
    void whatJavaWroteIsInTheBuffer() {
        check("array.array('i', [3, 1, 2])", "java.util.Arrays.sort(x)", "[1, 2, 3]");
        check("array.array('d', [1, 2])", "Change.negate(x)", "[-1.0, -2.0]");
        check("array.array('f', [1, 2])", "Change.negate(x)", "[-1.0, -2.0]");
        check("bytearray(b'ab')", "Change.first(x)", "[255, 98]");
        check("memoryview(bytearray(b'ab')).cast('c')", "Change.first(x)", "[b'\\xff', b'b']");
        check("array.array('q', [1, 2])", "Change.reverse(x)", "[2, 1]");
        check("bytearray(b'ab')", "java.util.Arrays.sort(x, 0, 0)", "[97, 98]");
    }

    @Test
    void whatCannotBeWrittenStaysAsItWas() {
        check("b'ab'", "Change.first(x)", "[97, 98]");
        python.exec("x = [1.0, 2.0]\nChange.negate(x)");
        assertEquals("[1.0, 2.0]", python.eval("x").toString());
    }

    @Test
    void everyLayoutOfNumPyIsWrittenBack() {
        assumeTrue(python.eval("__import__('importlib.util').util.find_spec('numpy')").isTrue(),
                "needs numpy: runs with the embedded Python");
        python.exec("import numpy as np");
        for (String each : List.of("np.array([0., 1., 2.])", "np.arange(3.)[::-1][::-1]",
                "np.arange(6.)[::2] / 2", "np.arange(3, dtype='>f8')", "np.arange(3, dtype='f4')",
                "np.arange(3)", "np.arange(6, dtype='i2')[::2] // 2")) {
            python.exec("x = " + each + "\nChange.negate(x)");
            assertEquals("True", python.eval("str(bool((x == [0, -1, -2]).all()))").toString(),
                    each);
        }
        python.exec("x = np.arange(4, dtype='i4').reshape(2, 2).T\nChange.corner(x)");
        assertEquals("[[0, 2], [99, 3]]", python.eval("x.tolist()").toString());
        python.exec("x = np.array(['2024-01-02'], dtype='M8[D]')\nChange.start(x)");
        assertEquals("['1970-01-06']", python.eval("str(x)").toString());
        python.exec("x = np.arange(2.)\nx.flags.writeable = False\nChange.negate(x)");
        assertEquals("[0.0, 1.0]", python.eval("x.tolist()").toString());
    }
}
