package dev.krait.capi;

import static dev.krait.capi.Binding.doubles;
import static dev.krait.capi.Binding.function;
import static dev.krait.capi.Binding.leafOfDoubles;
import static dev.krait.capi.CType.BORROWED;
import static dev.krait.capi.CType.DOUBLE;
import static dev.krait.capi.CType.OWNED;
import static dev.krait.capi.Downcalls.broken;

import java.lang.invoke.MethodHandle;

/**
 * {@code floatobject.h}. Callers hold the GIL unless a method says otherwise.
 *
 * <p>Functions of doubles are shapes of calls of their own, so each is linked when it is called first.
 */
public final class FloatApi {
    private static final CFunction FROM_STRING = function("PyFloat_FromString", OWNED, BORROWED);

    private FloatApi() {}

    static final class FromDouble {
        static final MethodHandle FROM_DOUBLE = leafOfDoubles("PyFloat_FromDouble", OWNED, DOUBLE);

        private FromDouble() {}
    }

    static final class AsDouble {
        static final MethodHandle AS_DOUBLE = doubles("PyFloat_AsDouble", DOUBLE, BORROWED);

        private AsDouble() {}
    }

    /** {@code PyFloat_FromString}. */
    public static long fromString(long text) {
        return FROM_STRING.call(text);
    }

    /** {@code PyFloat_FromDouble}. */
    public static long fromDouble(double value) {
        try {
            return (long) FromDouble.FROM_DOUBLE.invokeExact(value);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyFloat_AsDouble}. */
    public static double asDouble(long object) {
        try {
            return (double) AsDouble.AS_DOUBLE.invokeExact(object);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }
}
