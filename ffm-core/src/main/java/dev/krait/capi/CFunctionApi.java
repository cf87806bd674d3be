package dev.krait.capi;

import static dev.krait.capi.Binding.broken;
import static dev.krait.capi.Binding.function;
import static dev.krait.capi.CType.BORROWED;
import static dev.krait.capi.CType.OWNED;
import static dev.krait.capi.CType.POINTER;

import java.lang.invoke.MethodHandle;

/** {@code methodobject.h}. Callers hold the GIL unless a method says otherwise. */
public final class CFunctionApi {
    private static final MethodHandle NEW_EX = function("PyCFunction_NewEx", OWNED, POINTER,
            BORROWED, BORROWED);

    private CFunctionApi() {}

    /** {@code PyCFunction_NewEx}. */
    public static long newFunction(long definition, long self, long module) {
        try {
            return (long) NEW_EX.invokeExact(definition, self, module);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }
}
