package dev.krait.capi;

import static dev.krait.capi.Binding.function;
import static dev.krait.capi.CType.BORROWED;
import static dev.krait.capi.CType.OWNED;
import static dev.krait.capi.CType.POINTER;

/** {@code methodobject.h}. Callers hold the GIL unless a method says otherwise. */
public final class CFunctionApi {
    private static final CFunction NEW_EX = function("PyCFunction_NewEx", OWNED, POINTER, BORROWED,
            BORROWED);

    private CFunctionApi() {}

    /** {@code PyCFunction_NewEx}. */
    public static long newFunction(long definition, long self, long module) {
        return NEW_EX.call(definition, self, module);
    }
}
