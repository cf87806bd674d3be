package dev.krait.capi;

import static dev.krait.capi.Binding.function;
import static dev.krait.capi.Binding.leaf;
import static dev.krait.capi.CType.BORROWED;
import static dev.krait.capi.CType.FLAG;
import static dev.krait.capi.CType.OWNED;
import static dev.krait.capi.CType.POINTER;
import static dev.krait.capi.CType.SSIZE;
import static dev.krait.capi.CType.VOID;

/** {@code object.h, types}. Callers hold the GIL unless a method says otherwise. */
public final class TypeApi {
    private static final CFunction FROM_SPEC_WITH_BASES = function("PyType_FromSpecWithBases",
            OWNED, POINTER, BORROWED);
    private static final CLeaf IS_SUBTYPE = leaf("PyType_IsSubtype", FLAG, BORROWED, BORROWED);
    private static final CFunction GENERIC_ALLOC = function("PyType_GenericAlloc", OWNED, BORROWED,
            SSIZE);
    private static final CFunction MODIFIED = function("PyType_Modified", VOID, BORROWED);
    private static final CLeaf GET_FLAGS = leaf("PyType_GetFlags", SSIZE, BORROWED);
    private static final CFunction FREE = function("PyObject_Free", VOID, POINTER);
    private static final CFunction CLEAR_WEAK_REFS = function("PyObject_ClearWeakRefs", VOID,
            BORROWED);
    private static final CFunction NEW = function("PyMethod_New", OWNED, BORROWED, BORROWED);

    private TypeApi() {}

    /** {@code PyType_FromSpecWithBases}. */
    public static long fromSpecWithBases(long spec, long bases) {
        return FROM_SPEC_WITH_BASES.call(spec, bases);
    }

    /** {@code PyType_IsSubtype}. */
    public static int isSubtype(long type, long of) {
        return (int) IS_SUBTYPE.call(type, of);
    }

    /** {@code PyType_GenericAlloc}. */
    public static long genericAlloc(long type, long items) {
        return GENERIC_ALLOC.call(type, items);
    }

    /** {@code PyType_Modified}. */
    public static void modified(long type) {
        MODIFIED.call(type);
    }

    /** {@code PyObject_ClearWeakRefs}: calls their callbacks. Only for destructors. */
    public static void clearWeakRefs(long object) {
        CLEAR_WEAK_REFS.call(object);
    }

    /** {@code PyObject_Free}. */
    public static void free(long memory) {
        FREE.call(memory);
    }

    /** {@code PyType_GetFlags}. */
    public static long getFlags(long type) {
        return GET_FLAGS.call(type);
    }

    /** {@code PyMethod_New}. */
    public static long newMethod(long function, long self) {
        return NEW.call(function, self);
    }
}
