package dev.krait.gil;

import dev.krait.capi.ThreadApi;
import org.jspecify.annotations.Nullable;

/**
 * When the Python code of one thread is to end, and the request to end it: nobody has seen it yet, or somebody has.
 *
 * <p>The deadline is the thread's own. {@link Watch} asks for what is due; requests are made and forgotten under the
 * GIL.
 */
final class StopRequest {
    /** Code that swallows the first request gets another after this time. */
    private static final long AGAIN_NANOS = 500_000_000;
    private final Attachment thread;
    private long deadline = Deadline.NONE;
    private @Nullable Stop unseen;
    private long madeAt;

    StopRequest(Attachment thread) {
        this.thread = thread;
    }

    /** Until when Python code may run here, as {@link System#nanoTime} tells time. */
    long deadline() {
        return deadline;
    }

    void deadline(long nanoTime) {
        deadline = nanoTime;
    }

    /** Refuses to run Python code after the deadline. */
    void requireTime() {
        if (deadline != Deadline.NONE) {
            Deadline.require(deadline);
        }
    }

    /** Why running code is to be ended now, unless that was asked for lately. Any thread may ask. */
    @Nullable
    Stop due(long now) {
        if (!thread.isHeld() || (madeAt != 0 && now - madeAt < AGAIN_NANOS)) {
            return null;
        }
        if (deadline != Deadline.NONE && now - deadline >= 0) {
            return Stop.DEADLINE;
        }
        return thread.isInterrupted() ? Stop.INTERRUPT : null;
    }

    /** Ends the code this other thread runs, at its next look; not while it starts a thread. Callers hold the GIL. */
    void make(Stop why, long now) {
        if (thread.isHeld() && why.errorClass() != 0 && thread.isReached()) {
            unseen = why;
            madeAt = now;
            ThreadApi.setAsyncExc(thread.ident(), why.errorClass());
        }
    }

    /** A hold ends: a request that nobody has seen must not meet the next section. Callers hold the GIL. */
    void holdEnds() {
        if (unseen != null) {
            unseen = null;
            ThreadApi.setAsyncExc(thread.ident(), 0);
        }
    }

    /** The thread is not inside Python any more. */
    void left() {
        madeAt = 0;
    }
}
