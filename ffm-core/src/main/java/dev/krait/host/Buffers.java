package dev.krait.host;

import dev.krait.capi.BufferApi;
import dev.krait.capi.Layout;
import dev.krait.capi.Memory;
import dev.krait.capi.Statics;
import dev.krait.convert.Conversion;
import dev.krait.gil.Attachment;
import dev.krait.op.Calls;
import dev.krait.ref.Counts;
import org.jspecify.annotations.Nullable;

/** Calls of methods that take arrays of primitives: what they write goes back into the Python buffers given. */
final class Buffers {
    private Buffers() {}

    static @Nullable Object call(Attachment thread, Conversion conversion, Invoker invoker,
            @Nullable Object target, long args) throws Throwable {
        @Nullable
        Object[] values = new Object[invoker.arity()];
        for (int i = 0; i < values.length; i++) {
            values[i] = invoker.parameter(i).convert(thread, conversion, at(args, i));
        }
        Object result = invoker.call(thread, target, values);
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value != null && ArrayBuffers.isFor(value.getClass())) {
                giveBack(thread, at(args, i), value);
            }
        }
        return result;
    }

    /** Live arrays need nothing, and what has no buffer, a list for instance, gets nothing. */
    private static void giveBack(Attachment thread, long argument, Object array) {
        if (LiveTypes.isLive(argument) || Layout.typeOf(argument) == Statics.BYTES
                || BufferApi.isExporter(argument) == 0) {
            return;
        }
        long written = Mirror.of(array.getClass()).newObject(thread, array);
        try {
            Counts.release(Calls.call(thread, HostPython.function("give_back"), argument, written));
        } finally {
            Counts.release(written);
        }
    }

    private static long at(long args, int index) {
        return Memory.getLong(args + (long) index * Long.BYTES);
    }
}
