package dev.krait.capi;

import static dev.krait.capi.Binding.function;
import static dev.krait.capi.Binding.leaf;
import static dev.krait.capi.CType.BORROWED;
import static dev.krait.capi.CType.INT;
import static dev.krait.capi.CType.LLONG;
import static dev.krait.capi.CType.OWNED;
import static dev.krait.capi.CType.POINTER;

/** {@code longobject.h}. Callers hold the GIL unless a method says otherwise. */
public final class LongApi {
    private static final CLeaf FROM_LONG_LONG = leaf("PyLong_FromLongLong", OWNED, LLONG);
    private static final CLeaf AS_LONG_LONG_AND_OVERFLOW = leaf("PyLong_AsLongLongAndOverflow",
            LLONG, BORROWED, POINTER);
    private static final CFunction FROM_STRING = function("PyLong_FromString", OWNED, POINTER,
            POINTER, INT);

    private LongApi() {}

    /** {@code PyLong_FromLongLong}. */
    public static long fromLongLong(long value) {
        return FROM_LONG_LONG.call(value);
    }

    /** {@code PyLong_AsLongLongAndOverflow}. */
    public static long asLongLongAndOverflow(long object, long overflow) {
        return AS_LONG_LONG_AND_OVERFLOW.call(object, overflow);
    }

    /** {@code PyLong_FromString}. */
    public static long fromString(long text, long end, int base) {
        return FROM_STRING.call(text, end, base);
    }
}
