package dev.krait.gil;

import dev.krait.capi.Carrier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The interpreter lock, held for the length of a section. Sections nest.
 *
 * <p>A section runs on the calling thread, unless {@link Companion} is in use. On a virtual thread it runs pinned to
 * its carrier.
 */
public final class Gil {
    private Gil() {}

    /** What runs under the GIL. */
    @FunctionalInterface
    public interface Section<T extends @Nullable Object> {
        /** Runs; gets what belongs to the thread. */
        T run(Attachment thread);
    }

    /**
     * Runs a section under the GIL.
     *
     * @throws IllegalStateException when the interpreter does not run (any more)
     */
    public static <T extends @Nullable Object> T call(Section<T> section) {
        Attachment thread = Attachment.current();
        if (thread.companionship().isElsewhere()) {
            return thread.companionship().run(() -> call(section));
        }
        if (thread.mustPin()) {
            return pinned(thread, section);
        }
        int held = thread.acquire();
        try {
            return section.run(thread);
        } finally {
            thread.release(held);
        }
    }

    /** Like {@link #call} without a result. */
    public static void run(Runnable section) {
        call(thread -> {
            section.run();
            return Boolean.TRUE;
        });
    }

    /** Runs a section that only gives back: also after a deadline. When Python has ended there is nothing to give. */
    public static void giveBack(Runnable section) {
        if (!Interpreter.isRunning()) {
            return;
        }
        StopRequest request = Attachment.current().stopRequest();
        boolean former = request.spare();
        try {
            run(section);
        } finally {
            request.spareEnds(former);
        }
    }

    /** Like {@link #call} for a section that needs nothing of the thread. */
    public static <T extends @Nullable Object> T get(Supplier<T> section) {
        return call(thread -> section.get());
    }

    /** Whether the calling thread holds the GIL as far as Java knows. */
    public static boolean isHeld() {
        return Attachment.current().isHeld();
    }

    /**
     * Takes the GIL until {@link #leave}, on a platform thread.
     *
     * @return what {@link #leave} needs
     * @throws IllegalStateException on a virtual thread outside of a section: nothing would keep it on its carrier
     */
    public static int enter() {
        Attachment thread = Attachment.current();
        if (thread.isVirtual() && !thread.isHeld()) {
            throw new IllegalStateException(
                    "a virtual thread cannot hold the GIL across statements; use hold(Supplier)");
        }
        if (thread.companionship().isElsewhere()) {
            return thread.companionship().run(thread::acquireForStatements);
        }
        return thread.acquireForStatements();
    }

    /**
     * Ends an {@link #enter} of this thread.
     *
     * @throws IllegalStateException when it is not the latest, or was in the code around a callback
     */
    public static void leave(int level) {
        Attachment thread = Attachment.current();
        if (thread.level() != level) {
            throw new IllegalStateException(
                    "holds are closed in the order opposite to that in which they were opened,"
                            + " and not in a callback of the Python code between");
        }
        if (thread.companionship().isElsewhere()) {
            thread.companionship().run(() -> {
                thread.release();
                return thread;
            });
        } else {
            thread.release();
        }
    }

    private static <T extends @Nullable Object> T pinned(Attachment thread, Section<T> section) {
        Object[] result = new Object[1];
        Carrier.pin(() -> {
            int held = thread.acquire();
            try {
                result[0] = section.run(thread);
            } finally {
                thread.release(held);
            }
        });
        yieldCarrier(thread);
        @SuppressWarnings({"unchecked", "NullAway"}) // put there by the section, which has this
                                                     // type
        T typed = (T) result[0];
        return typed;
    }

    @SuppressWarnings("ThreadPriorityCheck") // virtual threads get no time slices, and loops of
                                             // short calls never park
    private static void yieldCarrier(Attachment thread) {
        if (thread.isTimeToYield()) {
            Thread.yield();
        }
    }
}
