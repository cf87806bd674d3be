package dev.krait.tck.soak;

import dev.krait.Namespace;
import dev.krait.PyObject;
import dev.krait.Python;
import dev.krait.error.PythonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Resident memory after each tenth of ten million calls and of a million exceptions each way. Not a test: the reader
 * judges.
 */
public final class Slope {
    private static final int PARTS = 10;
    private static final int CALLS = 1_000_000;
    private static final int ERRORS = 100_000;

    private Slope() {}

    /** No arguments. */
    public static void main(String[] arguments) throws IOException {
        Python python = Python.start();
        Namespace names = python.newNamespace();
        names.exec("""
                def call(i): return str(i)
                def boom(): raise ValueError('x')
                def catch(f, n):
                    for i in range(n):
                        try: f()
                        except Exception: pass
                """);
        names.set("fail", (Runnable) () -> {
            throw new IllegalStateException("on purpose");
        });
        PyObject call = Objects.requireNonNull(names.get("call"));
        PyObject boom = Objects.requireNonNull(names.get("boom"));
        PyObject catching = names.eval("lambda n: catch(fail, n)");
        run("calls", () -> {
            for (int i = 0; i < CALLS; i++) {
                call.callAs(String.class, i);
            }
        });
        run("exceptions to Java", () -> {
            for (int i = 0; i < ERRORS; i++) {
                try {
                    boom.call();
                    throw new AssertionError("no error");
                } catch (PythonException onPurpose) {
                    // as it should be
                }
            }
        });
        run("exceptions to Python", () -> catching.call(ERRORS));
        System.out.println(python.memory());
    }

    private static void run(String what, Runnable part) throws IOException {
        StringBuilder line = new StringBuilder(what).append(", MB:");
        for (int i = 0; i < PARTS; i++) {
            part.run();
            line.append(' ').append(residentMegabytes());
        }
        System.out.println(line);
    }

    private static long residentMegabytes() throws IOException {
        return Long.parseLong(Files.readString(Path.of("/proc/self/statm")).split(" ", 3)[1]) >> 8;
    }
}
