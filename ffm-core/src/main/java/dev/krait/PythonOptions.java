package dev.krait;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How Python is to be started. Immutable.
 *
 * @param python which one: the path of an executable or of a venv, a name or version to look for on PATH, {@code
 *        embedded}; null to find one, as docs/choosing-a-python.md says
 */
public record PythonOptions(@Nullable String python) {
    /** Find a Python, everything else by default. */
    public static PythonOptions defaults() {
        return new PythonOptions(null);
    }

    /** The same with an explicit choice of Python, which is an error when it does not work. */
    public PythonOptions withPython(String choice) {
        return new PythonOptions(Objects.requireNonNull(choice, "choice"));
    }
}
