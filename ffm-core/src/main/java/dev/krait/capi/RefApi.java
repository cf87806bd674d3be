package dev.krait.capi;

import static dev.krait.capi.Binding.broken;
import static dev.krait.capi.Binding.function;
import static dev.krait.capi.Binding.leaf;
import static dev.krait.capi.CType.BORROWED;
import static dev.krait.capi.CType.STOLEN;
import static dev.krait.capi.CType.VOID;

import java.lang.invoke.MethodHandle;

/** {@code refcount.h}. Callers hold the GIL unless a method says otherwise. */
public final class RefApi {
    private static final MethodHandle INC_REF = leaf("Py_IncRef", VOID, BORROWED);
    private static final MethodHandle DEC_REF = function("Py_DecRef", VOID, STOLEN);

    private RefApi() {}

    /** {@code Py_IncRef}. */
    public static void incRef(long object) {
        try {
            long _ = (long) INC_REF.invokeExact(object);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code Py_DecRef}. */
    public static void decRef(long object) {
        try {
            long _ = (long) DEC_REF.invokeExact(object);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }
}
