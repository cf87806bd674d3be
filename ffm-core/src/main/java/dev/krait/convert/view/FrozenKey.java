package dev.krait.convert.view;

import dev.krait.capi.SetApi;
import dev.krait.capi.Statics;
import dev.krait.capi.TupleApi;
import dev.krait.gil.Attachment;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Java List or Set that looks a key up, as it was then: Python's key that equals it is a tuple or a frozenset.
 *
 * @param isSet which of both
 * @param parts the elements; lists and sets among them frozen as well
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FrozenKey(boolean isSet, @Nullable Object[] parts) {
    private static final int DEEPEST = 100;

    /** Null for a key that is neither, or nested without end. Runs code of the key's: not under the GIL. */
    static @Nullable FrozenKey of(@Nullable Object key) {
        return isFreezable(key)
                ? of((Collection<?>) java.util.Objects.requireNonNull(key), 0)
                : null;
    }

    private static boolean isFreezable(@Nullable Object key) {
        return key instanceof List<?> || key instanceof Set<?>;
    }

    private static @Nullable FrozenKey of(Collection<?> key, int depth) {
        if (depth == DEEPEST) {
            return null;
        }
        @Nullable
        Object[] parts = key.toArray();
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] instanceof Collection<?> inner && isFreezable(inner)) {
                parts[i] = of(inner, depth + 1);
                if (parts[i] == null) {
                    return null;
                }
            }
        }
        return new FrozenKey(key instanceof Set, parts);
    }

    /** The tuple or frozenset: owned; 0 for a set with members that Python does not hash. */
    long newPython(Attachment thread, Elements elements) {
        long tuple = Raise.check(TupleApi.newTuple(parts.length));
        try {
            for (int i = 0; i < parts.length; i++) {
                long part = parts[i] instanceof FrozenKey inner
                        ? inner.newPython(thread, elements)
                        : elements.write(thread, parts[i]);
                if (part == 0) {
                    return 0;
                }
                Raise.checkStatus(TupleApi.setItem(tuple, i, part));
            }
            return isSet ? newFrozenSet(tuple) : Counts.retain(tuple);
        } finally {
            Counts.release(tuple);
        }
    }

    private static long newFrozenSet(long members) {
        long made = SetApi.newFrozenSet(members);
        return made != 0 || Raise.clearIf(Statics.TYPE_ERROR) ? made : Raise.check(0);
    }
}
