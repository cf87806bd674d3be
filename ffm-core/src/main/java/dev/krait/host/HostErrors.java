package dev.krait.host;

import dev.krait.capi.Statics;
import dev.krait.convert.Declared;
import dev.krait.error.PythonException;
import dev.krait.gil.Attachment;
import dev.krait.gil.Stop;
import dev.krait.op.Attributes;
import dev.krait.op.Calls;
import dev.krait.op.Items;
import dev.krait.op.JavaErrors;
import dev.krait.op.Text;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Throwables inside Python exceptions. */
final class HostErrors implements JavaErrors {
    private static final int DEEPEST_CAUSE = 50;

    /** What an exception says of itself. */
    private record Told(String message, @Nullable Throwable cause) {
        /** Without the GIL where the class is not of the JDK: its methods may wait for a lock whose owner calls Python. */
        static Told by(Attachment thread, Throwable thrown) {
            return thrown.getClass().getClassLoader() == null
                    ? of(thrown)
                    : thread.outsideUnchecked(() -> of(thrown));
        }

        private static Told of(Throwable thrown) {
            return new Told(Objects.requireNonNullElseGet(thrown.getMessage(),
                    thrown.getClass()::getSimpleName), thrown.getCause());
        }
    }

    @Override
    public long newException(Throwable thrown) {
        Attachment thread = Attachment.current();
        if (thrown instanceof PythonException python && python.value() != null) {
            return Host.conversion().toPython(thread, python.value());
        }
        if (thrown instanceof PythonException python) {
            Throwable checked = Declared.wrappedIn(python);
            return checked != null ? newException(checked) : newBuiltin(thread, python);
        }
        return newException(thread, thrown, 0);
    }

    private long newException(Attachment thread, Throwable thrown, int depth) {
        Origins.forgetGone();
        long origin = Origins.of(thrown);
        if (origin != 0) {
            return Counts.retain(origin);
        }
        Mirror mirror = Mirror.of(thrown.getClass());
        Told told = Told.by(thread, thrown);
        Throwable cause = depth < DEEPEST_CAUSE ? told.cause : null;
        if (cause == null) {
            long made = newWithoutCause(thread, mirror, thrown, told);
            if (made != 0) {
                return made;
            }
        }
        long because = cause == null
                ? Counts.retain(Statics.NONE)
                : cause instanceof PythonException
                        ? newException(cause)
                        : newException(thread, cause, depth + 1);
        long arguments = Items.newTuple(Counts.retain(mirror.python(thread)),
                Text.newText(thread, told.message), newCarrier(thrown), because);
        try {
            return Calls.call(thread, HostPython.newError(), arguments);
        } finally {
            Counts.release(arguments);
        }
    }

    /** What {@code new_error} does, without Python code; 0 where the class wants more than a text. */
    private static long newWithoutCause(Attachment thread, Mirror mirror, Throwable thrown,
            Told told) {
        long text = Text.newText(thread, told.message);
        long made = Calls.tryCall(thread, mirror.newFunction(thread), mirror.python(thread), text);
        Counts.release(text);
        if (made == 0) {
            Raise.clearIf(Statics.TYPE_ERROR);
            Raise.checkOccurred();
            return 0;
        }
        long carrier = newCarrier(thrown);
        try {
            Attributes.set(thread, made, "_java", carrier);
            return made;
        } catch (RuntimeException failed) {
            Counts.release(made);
            throw failed;
        } finally {
            Counts.release(carrier);
        }
    }

    private static long newCarrier(Throwable thrown) {
        return Live.newObject(LiveTypes.root(), thrown, 0);
    }

    @Override
    public @Nullable Throwable throwableOf(long exception) {
        return Receivers.throwableForJava(exception);
    }

    /** For one that was made in Java, so that no Python exception is behind it. */
    private static long newBuiltin(Attachment thread, PythonException error) {
        Stop stop = Stop.of(error.typeName());
        if (stop != null && stop.errorClass() != 0) {
            return Calls.call(stop.errorClass());
        }
        long arguments = Items.newTuple(Text.newText(thread, error.typeName()),
                Text.newText(thread, error.text()));
        try {
            return Calls.call(thread, HostPython.function("new_builtin"), arguments);
        } finally {
            Counts.release(arguments);
        }
    }
}
