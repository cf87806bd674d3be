package dev.krait.host;

import dev.krait.capi.AbstractApi;
import dev.krait.capi.Statics;
import dev.krait.capi.ThreadStack;
import dev.krait.gil.Attachment;
import dev.krait.gil.Scratch;
import dev.krait.op.BootModule;
import dev.krait.op.Calls;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;

/**
 * Ends recursion across the border while there is stack left: a StackOverflowError inside an upcall cannot be caught.
 *
 * <p>Every few levels it looks where the C stack stands: a slot of CPython calls up with arguments that lie on it.
 */
final class StackGuard {
    /** How many levels may pass between two looks. */
    static final int LEVELS = 2;
    private static final long PROBE_BYTES = 512;
    private static final long REMAINING_BYTES = 256 << 10;
    private static final int DEEPEST_UNSEEN = 60;
    private static long probe;

    private StackGuard() {}

    /** Callers hold the GIL. */
    static void create(Attachment thread) {
        long look = CallableSlots.newRawMethod((_, args, _) -> {
            Attachment.current().stackAddress(args);
            return Counts.retain(Statics.NONE);
        });
        probe = Calls.call(thread, BootModule.function("host.py", "new_probe"), look);
        Counts.release(look);
    }

    /** Refuses to go deeper when little is left. */
    static void check(Attachment thread, int nesting) {
        thread.stackAddress(0);
        Counts.release(Raise.check(AbstractApi.getItem(probe, Statics.NONE)));
        long here = thread.stackAddress();
        long lowest = lowest(thread);
        boolean known = lowest != 0 && here > lowest;
        if (known ? here - lowest < REMAINING_BYTES : nesting > DEEPEST_UNSEEN) {
            throw Refusal.recursion("maximum recursion depth exceeded across Python and Java: "
                    + nesting + " levels; a thread with a larger stack takes more");
        }
    }

    private static long lowest(Attachment thread) {
        long known = thread.stackLowest();
        if (known != 0) {
            return known;
        }
        Scratch scratch = thread.scratch();
        long memory = scratch.take(PROBE_BYTES);
        try {
            long lowest = ThreadStack.lowest(memory);
            // a virtual thread may run on another carrier's stack next time
            thread.stackLowest(Thread.currentThread().isVirtual() ? 0 : lowest);
            return lowest;
        } finally {
            scratch.give(memory);
        }
    }
}
