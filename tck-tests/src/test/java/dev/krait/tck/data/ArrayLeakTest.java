package dev.krait.tck.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.krait.PyObject;
import dev.krait.Python;
import dev.krait.array.DType;
import dev.krait.array.NDArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A hundred thousand arrays each way, closed or dropped, take no more memory than the first few thousand. */
class ArrayLeakTest {
    private static final int ARRAYS = 100_000;
    private static final int WARM = 10_000;
    private static final int ELEMENTS = 1000;
    private static final long ALLOWED = 100L << 20; // a leak of all would be 720 MB
    private static final Path STATUS = Path.of("/proc/self/status");
    private final Python python = Python.start();

    @BeforeEach
    void needsNumPyAndLinux() {
        assumeTrue(Files.exists(STATUS), "needs /proc: runs on Linux");
        assumeTrue(python.eval("__import__('importlib.util').util.find_spec('numpy')").isTrue(),
                "needs numpy: runs with the embedded Python");
        python.exec("import numpy as np");
    }

    private static void stayFlat(IntConsumer step) {
        long before = 0;
        long most = 0;
        for (int i = 0; i < ARRAYS; i++) {
            step.accept(i);
            if (i % 5000 == 0) {
                System.gc(); // the collector does not know of memory off the heap
                before = i == WARM ? resident() : before;
                most = i > WARM ? Math.max(most, resident()) : most;
            }
        }
        long grown = most - before;
        assertTrue(grown < ALLOWED, () -> "grew by " + (grown >> 20) + " MB");
    }

    private static long resident() {
        try {
            String line = Files.readAllLines(STATUS).stream()
                    .filter(each -> each.startsWith("VmRSS:")).findFirst().orElseThrow();
            return Long.parseLong(line.replaceAll("[^0-9]", "")) << 10;
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @Test
    void arraysOfJavaSeenByPython() {
        PyObject sum = python.eval("lambda x: x[3]");
        stayFlat(i -> {
            NDArray array = NDArray.allocate(DType.FLOAT64, ELEMENTS);
            array.setDouble(i, 3);
            assertEquals(i, Objects.requireNonNull(sum.callAs(double.class, array)));
            if (i % 2 == 0) {
                array.close();
            }
        });
    }

    @Test
    void arraysOfPythonSeenByJava() {
        PyObject make = python.eval("lambda i: np.full(1000, i, dtype='f8')");
        stayFlat(i -> {
            NDArray array = Objects.requireNonNull(make.callAs(NDArray.class, i));
            assertEquals(i, array.getDouble(3));
            if (i % 2 == 0) {
                array.close();
            }
        });
    }

    @Test
    void arraysOfTheHeapBothWays() {
        PyObject twice = python.eval("lambda x: np.asarray(x) * 2");
        double[] values = new double[ELEMENTS];
        stayFlat(i -> {
            values[3] = i;
            assertEquals(2.0 * i, Objects.requireNonNull(twice.callAs(double[].class, values))[3]);
        });
    }
}
