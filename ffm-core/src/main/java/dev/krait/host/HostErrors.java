package dev.krait.host;

import dev.krait.capi.ObjectApi;
import dev.krait.error.PythonException;
import dev.krait.gil.Attachment;
import dev.krait.op.BootModule;
import dev.krait.op.Calls;
import dev.krait.op.JavaErrors;
import dev.krait.op.Names;
import dev.krait.op.Text;
import dev.krait.op.Types;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import org.jspecify.annotations.Nullable;

/** Throwables inside Python exceptions. */
final class HostErrors implements JavaErrors {
    private final long newError = BootModule.function("host.py", "new_error");
    private final long newBuiltin = BootModule.function("host.py", "new_builtin");
    private final long errorType = BootModule.function("host.py", "Throwable");

    @Override
    public long newException(Throwable thrown) {
        Attachment thread = Attachment.current();
        if (thrown instanceof PythonException python && python.value() != null) {
            return Host.conversion().toPython(thread, python.value());
        }
        if (thrown instanceof PythonException python) {
            return newBuiltin(thread, python);
        }
        long text = Text.newText(thread, thrown.toString());
        long carrier = Live.newObject(LiveTypes.root(), thrown, 0);
        try {
            return Calls.call(thread, newError, text, carrier);
        } finally {
            Counts.release(carrier);
            Counts.release(text);
        }
    }

    /** For one that was made in Java, so that no Python exception is behind it. */
    private long newBuiltin(Attachment thread, PythonException error) {
        long type = Text.newText(thread, error.typeName());
        long text = Text.newText(thread, error.text());
        try {
            return Calls.call(thread, newBuiltin, type, text);
        } finally {
            Counts.release(type);
            Counts.release(text);
        }
    }

    @Override
    public @Nullable Throwable throwableOf(long exception) {
        if (!Types.isInstance(exception, errorType)) {
            return null;
        }
        long name = Names.newName(Attachment.current(), "_java");
        long carrier = Raise.check(ObjectApi.getAttr(exception, name));
        Counts.release(name);
        try {
            return Live.get(carrier) instanceof Throwable thrown ? thrown : null;
        } finally {
            Counts.release(carrier);
        }
    }
}
