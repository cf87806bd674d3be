package dev.krait.convert.view;

import dev.krait.capi.AbstractApi;
import dev.krait.capi.ObjectApi;
import dev.krait.capi.Statics;
import dev.krait.gil.Attachment;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import org.jspecify.annotations.Nullable;

/**
 * Look-ups by hash and equality of Python; a key that Python cannot hash is in no container, but for Java's Lists and
 * Sets, which find the tuple or frozenset that equals them. Callers hold the GIL.
 */
final class Lookups {
    private Lookups() {}

    /**
     * The Python object that stands for a key in a container: owned. It is the one the key is converted to, or, where
     * that is not there, the frozen one that is.
     */
    static long newKey(Attachment thread, long container, Elements elements, @Nullable Object key,
            @Nullable FrozenKey frozen) {
        long own = elements.write(thread, key);
        if (frozen == null) {
            return own;
        }
        long other = 0;
        try {
            other = contains(container, own) ? 0 : frozen.newPython(thread, elements);
            return Counts.retain(other != 0 && contains(container, other) ? other : own);
        } finally {
            Counts.release(own);
            Counts.releaseIfAny(other);
        }
    }

    static boolean contains(long container, long key) {
        int found = AbstractApi.contains(container, key);
        if (found < 0) {
            requireUnhashable(key);
        }
        return found > 0;
    }

    /** Clears the pending error when the key cannot be hashed, else throws it. */
    static void requireUnhashable(long key) {
        long error = Raise.takePending();
        if (ObjectApi.hash(key) == -1 && Raise.clearIf(Statics.TYPE_ERROR)) {
            Counts.release(error);
            return;
        }
        Counts.releaseIfAny(Raise.takePending());
        Raise.restore(error);
        throw Raise.pending();
    }
}
