package dev.krait.op;

import dev.krait.capi.AbstractApi;
import dev.krait.capi.Layout;
import dev.krait.capi.Memory;
import dev.krait.capi.Statics;
import dev.krait.event.CallEvent;
import dev.krait.event.Recordings;
import dev.krait.gil.Attachment;
import dev.krait.gil.Scratch;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;

/**
 * Calls by vectorcall (PEP 590). Arguments are borrowed, results owned. Callers hold the GIL.
 *
 * <p>One slot before the arguments is left free, so that a bound method need not copy them.
 */
public final class Calls {
    private static final long OFFSET = Long.MIN_VALUE; // PY_VECTORCALL_ARGUMENTS_OFFSET

    private static long made;

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
        return Raise.check(tryCall(thread, callable, first, second));
    }

    /** {@code callable(first, second)}; 0 with an error pending when that raises. */
    public static long tryCall(Attachment thread, long callable, long first, long second) {
        Scratch scratch = thread.scratch();
        long slots = scratch.take(3 * Long.BYTES);
        try {
            Memory.putLong(slots + Long.BYTES, first);
            Memory.putLong(slots + 2 * Long.BYTES, second);
            return AbstractApi.vectorcallDict(callable, slots + Long.BYTES, 2 | OFFSET, 0);
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
        made++;
        return Raise.check(Recordings.areOn()
                ? recordedCall(callable, args, count, keywords)
                : AbstractApi.vectorcallDict(callable, args, count | OFFSET, keywords));
    }

    /** How many calls {@link #callAt} has made so far. Callers hold the GIL. */
    public static long made() {
        return made;
    }

    private static long recordedCall(long callable, long args, int count, long keywords) {
        CallEvent event = new CallEvent();
        event.begin();
        long result = AbstractApi.vectorcallDict(callable, args, count | OFFSET, keywords);
        event.end();
        if (event.shouldCommit()) {
            report(event, callable, result);
        }
        return result;
    }

    private static void report(CallEvent event, long callable, long result) {
        long error = result == 0 ? Raise.takePending() : 0;
        event.callable = nameOf(callable);
        if (error != 0) {
            Raise.restore(error);
        }
        event.commit();
    }

    /** The qualified name of a function; of others the type, as asking them may run any code. */
    private static String nameOf(long callable) {
        long type = Layout.typeOf(callable);
        if (type != Statics.FUNCTION) {
            return Types.name(type);
        }
        long name = Attributes.get(Attachment.current(), callable, "__qualname__");
        try {
            return Text.read(name);
        } finally {
            Counts.release(name);
        }
    }
}
