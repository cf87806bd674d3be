package dev.krait.host;

import dev.krait.capi.Statics;
import dev.krait.error.PythonException;
import dev.krait.gil.Attachment;
import dev.krait.op.Text;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What mirrored exceptions ask of Java. */
final class ThrowableNatives {
    private static final int SHOWN = 50;

    private ThrowableNatives() {}

    /** {@code _frames(carrier)}: the Java frames down to where Python called, as text. */
    static long frames(Attachment thread, long args) {
        StringBuilder text = new StringBuilder();
        int shown = 0;
        if (Live.get(Natives.at(args, 0)) instanceof Throwable thrown) {
            for (StackTraceElement each : thread.outsideUnchecked(thrown::getStackTrace)) {
                if (shown++ == SHOWN || each.getClassName().startsWith("dev.krait.host.Invoker")) {
                    break;
                }
                text.append(text.isEmpty() ? "" : "\n").append("  at ").append(each);
            }
        }
        return Text.newText(thread, text.toString());
    }

    /** {@code _carrier(type, *args)}: a new Throwable of a class for an exception that Python made. */
    static long carrier(Attachment thread, long args, int count) {
        Mirror mirror = Mirror.ofType(Natives.at(args, 0));
        if (mirror == null) {
            return Counts.retain(Statics.NONE);
        }
        try {
            Object made = mirror.constructors().construct(thread, args + Long.BYTES, count - 1);
            return Live.newObject(LiveTypes.root(), Objects.requireNonNull(made), 0);
        } catch (Throwable refused) {
            throw Raise.<RuntimeException>sneaky(refused);
        }
    }

    /** The same error, except for the Python exceptions behind it and its causes: those of the other one. */
    private static PythonException withValue(PythonException error, @Nullable Object other) {
        Object value = other instanceof PythonException copy ? copy.value() : null;
        Throwable cause = error.getCause() instanceof PythonException because
                ? withValue(because, other instanceof PythonException copy ? copy.getCause() : null)
                : error.getCause();
        OptionalInt code = error.exitCode();
        PythonException made = new PythonException(error.typeName(), error.text(), List.of(),
                error.position(), code.isPresent() ? code.getAsInt() : null, cause, value);
        made.setStackTrace(error.getStackTrace());
        return made;
    }

    /** {@code _init_cause(carrier, cause, copy)}: where Java's cause is still free. */
    static long initCause(Attachment thread, long args) {
        Object cause = Host.conversion().toJava(thread, Natives.at(args, 1));
        if (cause instanceof PythonException python) {
            cause = withValue(python, Host.conversion().toJava(thread, Natives.at(args, 2)));
        }
        if (Live.get(Natives.at(args, 0)) instanceof Throwable thrown
                && cause instanceof Throwable because && thrown.getCause() == null) {
            try {
                thrown.initCause(because);
            } catch (IllegalStateException | IllegalArgumentException taken) {
                return Counts.retain(Statics.FALSE);
            }
        }
        return Counts.retain(Statics.TRUE);
    }
}
