package dev.krait.host;

import dev.krait.capi.Layout;
import dev.krait.error.PythonException;
import dev.krait.gil.Attachment;
import dev.krait.op.Calls;
import dev.krait.op.Items;
import dev.krait.op.JavaErrors;
import dev.krait.op.Text;
import dev.krait.ref.Counts;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Throwables inside Python exceptions. */
final class HostErrors implements JavaErrors {
    @Override
    public long newException(Throwable thrown) {
        Attachment thread = Attachment.current();
        if (thrown instanceof PythonException python && python.value() != null) {
            return Host.conversion().toPython(thread, python.value());
        }
        if (thrown instanceof PythonException python) {
            return newBuiltin(thread, python);
        }
        return newException(thread, Mirror.of(thrown.getClass()).python(thread), thrown);
    }

    /** An exception of the given class (borrowed) that carries a Throwable: owned. */
    static long newException(Attachment thread, long type, Throwable thrown) {
        long arguments = Items.newTuple(Counts.retain(type), newMessage(thread, thrown),
                Live.newObject(LiveTypes.root(), thrown, 0));
        try {
            return Calls.call(thread, HostPython.newError(), arguments);
        } finally {
            Counts.release(arguments);
        }
    }

    @Override
    public @Nullable Throwable throwableOf(long exception) {
        return Mirror.ofType(Layout.typeOf(exception)) == null
                ? null
                : Receivers.throwable(exception);
    }

    /** For one that was made in Java, so that no Python exception is behind it. */
    private static long newBuiltin(Attachment thread, PythonException error) {
        long arguments = Items.newTuple(Text.newText(thread, error.typeName()),
                Text.newText(thread, error.text()));
        try {
            return Calls.call(thread, HostPython.function("new_builtin"), arguments);
        } finally {
            Counts.release(arguments);
        }
    }

    private static long newMessage(Attachment thread, Throwable thrown) {
        String message = thrown.getMessage();
        return Text.newText(thread,
                Objects.requireNonNullElse(message, thrown.getClass().getSimpleName()));
    }
}
