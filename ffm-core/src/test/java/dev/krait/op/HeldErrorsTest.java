package dev.krait.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.krait.PyObject;
import dev.krait.Python;
import dev.krait.error.PythonException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Python exceptions in Java's hands, which Python's collector of cycles does not look at. */
class HeldErrorsTest {
    private final Python python = Python.start();

    @BeforeEach
    void define() {
        python.exec(
                """
                        import gc, sys, traceback, weakref
                        class Probe: pass
                        class Own(Exception): pass
                        probes = []
                        def boom(kind, *more):
                            probe = Probe()
                            probes.append(weakref.ref(probe))
                            try:
                                raise kind('x', *more)
                            except Exception as error:
                                me = error
                            raise me
                        def alive():
                            gc.collect()
                            return sum(1 for each in probes if each() is not None)
                        def lines(error): return ''.join(traceback.format_exception(type(error), error, error.__traceback__))
                        """);
    }

    private PythonException boom(String kind) {
        return assertThrows(PythonException.class,
                () -> python.eval("boom").call(python.eval(kind)));
    }

    private static PyObject value(PythonException error) {
        return assertInstanceOf(PyObject.class, Objects.requireNonNull(error.value()));
    }

    private long alive() {
        return Objects.requireNonNull(python.eval("alive").callAs(Long.class));
    }

    @Test
    void aCycleThroughTheFramesGoesWhenJavaLetsGo() {
        for (String kind : List.of("ValueError", "Own", "OSError")) {
            for (int i = 0; i < 3; i++) {
                PythonException error = boom(kind);
                assertEquals(1, alive());
                assertFalse(python.eval("gc").invoke("is_tracked", value(error)).isTrue());
                value(error).close();
                assertEquals(0, alive());
                python.exec("probes.clear()");
            }
        }
    }

    @Test
    void whatPythonKeepsIsInItsCollectorsCareAgain() {
        PythonException error = boom("ValueError");
        python.exec("kept = []");
        python.eval("kept").invoke("append", value(error));
        value(error).close();
        assertTrue(python.eval("gc.is_tracked(kept[0])").isTrue());
        assertTrue(python.eval("gc.is_tracked(kept[0].__traceback__)").isTrue());
        assertTrue(python.eval("gc.is_tracked(kept[0].__traceback__.tb_frame)").isTrue());
        assertEquals(1, alive());
        python.exec("kept.clear()");
        assertEquals(0, alive());
    }

    @Test
    void theTracebackIsWhatPythonShows() {
        PythonException first = boom("ValueError");
        PythonException second = boom("ValueError");
        for (PythonException error : List.of(first, second)) {
            assertEquals("ValueError: x", error.getMessage());
            assertEquals("boom", error.getStackTrace()[0].getMethodName());
            assertEquals(9, error.getStackTrace()[0].getLineNumber());
            assertEquals("boom", error.getStackTrace()[1].getMethodName());
            assertEquals(12, error.getStackTrace()[1].getLineNumber());
            String shown = python.eval("lines").callAs(String.class, error);
            assertTrue(Objects.requireNonNull(shown).contains("line 9, in boom"), shown);
        }
    }

    @Test
    void severalOwnersMayCloseInAnyOrder() {
        PythonException error = boom("ValueError");
        PyObject again = python.toPython(error);
        value(error).close();
        assertEquals(1, alive());
        again.close();
        assertEquals(0, alive());
    }

    @Test
    void aRaisedAgainErrorHasTheFramesOfBothWays() {
        PythonException error = boom("ValueError");
        python.exec("def again(error): raise error");
        PythonException second = assertThrows(PythonException.class,
                () -> python.eval("again").call(error));
        assertTrue(value(second).is(value(error)));
        assertEquals(List.of("boom", "boom", "again"), List.of(second.getStackTrace()).subList(0, 3)
                .stream().map(StackTraceElement::getMethodName).toList());
        value(second).close();
        value(error).close();
        assertEquals(0, alive());
    }

    @Test
    void collectionsBetweenHarmNothing() {
        List<PythonException> errors = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            errors.add(boom(i % 2 == 0 ? "ValueError" : "Own"));
            if (i % 50 == 0) {
                python.exec("gc.collect()");
            }
        }
        assertEquals(300, alive());
        errors.forEach(error -> value(error).close());
        assertEquals(0, alive());
    }
}
