package dev.krait.tck.fuzz;

import dev.krait.Namespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReferenceArray;
import javax.script.ScriptEngine;
import org.jspecify.annotations.Nullable;

/** What the players share: values of every kind in places that are overwritten without end. */
final class Table {
    private static final int PLACES = 64;
    private static final int MOST_VIRTUAL = 20;
    private final AtomicReferenceArray<@Nullable Object> places = new AtomicReferenceArray<>(
            PLACES);
    private final List<Thread> virtual = new CopyOnWriteArrayList<>();
    /** The threads that may be interrupted. */
    final List<Thread> interruptible = new CopyOnWriteArrayList<>();
    /** No more moves. */
    volatile boolean over;

    /** Runs it on a virtual thread, unless many run already. */
    void startVirtual(Runnable task) {
        virtual.removeIf(thread -> !thread.isAlive());
        if (virtual.size() < MOST_VIRTUAL) {
            virtual.add(Thread.startVirtualThread(task));
        }
    }

    /** Waits for the virtual threads. */
    void join() throws InterruptedException {
        for (Thread thread : virtual) {
            thread.join();
        }
    }

    /** Puts a value somewhere, in the place of another. */
    void put(Random random, @Nullable Object value) {
        places.set(random.nextInt(PLACES), value);
    }

    /** Some value; null often. */
    @Nullable
    Object any(Random random) {
        return places.get(random.nextInt(PLACES));
    }

    /** Some value that holds no names of Python: in these it could close a cycle, which nobody would collect. */
    @Nullable
    Object withoutNames(Random random) {
        Object value = any(random);
        return value instanceof Namespace || value instanceof ScriptEngine ? null : value;
    }

    /** A value of the kind, if one is found soon. */
    <T> @Nullable T any(Random random, Class<T> kind) {
        int start = random.nextInt(PLACES);
        for (int i = 0; i < PLACES; i++) {
            Object value = places.get((start + i) % PLACES);
            if (kind.isInstance(value)) {
                return kind.cast(value);
            }
        }
        return null;
    }

    /** Closes what can be, forgets all. */
    void clear() {
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < PLACES; i++) {
            Object value = places.getAndSet(i, null);
            if (value != null) {
                all.add(value);
            }
        }
        for (Object each : all) {
            if (each instanceof Namespace names) {
                names.close();
            }
        }
        interruptible.clear();
    }
}
