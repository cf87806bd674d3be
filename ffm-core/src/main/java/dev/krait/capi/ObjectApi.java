package dev.krait.capi;

import static dev.krait.capi.Binding.broken;
import static dev.krait.capi.Binding.function;
import static dev.krait.capi.Binding.leaf;
import static dev.krait.capi.CType.BORROWED;
import static dev.krait.capi.CType.FLAG;
import static dev.krait.capi.CType.HASH;
import static dev.krait.capi.CType.INT;
import static dev.krait.capi.CType.OWNED;
import static dev.krait.capi.CType.STATUS;

import java.lang.invoke.MethodHandle;

/** {@code object.h}. Callers hold the GIL unless a method says otherwise. */
public final class ObjectApi {
    private static final MethodHandle GET_ATTR = function("PyObject_GetAttr", OWNED, BORROWED,
            BORROWED);
    private static final MethodHandle SET_ATTR = function("PyObject_SetAttr", STATUS, BORROWED,
            BORROWED, BORROWED);
    private static final MethodHandle STR = function("PyObject_Str", OWNED, BORROWED);
    private static final MethodHandle REPR = function("PyObject_Repr", OWNED, BORROWED);
    private static final MethodHandle GET_HASH = function("PyObject_Hash", HASH, BORROWED);
    private static final MethodHandle RICH_COMPARE = function("PyObject_RichCompare", OWNED,
            BORROWED, BORROWED, INT);
    private static final MethodHandle RICH_COMPARE_BOOL = function("PyObject_RichCompareBool",
            STATUS, BORROWED, BORROWED, INT);
    private static final MethodHandle IS_TRUE = function("PyObject_IsTrue", STATUS, BORROWED);
    private static final MethodHandle DIR = function("PyObject_Dir", OWNED, BORROWED);
    private static final MethodHandle CHECK = leaf("PyCallable_Check", FLAG, BORROWED);
    private static final MethodHandle GENERIC_GET_ATTR = function("PyObject_GenericGetAttr", OWNED,
            BORROWED, BORROWED);
    private static final MethodHandle GENERIC_SET_ATTR = function("PyObject_GenericSetAttr", STATUS,
            BORROWED, BORROWED, BORROWED);
    private static final MethodHandle SELF_ITER = function("PyObject_SelfIter", OWNED, BORROWED);

    private ObjectApi() {}

    /** {@code PyObject_GetAttr}. */
    public static long getAttr(long object, long name) {
        try {
            return (long) GET_ATTR.invokeExact(object, name);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyObject_SetAttr}. */
    public static int setAttr(long object, long name, long value) {
        try {
            return (int) (long) SET_ATTR.invokeExact(object, name, value);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyObject_Str}. */
    public static long str(long object) {
        try {
            return (long) STR.invokeExact(object);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyObject_Repr}. */
    public static long repr(long object) {
        try {
            return (long) REPR.invokeExact(object);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyObject_Hash}. */
    public static long hash(long object) {
        try {
            return (long) GET_HASH.invokeExact(object);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyObject_RichCompare}. */
    public static long richCompare(long a, long b, int operator) {
        try {
            return (long) RICH_COMPARE.invokeExact(a, b, (long) operator);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyObject_RichCompareBool}. */
    public static int richCompareBool(long a, long b, int operator) {
        try {
            return (int) (long) RICH_COMPARE_BOOL.invokeExact(a, b, (long) operator);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyObject_IsTrue}. */
    public static int isTrue(long object) {
        try {
            return (int) (long) IS_TRUE.invokeExact(object);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyObject_Dir}. */
    public static long dir(long object) {
        try {
            return (long) DIR.invokeExact(object);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyCallable_Check}. */
    public static int isCallable(long object) {
        try {
            return (int) (long) CHECK.invokeExact(object);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyObject_GenericGetAttr}. */
    public static long genericGetAttr(long object, long name) {
        try {
            return (long) GENERIC_GET_ATTR.invokeExact(object, name);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyObject_GenericSetAttr}. */
    public static int genericSetAttr(long object, long name, long value) {
        try {
            return (int) (long) GENERIC_SET_ATTR.invokeExact(object, name, value);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyObject_SelfIter}. */
    public static long selfIter(long object) {
        try {
            return (long) SELF_ITER.invokeExact(object);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }
}
