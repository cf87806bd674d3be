package dev.krait.gil;

import dev.krait.capi.ThreadApi;
import org.jspecify.annotations.Nullable;

/**
 * When the Python code of one thread is to end, and the request to end it: nobody has seen it yet, or somebody has.
 *
 * <p>The deadline is the thread's own. {@link Watch} asks for what is due; requests are made and forgotten under the
 * GIL.
 */
public final class StopRequest {
    /** Code that swallows the first request gets another after this time. */
    private static final long AGAIN_NANOS = 500_000_000;
    private final Attachment thread;
    private long deadline = Deadline.NONE;
    private @Nullable Stop unseen;
    private int madeIn;
    private long madeAt;
    private volatile boolean postponed;
    private boolean spared;
    private int hesitations;

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

    /**
     * Nothing is refused to code that only gives back or translates an error, and no request is made in it.
     *
     * @return what {@link #spareEnds} needs
     */
    public boolean spare() {
        boolean former = spared;
        spared = true;
        return former;
    }

    /** Ends what {@link #spare} began. What was postponed is due now, if the thread is inside Python. */
    public void spareEnds(boolean former) {
        spared = former;
        if (postponed && !former && thread.isHeld()) {
            resumed();
        }
    }

    /** Whether a request was made that may still meet the thread's next line of Python. Callers hold the GIL. */
    public boolean mayMeet() {
        return unseen != null;
    }

    /** A request met code that is to be spared. Callers hold the GIL. */
    public void postpone() {
        unseen = null;
        madeAt = 0;
        postponed = true;
    }

    /** Refuses to run Python code after the deadline, or when a request came too late for the section before. */
    void requireGo() {
        if (deadline != Deadline.NONE && !spared) {
            Deadline.require(deadline);
        }
        if (postponed && !spared) {
            postponed = false;
            if (thread.isInterrupted()) {
                throw Stop.INTERRUPT.refusal();
            }
        }
    }

    /** Whether running code is to be ended now, unless that was asked for lately, or has to wait. Any thread may ask. */
    boolean isDue(long now) {
        boolean lately = madeAt != 0 && now - madeAt < AGAIN_NANOS;
        if (lately || reason(now) == null) {
            return false;
        }
        if (!thread.isHeld()) {
            postponed = true;
            return false;
        }
        return true;
    }

    /** Whether a request waits for a better place, which may come soon: not where a thread stays long. GIL held. */
    boolean hesitates() {
        return hesitations > 0 && hesitations < StopPlaces.PATIENCE;
    }

    private @Nullable Stop reason(long now) {
        if (deadline != Deadline.NONE && now - deadline >= 0) {
            return Stop.DEADLINE;
        }
        return thread.isInterrupted() ? Stop.INTERRUPT : null;
    }

    /** Ends the code this thread runs, if that is due still: it may be over by now. Callers hold the GIL. */
    void make(long now) {
        Stop why = reason(now);
        if (why != null) {
            make(why, now);
        }
    }

    /**
     * Ends the code this thread runs, at its next look; not while it starts a thread or where a lock would be left taken:
     * then the next look of {@link Watch} asks again. In Java code that Python called the thread is its own master: then the
     * request waits for the way back.
     */
    private void make(Stop why, long now) {
        if (spared || !thread.isHeld()) {
            postponed = true;
        } else if (why.errorClass() != 0 && thread.isReached(hesitations++)) {
            hesitations = 0;
            unseen = why;
            madeIn = thread.level();
            madeAt = now;
            ThreadApi.setAsyncExc(thread.ident(), why.errorClass());
        }
    }

    /** The thread comes back to Python from Java code. Callers hold the GIL. */
    void resumed() {
        if (postponed) {
            postponed = false;
            make(System.nanoTime());
        }
    }

    /**
     * A hold ends: a request that nobody has seen in it must not meet the next section. It is due again in the Python
     * code around it, if there is any. Callers hold the GIL.
     */
    void holdEnds() {
        if (unseen != null && thread.level() <= madeIn) {
            postpone();
            ThreadApi.setAsyncExc(thread.ident(), 0);
        }
    }

    /** The thread is not inside Python any more. An interrupt that still holds is for the next section. */
    void left() {
        madeAt = 0;
        hesitations = 0;
        if (postponed && !thread.isInterrupted()) {
            postponed = false;
        }
    }
}
