package dev.krait.op;

import dev.krait.capi.AbstractApi;
import dev.krait.capi.Memory;
import dev.krait.gil.Attachment;
import dev.krait.gil.Scratch;
import dev.krait.raise.Raise;

/**
 * Calls by vectorcall (PEP 590). Arguments are borrowed, results owned. Callers hold the GIL.
 *
 * <p>One slot before the arguments is left free, so that a bound method need not copy them.
 */
public final class Calls {
    private static final long OFFSET = Long.MIN_VALUE; // PY_VECTORCALL_ARGUMENTS_OFFSET

    private Calls() {}

    /** {@code callable()}. */
    public static long call(long callable) {
        return Raise.check(AbstractApi.callNoArgs(callable));
    }

    /** {@code callable(argument)}. */
    public static long call(Attachment thread, long callable, long argument) {
        Scratch scratch = thread.scratch();
        long slots = scratch.take(2 * Long.BYTES);
        try {
            Memory.putLong(slots + Long.BYTES, argument);
            return Raise
                    .check(AbstractApi.vectorcallDict(callable, slots + Long.BYTES, 1 | OFFSET, 0));
        } finally {
            scratch.give(slots);
        }
    }

    /** {@code callable(first, second)}. */
    public static long call(Attachment thread, long callable, long first, long second) {
        Scratch scratch = thread.scratch();
        long slots = scratch.take(3 * Long.BYTES);
        try {
            Memory.putLong(slots + Long.BYTES, first);
            Memory.putLong(slots + 2 * Long.BYTES, second);
            return Raise
                    .check(AbstractApi.vectorcallDict(callable, slots + Long.BYTES, 2 | OFFSET, 0));
        } finally {
            scratch.give(slots);
        }
    }

    /**
     * A call whose arguments lie in memory already.
     *
     * @param args address of the first; the slot before it is free to be overwritten
     * @param keywords a dict, or 0
     */
    public static long callAt(long callable, long args, int count, long keywords) {
        return Raise.check(AbstractApi.vectorcallDict(callable, args, count | OFFSET, keywords));
    }
}
