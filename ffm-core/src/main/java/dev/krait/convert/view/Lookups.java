package dev.krait.convert.view;

import dev.krait.capi.AbstractApi;
import dev.krait.capi.ObjectApi;
import dev.krait.capi.Statics;
import dev.krait.capi.TupleApi;
import dev.krait.error.ConversionException;
import dev.krait.gil.Attachment;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import java.math.BigDecimal;
import java.util.Objects;
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
        boolean searched = elements.isTyped() && !isPlain(key);
        if (frozen == null && !searched) {
            return own;
        }
        long other = 0;
        try {
            if (contains(container, own)) {
                return Counts.retain(own);
            }
            other = frozen == null ? 0 : frozen.newPython(thread, elements);
            if (other != 0 && contains(container, other)) {
                return Counts.retain(other);
            }
            long equal = searched ? findEqual(thread, container, elements, key) : 0;
            return equal == 0 ? Counts.retain(own) : equal;
        } finally {
            Counts.release(own);
            Counts.releaseIfAny(other);
        }
    }

    /** Whether Python has a value of its own for it, which it finds by itself. */
    private static boolean isPlain(@Nullable Object key) {
        return key == null || key instanceof String || key instanceof Boolean
                || key instanceof Character
                || (key instanceof Number && !(key instanceof BigDecimal));
    }

    /** The key that, converted, equals one of Java's: owned; 0 for none. What does not convert is another one. */
    private static long findEqual(Attachment thread, long container, Elements elements,
            @Nullable Object key) {
        long all = Raise.check(AbstractApi.sequenceTuple(container));
        try {
            for (int i = 0; i < TupleApi.size(all); i++) {
                long each = TupleApi.getItem(all, i);
                if (Objects.equals(key, readIfAny(thread, elements, each))) {
                    return Counts.retain(each);
                }
            }
            return 0;
        } finally {
            Counts.release(all);
        }
    }

    private static @Nullable Object readIfAny(Attachment thread, Elements elements, long element) {
        try {
            return elements.read(thread, element);
        } catch (ConversionException unfit) {
            return null;
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
