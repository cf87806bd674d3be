package dev.krait.host;

import dev.krait.capi.Memory;
import dev.krait.convert.Conversion;
import dev.krait.gil.Attachment;
import dev.krait.gil.Scratch;
import dev.krait.op.Calls;
import dev.krait.ref.Counts;
import org.jspecify.annotations.Nullable;

/** Calls of Python objects with Java arguments. Callers hold the GIL. */
final class PythonCalls {
    private PythonCalls() {}

    /** {@code callable(*arguments)}: owned. */
    static long call(Attachment thread, Conversion conversion, long callable,
            @Nullable Object[] arguments) {
        Scratch scratch = thread.scratch();
        long slots = scratch.take((arguments.length + 1L) * Long.BYTES);
        int done = 0;
        try {
            while (done < arguments.length) {
                long converted = conversion.toPython(thread, arguments[done]);
                done++;
                Memory.putLong(slots + (long) done * Long.BYTES, converted);
            }
            return Calls.callAt(callable, slots + Long.BYTES, done, 0);
        } finally {
            for (; done > 0; done--) {
                Counts.release(Memory.getLong(slots + (long) done * Long.BYTES));
            }
            scratch.give(slots);
        }
    }
}
