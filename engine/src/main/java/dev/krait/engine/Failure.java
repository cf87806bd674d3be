package dev.krait.engine;

import dev.krait.error.PythonException;
import javax.script.ScriptException;
import org.jspecify.annotations.Nullable;

/** The ScriptException of this engine. */
final class Failure extends ScriptException {
    private static final long serialVersionUID = 1;

    Failure(String message, @Nullable String file, int line, int column) {
        super(message, file, line, column);
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // it only reads what initCause has set
                                                             // once
    public @Nullable Throwable getCause() {
        Throwable cause = super.getCause();
        if (cause instanceof PythonException error) {
            error.completeStackTrace(); // Throwable prints the frames of a cause without asking its
                                        // class
        }
        return cause;
    }

    /** Its name is the one people search their logs for. */
    @Override
    @SuppressWarnings("OverrideThrowableToString") // it says the same of the class that hosts know
    public String toString() {
        return ScriptException.class.getName() + ": " + getMessage();
    }
}
