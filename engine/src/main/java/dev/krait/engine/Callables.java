package dev.krait.engine;

import dev.krait.Kw;
import dev.krait.PyObject;
import dev.krait.array.InOut;
import dev.krait.capi.Layout;
import dev.krait.capi.Memory;
import dev.krait.capi.ObjectApi;
import dev.krait.capi.Statics;
import dev.krait.convert.Conversion;
import dev.krait.gil.Attachment;
import dev.krait.gil.Scratch;
import dev.krait.op.Calls;
import dev.krait.ref.Counts;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Calls with Java arguments and a Java result. Callers hold the GIL. */
final class Callables {
    private Callables() {}

    /** The object (owned) when it can be called, else 0. */
    static long orNone(long object) {
        if (object != 0 && Layout.typeOf(object) != Statics.FUNCTION
                && ObjectApi.isCallable(object) == 0) {
            Counts.release(object);
            return 0;
        }
        return object;
    }

    /** Calls, and gives the callable (owned) back; the result as the Java value it has by itself. */
    static @Nullable Object call(Attachment thread, long callable, @Nullable Object[] args) {
        try {
            if (args.length > 0 && args[args.length - 1] instanceof Kw) {
                return callWithKeywords(thread, callable, args);
            }
            long result = callPython(thread, callable, args);
            try {
                return Conversion.standard().toJava(thread, result);
            } finally {
                Counts.release(result);
            }
        } finally {
            Counts.release(callable);
        }
    }

    /** Calls with positional arguments: owned. */
    static long callPython(Attachment thread, long callable, @Nullable Object[] args) {
        Scratch scratch = thread.scratch();
        long slots = scratch.take((args.length + 1L) * Long.BYTES);
        int done = 0;
        try {
            while (done < args.length) {
                long converted = Conversion.standard().toPython(thread, args[done]);
                done++;
                Memory.putLong(slots + done * (long) Long.BYTES, converted);
            }
            return Calls.callAt(callable, slots + Long.BYTES, done, 0);
        } finally {
            for (; done > 0; done--) {
                Counts.release(Memory.getLong(slots + done * (long) Long.BYTES));
            }
            scratch.give(slots);
            for (Object each : args) {
                InOut.end(each);
            }
        }
    }

    private static @Nullable Object callWithKeywords(Attachment thread, long callable,
            @Nullable Object[] args) {
        Object function = Conversion.standard().toJava(thread, callable);
        try (PyObject result = ((PyObject) Objects.requireNonNull(function)).call(args)) {
            return result.toJava();
        }
    }
}
