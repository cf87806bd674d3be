package dev.krait.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.krait.PyObject;
import dev.krait.Python;
import dev.krait.error.PythonException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecursionTest {
    private final Python python = Python.start();

    @ParameterizedTest
    @ValueSource(longs = {512 << 10, 1 << 20, 8 << 20})
    void endlessRecursionAcrossTheBorderIsARecursionError(long stack) throws InterruptedException {
        AtomicReference<Throwable> seen = new AtomicReference<>();
        Thread thread = new Thread(null, () -> {
            for (int i = 0; i < 3; i++) {
                seen.set(recurse());
            }
        }, "small", stack);
        thread.start();
        thread.join();
        assertTrue(seen.get() instanceof PythonException, () -> String.valueOf(seen.get()));
        assertEquals("RecursionError", ((PythonException) seen.get()).typeName());
    }

    private Throwable recurse() {
        PyObject[] down = new PyObject[1];
        UnaryOperator<Object> up = x -> down[0].call(x, x).toJava();
        try (PyObject make = python.eval("lambda up: (lambda *args: up(args[0]))")) {
            down[0] = make.call(up);
            down[0].call(1);
            return new AssertionError("came back");
        } catch (RuntimeException | Error thrown) {
            return thrown;
        }
    }
}
