package dev.krait.engine;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map whose keys are told apart by identity and not kept alive. Any thread. */
final class WeakIdentityMap<K, V> {
    private final Map<Key<K>, V> entries = new HashMap<>();
    private final ReferenceQueue<K> gone = new ReferenceQueue<>();

    private static final class Key<K> extends WeakReference<K> {
        private final int hash;

        Key(K key, @Nullable ReferenceQueue<K> queue) {
            super(key, queue);
            hash = System.identityHashCode(key);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // the point of it
        public boolean equals(@Nullable Object other) {
            if (this == other) {
                return true;
            }
            Object own = get();
            return own != null && other instanceof Key<?> key && own == key.get();
        }
    }

    /** The value of a key; drops what collected keys left behind. */
    synchronized @Nullable V get(K key) {
        for (Reference<? extends K> each = gone.poll(); each != null; each = gone.poll()) {
            entries.remove(each);
        }
        return entries.get(new Key<>(key, null));
    }

    /** Adds a value unless there is one; the one there is now. */
    synchronized V putIfAbsent(K key, V value) {
        V former = entries.putIfAbsent(new Key<>(key, gone), value);
        return former == null ? value : former;
    }
}
