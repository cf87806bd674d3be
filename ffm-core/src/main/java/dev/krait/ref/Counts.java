package dev.krait.ref;

import dev.krait.capi.Layout;
import dev.krait.capi.Memory;
import dev.krait.capi.RefApi;
import dev.krait.capi.Statics;
import dev.krait.gil.Checks;
import java.nio.ByteOrder;

/**
 * One reference more or less. Callers hold the GIL.
 *
 * <p>Counts of more than one are changed in place: no border is crossed where nothing can be freed. The low half of
 * {@code ob_refcnt} says enough in every version: it is negative for objects that are immortal (PEP 683).
 */
public final class Counts {
    private static final boolean IN_PLACE = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

    private Counts() {}

    /** Adds a reference: the caller owns one more. */
    public static long retain(long object) {
        if (Checks.ON) {
            Checks.use(object);
        }
        int count = Memory.getInt(object);
        if (IN_PLACE && count > 0 && count != Integer.MAX_VALUE) {
            Memory.putInt(object, count + 1);
        } else {
            RefApi.incRef(object);
        }
        return object;
    }

    /** Gives back a reference the caller owns; may run any code at all when it is the last. */
    public static void release(long object) {
        if (Checks.ON) {
            Checks.use(object);
        }
        int count = Memory.getInt(object);
        if (IN_PLACE && count > 1) {
            Memory.putInt(object, count - 1);
        } else if (isPlain(Layout.typeOf(object))) {
            RefApi.decRefPlain(object);
        } else {
            RefApi.decRef(object);
        }
    }

    private static boolean isPlain(long type) {
        return type == Statics.UNICODE || type == Statics.LONG || type == Statics.FLOAT;
    }

    /** {@link #release} where there may be nothing to release. */
    public static void releaseIfAny(long object) {
        if (object != 0) {
            release(object);
        }
    }
}
