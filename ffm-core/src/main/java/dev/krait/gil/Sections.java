package dev.krait.gil;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Which threads are inside Python, as far as can be seen without the GIL. */
final class Sections {
    private static final Collection<WeakReference<Attachment>> PLATFORM = new ConcurrentLinkedQueue<>();
    private static final ConcurrentHashMap<Long, Seat> CARRIERS = new ConcurrentHashMap<>();

    /** A carrier's place for the virtual thread that is inside on it. */
    static final class Seat {
        final ThreadStack stack;
        volatile @Nullable Attachment taken;

        private Seat(ThreadStack stack) {
            this.stack = stack;
        }
    }

    private Sections() {}

    /** A platform thread may enter from now on. */
    static void add(Attachment platform) {
        PLATFORM.add(new WeakReference<>(platform));
    }

    /** The seat of the carrier with this thread state, to which the calling virtual thread is pinned. */
    static Seat ofCarrier(long threadState) {
        Seat known = CARRIERS.get(threadState);
        return known == null
                ? CARRIERS.computeIfAbsent(threadState,
                        _ -> new Seat(ThreadStack.ofCallingThread()))
                : known;
    }

    /** A thread ended: with a hold left open, if it is still inside. */
    private static void leave(@Nullable Attachment over) {
        if (over != null && over.isInside()) {
            System.err.println("krait: the thread " + over.owner().getName()
                    + " ended with a hold of the GIL open; close() it in a finally or use try");
            Gil.run(over::ended);
        }
    }

    static boolean isAnybodyInside() {
        return !inside().isEmpty();
    }

    /** Those inside now, about. */
    static List<Attachment> inside() {
        List<Attachment> inside = new ArrayList<>();
        for (Iterator<WeakReference<Attachment>> each = PLATFORM.iterator(); each.hasNext();) {
            Attachment thread = each.next().get();
            if (thread == null || !thread.owner().isAlive()) {
                each.remove();
                leave(thread);
            } else if (thread.isInside()) {
                inside.add(thread);
            }
        }
        for (Seat seat : CARRIERS.values()) {
            Attachment thread = seat.taken;
            if (thread != null) {
                inside.add(thread);
            }
        }
        return inside;
    }
}
