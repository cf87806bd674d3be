package dev.krait.convert.view;

import dev.krait.capi.AbstractApi;
import dev.krait.capi.ObjectApi;
import dev.krait.capi.Statics;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;

/** Look-ups by hash and equality of Python; a key that Python cannot hash is in no container. Callers hold the GIL. */
final class Lookups {
    private Lookups() {}

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
