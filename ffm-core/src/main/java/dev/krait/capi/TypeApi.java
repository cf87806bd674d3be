package dev.krait.capi;

import static dev.krait.capi.Binding.broken;
import static dev.krait.capi.Binding.function;
import static dev.krait.capi.Binding.leaf;
import static dev.krait.capi.CType.BORROWED;
import static dev.krait.capi.CType.FLAG;
import static dev.krait.capi.CType.OWNED;
import static dev.krait.capi.CType.POINTER;
import static dev.krait.capi.CType.SSIZE;
import static dev.krait.capi.CType.VOID;

import java.lang.invoke.MethodHandle;

/** {@code object.h, types}. Callers hold the GIL unless a method says otherwise. */
public final class TypeApi {
    private static final MethodHandle FROM_SPEC_WITH_BASES = function("PyType_FromSpecWithBases",
            OWNED, POINTER, BORROWED);
    private static final MethodHandle IS_SUBTYPE = leaf("PyType_IsSubtype", FLAG, BORROWED,
            BORROWED);
    private static final MethodHandle GENERIC_ALLOC = function("PyType_GenericAlloc", OWNED,
            BORROWED, SSIZE);
    private static final MethodHandle MODIFIED = function("PyType_Modified", VOID, BORROWED);
    private static final MethodHandle GET_FLAGS = leaf("PyType_GetFlags", SSIZE, BORROWED);
    private static final MethodHandle FREE = function("PyObject_Free", VOID, POINTER);
    private static final MethodHandle CLEAR_WEAK_REFS = function("PyObject_ClearWeakRefs", VOID,
            BORROWED);
    private static final MethodHandle NEW = function("PyMethod_New", OWNED, BORROWED, BORROWED);

    private TypeApi() {}

    /** {@code PyType_FromSpecWithBases}. */
    public static long fromSpecWithBases(long spec, long bases) {
        try {
            return (long) FROM_SPEC_WITH_BASES.invokeExact(spec, bases);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyType_IsSubtype}. */
    public static int isSubtype(long type, long of) {
        try {
            return (int) (long) IS_SUBTYPE.invokeExact(type, of);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyType_GenericAlloc}. */
    public static long genericAlloc(long type, long items) {
        try {
            return (long) GENERIC_ALLOC.invokeExact(type, items);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyType_Modified}. */
    public static void modified(long type) {
        try {
            long _ = (long) MODIFIED.invokeExact(type);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyObject_ClearWeakRefs}: calls their callbacks. Only for destructors. */
    public static void clearWeakRefs(long object) {
        try {
            long _ = (long) CLEAR_WEAK_REFS.invokeExact(object);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyObject_Free}. */
    public static void free(long memory) {
        try {
            long _ = (long) FREE.invokeExact(memory);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyType_GetFlags}. */
    public static long getFlags(long type) {
        try {
            return (long) GET_FLAGS.invokeExact(type);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyMethod_New}. */
    public static long newMethod(long function, long self) {
        try {
            return (long) NEW.invokeExact(function, self);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }
}
