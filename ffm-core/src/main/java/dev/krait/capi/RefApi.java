package dev.krait.capi;

import static dev.krait.capi.Binding.function;
import static dev.krait.capi.Binding.leaf;
import static dev.krait.capi.CType.BORROWED;
import static dev.krait.capi.CType.STOLEN;
import static dev.krait.capi.CType.VOID;

/** {@code refcount.h}. Callers hold the GIL unless a method says otherwise. */
public final class RefApi {
    private static final CLeaf INC_REF = leaf("Py_IncRef", VOID, BORROWED);
    private static final CFunction DEC_REF = function("Py_DecRef", VOID, STOLEN);
    private static final CLeaf DEC_REF_PLAIN = new CLeaf(DEC_REF.address());

    private RefApi() {}

    /** {@code Py_IncRef}. */
    public static void incRef(long object) {
        INC_REF.call(object);
    }

    /** {@code Py_DecRef}. */
    public static void decRef(long object) {
        DEC_REF.call(object);
    }

    /** {@code Py_DecRef} of a str, an int or a float, of no subclass: their end runs no code but the allocator's. */
    public static void decRefPlain(long object) {
        DEC_REF_PLAIN.call(object);
    }
}
