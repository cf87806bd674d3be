package dev.krait.host;

import dev.krait.capi.Memory;
import dev.krait.convert.Conversion;
import dev.krait.gil.Attachment;
import org.jspecify.annotations.Nullable;

/** Calls of methods that take arrays: what they write goes back into the Python buffers given. */
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
            if (!LiveTypes.isLive(at(args, i))) { // a Java array needs nothing
                invoker.parameter(i).giveBack(thread, conversion, at(args, i), values[i]);
            }
        }
        return result;
    }

    private static long at(long args, int index) {
        return Memory.getLong(args + (long) index * Long.BYTES);
    }
}
