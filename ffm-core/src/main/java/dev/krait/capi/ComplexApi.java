package dev.krait.capi;

import static dev.krait.capi.Binding.leafOfDoubles;
import static dev.krait.capi.CType.BORROWED;
import static dev.krait.capi.CType.DOUBLE;
import static dev.krait.capi.CType.OWNED;
import static dev.krait.capi.Downcalls.broken;

import java.lang.invoke.MethodHandle;

/** {@code complexobject.h}. Callers hold the GIL unless a method says otherwise. */
public final class ComplexApi {
    private static final MethodHandle FROM_DOUBLES = leafOfDoubles("PyComplex_FromDoubles", OWNED,
            DOUBLE, DOUBLE);
    private static final MethodHandle REAL_AS_DOUBLE = leafOfDoubles("PyComplex_RealAsDouble",
            DOUBLE, BORROWED);
    private static final MethodHandle IMAG_AS_DOUBLE = leafOfDoubles("PyComplex_ImagAsDouble",
            DOUBLE, BORROWED);

    private ComplexApi() {}

    /** {@code PyComplex_FromDoubles}. */
    public static long fromDoubles(double real, double imaginary) {
        try {
            return (long) FROM_DOUBLES.invokeExact(real, imaginary);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyComplex_RealAsDouble} of a complex or an instance of a subclass. */
    public static double realAsDouble(long complex) {
        try {
            return (double) REAL_AS_DOUBLE.invokeExact(complex);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyComplex_ImagAsDouble} of a complex or an instance of a subclass. */
    public static double imagAsDouble(long complex) {
        try {
            return (double) IMAG_AS_DOUBLE.invokeExact(complex);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }
}
