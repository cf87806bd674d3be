package dev.krait.gil;

import dev.krait.capi.ThreadApi;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The thread states made for Java threads: one is kept per platform thread, and given back after the thread's death.
 *
 * <p>Since 3.12 deleting another thread's state also cuts the deleter off from its own, so that is done by a thread
 * that ends right after it.
 */
final class ThreadStates {
    private static final int SWEEP_AT_LEAST = 16;
    private static final List<Kept> KEPT = new ArrayList<>();
    private static int sweepAt = SWEEP_AT_LEAST;

    private record Kept(WeakReference<Thread> thread, long state) {
        boolean isOver() {
            Thread owner = thread.get();
            return owner == null || !owner.isAlive();
        }
    }

    private ThreadStates() {}

    /** The state of this platform thread: Python's own for a thread Python made, else a new one. GIL not held. */
    static long adopt() {
        long existing = ThreadApi.getThisThreadState();
        if (existing != 0) {
            return existing;
        }
        ThreadApi.ensure();
        long state = ThreadApi.saveThread();
        keep(new Kept(new WeakReference<>(Thread.currentThread()), state));
        return state;
    }

    /** Takes the GIL with the carrier's state, which is made once and stays. */
    static int ensureOnCarrier() {
        if (ThreadApi.getThisThreadState() == 0) {
            ThreadApi.ensure();
            ThreadApi.saveThread();
        }
        return ThreadApi.ensure();
    }

    /** How many are kept for platform threads. */
    static int count() {
        synchronized (KEPT) {
            return KEPT.size();
        }
    }

    /** Gives back those of dead threads. GIL not held. */
    static void sweep() {
        List<Kept> over = new ArrayList<>();
        synchronized (KEPT) {
            for (Iterator<Kept> each = KEPT.iterator(); each.hasNext();) {
                Kept kept = each.next();
                if (kept.isOver()) {
                    each.remove();
                    over.add(kept);
                }
            }
            sweepAt = Math.max(SWEEP_AT_LEAST, 2 * KEPT.size());
        }
        if (!over.isEmpty()) {
            Thread reaper = new Thread(null, () -> delete(over), "krait-reaper", 0, false);
            reaper.setDaemon(true);
            reaper.start();
        }
    }

    private static void keep(Kept kept) {
        boolean due;
        synchronized (KEPT) {
            KEPT.add(kept);
            due = KEPT.size() >= sweepAt;
        }
        if (due) {
            sweep();
        }
    }

    private static void delete(List<Kept> over) {
        if (!Interpreter.isRunning()) {
            return;
        }
        ThreadApi.ensure();
        long own = ThreadApi.get();
        for (Kept kept : over) {
            ThreadApi.clear(kept.state);
            ThreadApi.delete(kept.state);
        }
        ThreadApi.clear(own);
        ThreadApi.deleteCurrent();
    }
}
