package dev.krait.capi;

import static dev.krait.capi.Binding.leaf;
import static dev.krait.capi.CType.LLONG;
import static dev.krait.capi.CType.OWNED;

/** {@code boolobject.h}. Callers hold the GIL unless a method says otherwise. */
public final class BoolApi {
    private static final CLeaf FROM_LONG = leaf("PyBool_FromLong", OWNED, LLONG);

    private BoolApi() {}

    /** {@code PyBool_FromLong}. */
    public static long fromLong(long value) {
        return FROM_LONG.call(value);
    }
}
