package dev.krait;

import static dev.krait.Kw.kw;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.krait.error.PythonException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PyObjectTest {
    private final Python python = Python.start();

    @Test
    void evaluatesTheLastExpression() {
        assertEquals(42, python.eval("x = 6\nx * 7").toJava());
        assertTrue(python.eval("x = 6").isNone());
        assertNull(python.eval("None").toJava());
    }

    @Test
    void callsWithKeywords() {
        PyObject f = python.eval("lambda a, b=2, *rest, **more: (a, b, rest, more)");
        assertEquals("(1, 2, (), {'x': 3})", f.call(1, kw("x", 3)).toString());
        assertEquals("(1, 5, (6,), {})", f.call(1, 5, 6).toString());
        assertThrows(IllegalArgumentException.class, () -> f.call(kw("a", 1), 2));
    }

    @Test
    void keepsEveryTextAndNumber() {
        for (String text : List.of("", "abc", "\0", "é", "中文", "🐍", "a\ud800b", "🐍".repeat(5000),
                "x".repeat(100000))) {
            assertEquals(text, python.eval("lambda x: x").call(text).toJava());
        }
        BigInteger huge = BigInteger.TWO.pow(20000).negate();
        for (Object number : List.of(0, 1, -1, 1 << 30, Integer.MIN_VALUE, Long.MAX_VALUE,
                Long.MIN_VALUE, huge, 1.5, true)) {
            assertEquals(number, python.eval("lambda x: x").call(number).toJava());
        }
    }

    @Test
    void errorsCarryTypeMessageAndFrames() {
        PythonException error = assertThrows(PythonException.class,
                () -> python.main().eval("def f():\n    raise ValueError('bad')\nf()", "some.py"));
        assertEquals("ValueError: bad", error.getMessage());
        assertEquals("f", error.getStackTrace()[0].getMethodName());
        assertEquals("some.py", error.getStackTrace()[0].getFileName());
        assertEquals(2, error.getStackTrace()[0].getLineNumber());
    }

    @Test
    void iterates() {
        List<Object> seen = new ArrayList<>();
        python.eval("range(3)").forEach(item -> seen.add(item.toJava()));
        assertEquals(List.of(0, 1, 2), seen);
    }

    @Test
    void isClosedByItsScope() {
        PyObject object;
        try (Scope _ = python.scope()) {
            object = python.eval("[1]");
            assertFalse(object.isClosed());
        }
        assertThrows(IllegalStateException.class, object::repr);
        assertEquals("[closed]", object.toString());
    }

    @Test
    void scopesAreClosedTheInnermostFirstOnce() {
        Scope outer = python.scope();
        Scope inner = python.scope();
        assertThrows(IllegalStateException.class, outer::close);
        inner.close();
        inner.close();
        outer.close();
        outer.close();
    }

    @Test
    void limitsOfAnyLengthAreTaken() {
        Duration forEver = ChronoUnit.FOREVER.getDuration();
        assertEquals(3, python.within(forEver,
                () -> python.within(forEver, () -> python.eval("1 + 2").as(int.class))));
        assertEquals(3,
                python.withinAsync(forEver, () -> python.eval("1 + 2").as(int.class)).join());
        assertThrows(IllegalArgumentException.class, () -> python.within(Duration.ZERO, () -> 1));
    }

    @Test
    void worksOnVirtualThreads() throws InterruptedException {
        List<Object> results = java.util.Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            int n = i;
            threads.add(Thread.ofVirtual().start(
                    () -> results.add(python.toPython(n).invokeAs(Integer.class, "__add__", 1))));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(100, results.size());
    }
}
