package dev.krait.error;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * An exception that Python raised: plain data, usable on any thread and after the interpreter's end.
 *
 * <p>{@link #getMessage} is Python's last line, {@code ValueError: bad}. The stack trace starts with the Python
 * frames, innermost first, and goes on with the Java frames of the call. The cause is {@code __cause__}, or the
 * {@code __context__} that Python would show.
 */
public final class PythonException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String typeName;
    private final String text;
    private final @Nullable Integer exitCode;
    private final @Nullable SourcePosition position;
    private final transient @Nullable Object value;
    /** Python frames that are not yet in the stack trace. */
    private transient List<StackTraceElement> frames;

    /** Where in a source a Python error arose.
     *
     * @param file the name under which the source was evaluated
     * @param line 1 for the first; -1 when not known
     * @param column 1 for the first; -1 when not known
     */
    public record SourcePosition(@Nullable String file, int line,
            int column) implements java.io.Serializable {
        private static final long serialVersionUID = 1;
    }

    /**
     * Made where a Python error is translated.
     *
     * @param typeName the exception's class as tracebacks name it
     * @param text what {@code str()} of it says
     * @param frames the Python frames, innermost first
     * @param position where it arose, when known
     * @param exitCode the code, when it is a SystemExit
     * @param cause its cause, or null
     * @param value the Python exception as an object of the direct API
     */
    public PythonException(String typeName, String text, List<StackTraceElement> frames,
            @Nullable SourcePosition position, @Nullable Integer exitCode,
            @Nullable Throwable cause, @Nullable Object value) {
        super(text.isEmpty() ? typeName : typeName + ": " + text, cause);
        this.typeName = typeName;
        this.text = text;
        this.position = position;
        this.exitCode = exitCode;
        this.value = value;
        this.frames = List.copyOf(frames);
    }

    /** The exception's class as tracebacks name it: {@code ValueError}, {@code json.decoder.JSONDecodeError}. */
    public String typeName() {
        return typeName;
    }

    /** What {@code str()} of the exception says; for a SyntaxError with the line and a caret under the place. */
    public String text() {
        return text;
    }

    /** Where it arose; for a SyntaxError the place in the source it names. */
    public @Nullable SourcePosition position() {
        return position;
    }

    /** The code of a SystemExit as {@code python} would exit with: 0 for None, 1 for a text; empty for others. */
    public OptionalInt exitCode() {
        return exitCode == null ? OptionalInt.empty() : OptionalInt.of(exitCode);
    }

    /** The Python exception itself, a {@code dev.krait.PyObject}; null after deserialisation. */
    public @Nullable Object value() {
        return value;
    }

    /** The Python frames, innermost first, then the Java frames of the call. */
    @Override
    public StackTraceElement[] getStackTrace() {
        completeStackTrace();
        return super.getStackTrace();
    }

    /** The cause, with its Python frames in place. */
    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // the cause is set once, by the
                                                             // constructor
    public @Nullable Throwable getCause() {
        Throwable cause = super.getCause();
        if (cause instanceof PythonException error) {
            error.completeStackTrace();
        }
        return cause;
    }

    /** The class and {@link #getMessage}, like any Throwable. */
    @Override
    @SuppressWarnings("OverrideThrowableToString") // it says the same
    public String toString() {
        // printing and wrapping ask for this first, and then read the frames without asking this
        // class
        completeStackTrace();
        return super.toString();
    }

    /**
     * Puts the Python frames into the stack trace now. That happens by itself when somebody looks, as making Java's
     * frames is slow; an exception that wraps this one and is printed by {@link Throwable#printStackTrace} does not
     * look, unless it was made by {@code new X(cause)}.
     */
    public void completeStackTrace() {
        synchronized (this) {
            if (frames.isEmpty()) {
                return;
            }
            StackTraceElement[] java = super.getStackTrace();
            StackTraceElement[] merged = frames
                    .toArray(new StackTraceElement[frames.size() + java.length]);
            System.arraycopy(java, 0, merged, frames.size(), java.length);
            frames = List.of();
            setStackTrace(merged);
        }
    }

    /** Throwable's own fields are written before those of this class, so the frames must be in place by then. */
    private Object writeReplace() {
        completeStackTrace();
        return this;
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        frames = List.of();
    }
}
