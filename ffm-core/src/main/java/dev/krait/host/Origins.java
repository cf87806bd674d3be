package dev.krait.host;

import dev.krait.ref.Ref;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Python exceptions behind Throwables in Java's hands, where Python code made the class: they come back as they
 * were. Guarded by the GIL.
 *
 * <p>The Throwable keeps its Python exception, which knows it by a weak reference only: a circle of strong ones would
 * cross both heaps, and no collector would see it.
 */
final class Origins {
    private static final Map<Key, Ref> FOUND = new HashMap<>();
    private static final ReferenceQueue<Throwable> GONE = new ReferenceQueue<>();

    private Origins() {}

    /** A Throwable as itself, whatever its equals says. */
    private static final class Key extends WeakReference<Throwable> {
        private final int hash;

        private Key(Throwable thrown, @Nullable ReferenceQueue<Throwable> queue) {
            super(thrown, queue);
            hash = System.identityHashCode(thrown);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other
                    || (other instanceof Key key && get() != null && key.refersTo(get()));
        }
    }

    /** Remembers the Python exception (borrowed) of a Throwable; false when it is known. */
    static boolean add(Throwable thrown, long exception) {
        forgetGone();
        Key key = new Key(thrown, GONE);
        if (FOUND.containsKey(key)) {
            return false;
        }
        FOUND.put(key, Ref.retaining(exception));
        return true;
    }

    /** The Python exception of a Throwable: borrowed; 0 when it is no class of Python's. */
    static long of(Throwable thrown) {
        if (FOUND.isEmpty()) {
            return 0;
        }
        Ref found = FOUND.get(new Key(thrown, null));
        return found == null ? 0 : found.pointer();
    }

    /** Lets the exceptions go whose Throwables are gone. */
    static void forgetGone() {
        for (Reference<?> each = GONE.poll(); each != null; each = GONE.poll()) {
            FOUND.remove((Key) each);
        }
    }
}
