package dev.krait.op;

import dev.krait.capi.ExceptionApi;
import dev.krait.capi.Layout;
import dev.krait.capi.Memory;
import dev.krait.capi.ObjectApi;
import dev.krait.capi.Statics;
import dev.krait.error.PythonException.SourcePosition;
import dev.krait.gil.Attachment;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Exceptions of the commonest builtin classes, read by the C API: code of Python's own that does it takes several times
 * as long. Callers hold the GIL, which guards the state.
 */
final class PlainErrors {
    private static final int DICT = 2 * Long.BYTES; // PyBaseExceptionObject.dict
    /** The classes that were met and are plain: builtin, so that they live for ever. */
    private static final Map<Long, String> NAMES = new HashMap<>();

    private PlainErrors() {}

    /**
     * What there is to say of one.
     *
     * @param cause owned; 0 for none
     */
    record Plain(String type, String text, List<StackTraceElement> frames,
            @Nullable SourcePosition place, long cause) {}

    /** Notes that exceptions of this very class (borrowed) have nothing but text, frames and a cause. */
    static void add(Attachment thread, long exception, String name) {
        long traceback = ExceptionApi.getTraceback(exception);
        if (traceback != 0) {
            if (Tracebacks.canRead(thread, traceback) && hasDictThere(thread, exception)) {
                NAMES.put(Layout.typeOf(exception), name);
            }
            Counts.release(traceback);
        }
    }

    private static boolean hasDictThere(Attachment thread, long exception) {
        long offset = Attributes.get(thread, Layout.typeOf(exception), "__dictoffset__");
        try {
            return Numbers.read(thread, offset).intValue() == DICT;
        } finally {
            Counts.release(offset);
        }
    }

    /** Reads an exception (borrowed); null when it is none of those, or has attributes of its own, notes for instance. */
    static @Nullable Plain read(Attachment thread, long exception) {
        String name = NAMES.get(Layout.typeOf(exception));
        if (name == null || Memory.getLong(exception + DICT) != 0) {
            return null;
        }
        long text = ObjectApi.str(exception);
        if (text == 0) { // an argument whose repr() raises
            Counts.releaseIfAny(Raise.takePending());
            return null;
        }
        long traceback = ExceptionApi.getTraceback(exception);
        try {
            Tracebacks.Trace trace = Tracebacks.read(thread, traceback);
            return new Plain(name, Text.read(text), trace.frames(), trace.place(),
                    cause(thread, exception));
        } finally {
            Counts.releaseIfAny(traceback);
            Counts.release(text);
        }
    }

    private static long cause(Attachment thread, long exception) {
        long cause = ExceptionApi.getCause(exception);
        if (cause != 0) {
            return cause;
        }
        long context = ExceptionApi.getContext(exception);
        if (context == 0) {
            return 0;
        }
        long suppressed = Attributes.get(thread, exception, "__suppress_context__");
        Counts.release(suppressed);
        if (suppressed == Statics.TRUE) {
            Counts.release(context);
            return 0;
        }
        return context;
    }
}
