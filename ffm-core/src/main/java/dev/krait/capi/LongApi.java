package dev.krait.capi;

import static dev.krait.capi.Binding.broken;
import static dev.krait.capi.Binding.function;
import static dev.krait.capi.Binding.leaf;
import static dev.krait.capi.CType.BORROWED;
import static dev.krait.capi.CType.INT;
import static dev.krait.capi.CType.LLONG;
import static dev.krait.capi.CType.OWNED;
import static dev.krait.capi.CType.POINTER;

import java.lang.invoke.MethodHandle;

/** {@code longobject.h}. Callers hold the GIL unless a method says otherwise. */
public final class LongApi {
    private static final MethodHandle FROM_LONG_LONG = leaf("PyLong_FromLongLong", OWNED, LLONG);
    private static final MethodHandle AS_LONG_LONG_AND_OVERFLOW = leaf(
            "PyLong_AsLongLongAndOverflow", LLONG, BORROWED, POINTER);
    private static final MethodHandle FROM_STRING = function("PyLong_FromString", OWNED, POINTER,
            POINTER, INT);

    private LongApi() {}

    /** {@code PyLong_FromLongLong}. */
    public static long fromLongLong(long value) {
        try {
            return (long) FROM_LONG_LONG.invokeExact(value);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyLong_AsLongLongAndOverflow}. */
    public static long asLongLongAndOverflow(long object, long overflow) {
        try {
            return (long) AS_LONG_LONG_AND_OVERFLOW.invokeExact(object, overflow);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyLong_FromString}. */
    public static long fromString(long text, long end, int base) {
        try {
            return (long) FROM_STRING.invokeExact(text, end, (long) base);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }
}
