package dev.krait.cli;

import dev.krait.Namespace;
import dev.krait.PyObject;
import dev.krait.Python;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The functions of one of our Python sources. They run on Python's main thread. */
final class PythonSide {
    // the name that Krait's own frames have; tracebacks leave them out
    private static final String FILE = "<krait>";
    private final Python python;
    private final Namespace names;

    private PythonSide(Python python, Namespace names) {
        this.python = python;
        this.names = names;
    }

    /** Runs a resource that lies beside this class. */
    static PythonSide load(Python python, String resource) {
        Namespace names = python.newNamespace();
        names.set("__name__", "krait");
        names.eval(source(resource), FILE).close();
        return new PythonSide(python, names);
    }

    /** Calls a function that gives an int. */
    int number(String function, @Nullable Object... arguments) {
        return Objects.requireNonNull(call(Integer.class, function, arguments), function);
    }

    /** Calls a function that gives a str. */
    String text(String function, @Nullable Object... arguments) {
        return Objects.requireNonNull(call(String.class, function, arguments), function);
    }

    /** Calls a function that gives a bool. */
    boolean claim(String function, @Nullable Object... arguments) {
        return Objects.requireNonNull(call(Boolean.class, function, arguments), function);
    }

    /** A function to be called on any thread. */
    PyObject function(String name) {
        return Objects.requireNonNull(names.get(name), name);
    }

    private <T> @Nullable T call(Class<T> type, String name, @Nullable Object... arguments) {
        PyObject function = function(name);
        return python.onMainThread(() -> function.callAs(type, arguments));
    }

    private static String source(String resource) {
        try (InputStream in = PythonSide.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
