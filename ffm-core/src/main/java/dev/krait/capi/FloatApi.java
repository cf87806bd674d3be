package dev.krait.capi;

import static dev.krait.capi.Binding.doubles;
import static dev.krait.capi.Binding.leafOfDoubles;
import static dev.krait.capi.CType.BORROWED;
import static dev.krait.capi.CType.DOUBLE;
import static dev.krait.capi.CType.OWNED;
import static dev.krait.capi.Downcalls.broken;

import java.lang.invoke.MethodHandle;

/** {@code floatobject.h}. Callers hold the GIL unless a method says otherwise. */
public final class FloatApi {
    private static final MethodHandle FROM_DOUBLE = leafOfDoubles("PyFloat_FromDouble", OWNED,
            DOUBLE);
    private static final MethodHandle AS_DOUBLE = doubles("PyFloat_AsDouble", DOUBLE, BORROWED);

    private FloatApi() {}

    /** {@code PyFloat_FromDouble}. */
    public static long fromDouble(double value) {
        try {
            return (long) FROM_DOUBLE.invokeExact(value);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyFloat_AsDouble}. */
    public static double asDouble(long object) {
        try {
            return (double) AS_DOUBLE.invokeExact(object);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }
}
