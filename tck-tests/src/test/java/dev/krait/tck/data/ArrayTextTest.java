package dev.krait.tck.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.krait.Python;
import dev.krait.array.NDArray;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The text of an array is that of NumPy 2. */
class ArrayTextTest {
    private final Python python = Python.start();

    @Test
    void arraysPrintAsNumPyPrintsThem() throws IOException {
        assumeTrue(python.eval("__import__('importlib.util').util.find_spec('numpy')").isTrue(),
                "needs numpy: runs with the embedded Python");
        python.exec("import numpy as np");
        assumeTrue(python.eval("int(np.__version__.split('.')[0]) >= 2").isTrue(),
                "needs numpy 2, which prints some numbers in another way than 1: as above");
        List<String> rows = rows();
        assertTrue(rows.size() > 70);
        for (String each : rows) {
            try (NDArray array = python.eval(each).as(NDArray.class)) {
                assertEquals(python.eval("str(" + each + ")").toString(),
                        Objects.requireNonNull(array).toString(), each);
            }
        }
    }

    private static List<String> rows() throws IOException {
        try (InputStream stream = ArrayTextTest.class.getResourceAsStream("numpy-text.txt")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.startsWith("#")).toList();
        }
    }
}
