package dev.krait.gil;

import dev.krait.capi.GcApi;
import dev.krait.capi.RefApi;
import dev.krait.event.Recordings;
import dev.krait.event.ReleaseEvent;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import org.jspecify.annotations.Nullable;

/**
 * The references that Java objects own, and the queue of those whose owner the collector took.
 *
 * <p>All state is guarded by the GIL, so there is no lock of ours that a destructor could meet. Whoever attaches
 * gives a bounded batch back; a daemon thread does it when nobody comes.
 */
public final class Releases {
    private static final int BATCH = 256;
    private static final ReferenceQueue<Object> QUEUE = new ReferenceQueue<>();
    private static @Nullable Release newest;
    private static long live;
    private static long collected;

    private Releases() {}

    /** Takes over an owned reference for the life of {@code owner}. Callers hold the GIL. */
    public static Release register(Object owner, long pointer) {
        Release release = new Release(owner, QUEUE, pointer);
        Release second = newest;
        release.next = second;
        if (second != null) {
            second.previous = release;
        }
        newest = release;
        live++;
        return release;
    }

    /** Gives the reference back, once. Callers hold the GIL. */
    public static void close(Release release) {
        long pointer = unlink(release);
        if (pointer == 0) {
            return;
        }
        long[] untracked = release.untracked;
        if (untracked != null) {
            track(untracked);
        }
        RefApi.decRef(pointer);
    }

    /**
     * Takes objects away from CPython's collector of cycles until the reference is given back. Callers hold the GIL.
     *
     * @param objects the object itself, then parts of it, whose owned references are taken over; all of them tracked
     */
    public static void untrack(Release release, long[] objects) {
        for (long each : objects) {
            GcApi.untrack(each);
        }
        release.untracked = objects;
    }

    private static void track(long[] objects) {
        for (long each : objects) {
            if (GcApi.isTracked(each) == 0) {
                GcApi.track(each);
            }
        }
        for (int i = 1; i < objects.length; i++) {
            RefApi.decRef(objects[i]);
        }
    }

    /** How many references Java objects own. Callers hold the GIL. */
    public static long live() {
        return live;
    }

    /** What is done with an owned reference: the object, borrowed, and where the reference was made. */
    @FunctionalInterface
    public interface Step {
        /** Does it. */
        void take(long object, @Nullable Origin origin);
    }

    /** The objects that Java objects own references to, the one owned longest first. Callers hold the GIL. */
    public static void forEach(Step step) {
        Release each = newest;
        while (each != null && each.next != null) {
            each = each.next;
        }
        for (; each != null; each = each.previous) {
            step.take(each.pointer, each.origin);
        }
    }

    /** How many the collector has given back so far. Callers hold the GIL. */
    public static long collected() {
        return collected;
    }

    /** Gives back at most a batch of those that wait. */
    static void drain() {
        Reference<?> first = QUEUE.poll();
        if (first != null) {
            drain(first);
        }
    }

    private static void drain(Reference<?> first) {
        ReleaseEvent event = Recordings.areOn() ? new ReleaseEvent() : null;
        if (event != null) {
            event.begin();
        }
        long before = collected;
        Reference<?> waiting = first;
        for (int i = 1; waiting != null; i++) {
            collected++;
            close((Release) waiting);
            waiting = i < BATCH ? QUEUE.poll() : null;
        }
        if (event != null) {
            event.references = (int) (collected - before);
            event.commit();
        }
    }

    /** Gives back all that wait. Callers hold the GIL. */
    static void drainAll() {
        for (Reference<?> first = QUEUE.poll(); first != null; first = QUEUE.poll()) {
            drain(first);
        }
    }

    /** Starts the thread that drains when nobody attaches. */
    static void startDraining() {
        Thread drainer = new Thread(null, Releases::drainForEver, "krait-release", 0, false);
        drainer.setDaemon(true);
        drainer.start();
    }

    private static void drainForEver() {
        while (Interpreter.isRunning()) {
            try {
                Reference<?> waiting = QUEUE.remove();
                Gil.run(() -> drain(waiting));
            } catch (InterruptedException ignored) {
                // nobody has this thread's name: not a request to anyone
            } catch (IllegalStateException closed) {
                return;
            }
        }
    }

    private static long unlink(Release release) {
        long pointer = release.pointer;
        if (pointer == 0) {
            return 0;
        }
        release.pointer = 0;
        release.clear();
        live--;
        Release before = release.previous;
        Release after = release.next;
        if (before == null) {
            newest = after;
        } else {
            before.next = after;
        }
        if (after != null) {
            after.previous = before;
        }
        return pointer;
    }
}
