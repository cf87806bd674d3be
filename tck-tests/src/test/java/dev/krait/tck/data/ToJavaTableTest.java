package dev.krait.tck.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.krait.Complex;
import dev.krait.PyObject;
import dev.krait.Python;
import dev.krait.error.ConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.lang3.ClassUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Python expressions, the Java type that is asked for ({@code -} for none), and what comes of it. The rows stand in
 * {@code to-java.txt} and {@code numpy-to-java.txt}.
 */
class ToJavaTableTest {
    private static final Map<String, Class<?>> OURS = Map.of("Item", Item.class, "Color",
            Color.class, "Shape", Shape.class, "Pair", Pair.class, "Item[]", Item[].class, "Pair[]",
            Pair[].class, "Complex[]", Complex[].class, "Shape[]", Shape[].class);
    /** What the rows about NumPy use. */
    static final String NUMPY = """
            import numpy as np
            class Column:
                def __init__(self, values): self.values = np.asarray(values)
                def __array__(self, dtype=None, copy=None): return self.values
                def __iter__(self): return iter(self.values)
            """;
    private final Python python = Python.start();

    /** A record as scripts fill it. */
    public record Item(String name, short unitPrice, Optional<String> note) {}

    /** Two numbers. */
    public record Pair(int a, double b) {}

    /** An enum whose constants have classes of their own. */
    public enum Color {
        /** Plain. */
        RED,
        /** With a body. */
        GREEN {
            @Override
            boolean isBright() {
                return true;
            }
        };

        boolean isBright() {
            return false;
        }
    }

    /** A sealed interface. */
    public sealed interface Shape permits Circle, Square {}

    /** Round. */
    public record Circle(double radius) implements Shape {}

    /** Not round. */
    public record Square(double side) implements Shape {}

    @Test
    void eachRowOfTheTableHolds() throws Exception {
        python.exec(text("to-java.py"));
        List<String[]> rows = rows("to-java.txt");
        assertTrue(rows.size() > 200, () -> rows.size() + " rows");
        check(rows);
    }

    @Test
    void eachRowOfTheTableOfNumPyHolds() throws Exception {
        assumeTrue(python.eval("__import__('importlib.util').util.find_spec('numpy')").isTrue(),
                "needs numpy: runs with the embedded Python");
        python.exec(NUMPY);
        check(rows("numpy-to-java.txt"));
    }

    private void check(List<String[]> rows) {
        List<String> wrong = new ArrayList<>();
        for (String[] row : rows) {
            String is = outcome(row[0], row[1]);
            if (!is.equals(row[2])) {
                wrong.add(row[0] + "\t" + row[1] + "\t" + is + "\n    rather than " + row[2]);
            }
        }
        assertEquals("", String.join("\n", wrong));
    }

    private String outcome(String expression, String type) {
        try (PyObject object = python.eval(expression)) {
            @Nullable
            Object value = type.equals("-") ? object.toJava() : object.as(classOf(type));
            return Shown.of(value);
        } catch (ConversionException unfit) {
            return "! " + unfit.getMessage();
        } catch (ClassNotFoundException misspelt) {
            throw new AssertionError(misspelt);
        }
    }

    static Class<?> classOf(String name) throws ClassNotFoundException {
        Class<?> ours = OURS.get(name);
        return ours == null ? ClassUtils.getClass(name) : ours;
    }

    static List<String[]> rows(String table) throws IOException {
        return text(table).lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t")).toList();
    }

    static String text(String resource) throws IOException {
        try (InputStream stream = ToJavaTableTest.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(stream, resource).readAllBytes(),
                    StandardCharsets.UTF_8);
        }
    }
}
