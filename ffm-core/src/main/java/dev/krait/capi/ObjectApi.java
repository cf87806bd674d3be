package dev.krait.capi;

import static dev.krait.capi.Binding.function;
import static dev.krait.capi.Binding.leaf;
import static dev.krait.capi.CType.BORROWED;
import static dev.krait.capi.CType.FLAG;
import static dev.krait.capi.CType.HASH;
import static dev.krait.capi.CType.INT;
import static dev.krait.capi.CType.OWNED;
import static dev.krait.capi.CType.STATUS;

/** {@code object.h}. Callers hold the GIL unless a method says otherwise. */
public final class ObjectApi {
    private static final CFunction GET_ATTR = function("PyObject_GetAttr", OWNED, BORROWED,
            BORROWED);
    private static final CFunction SET_ATTR = function("PyObject_SetAttr", STATUS, BORROWED,
            BORROWED, BORROWED);
    private static final CFunction STR = function("PyObject_Str", OWNED, BORROWED);
    private static final CFunction REPR = function("PyObject_Repr", OWNED, BORROWED);
    private static final CFunction GET_HASH = function("PyObject_Hash", HASH, BORROWED);
    private static final CFunction RICH_COMPARE = function("PyObject_RichCompare", OWNED, BORROWED,
            BORROWED, INT);
    private static final CFunction RICH_COMPARE_BOOL = function("PyObject_RichCompareBool", STATUS,
            BORROWED, BORROWED, INT);
    private static final CFunction IS_TRUE = function("PyObject_IsTrue", STATUS, BORROWED);
    private static final CFunction DIR = function("PyObject_Dir", OWNED, BORROWED);
    private static final CLeaf CHECK = leaf("PyCallable_Check", FLAG, BORROWED);
    private static final CFunction GENERIC_GET_ATTR = function("PyObject_GenericGetAttr", OWNED,
            BORROWED, BORROWED);
    private static final CFunction GENERIC_SET_ATTR = function("PyObject_GenericSetAttr", STATUS,
            BORROWED, BORROWED, BORROWED);
    private static final CFunction SELF_ITER = function("PyObject_SelfIter", OWNED, BORROWED);

    private ObjectApi() {}

    /** {@code PyObject_GetAttr}. */
    public static long getAttr(long object, long name) {
        return GET_ATTR.call(object, name);
    }

    /** {@code PyObject_SetAttr}. */
    public static int setAttr(long object, long name, long value) {
        return (int) SET_ATTR.call(object, name, value);
    }

    /** {@code PyObject_Str}. */
    public static long str(long object) {
        return STR.call(object);
    }

    /** {@code PyObject_Repr}. */
    public static long repr(long object) {
        return REPR.call(object);
    }

    /** {@code PyObject_Hash}. */
    public static long hash(long object) {
        return GET_HASH.call(object);
    }

    /** {@code PyObject_RichCompare}. */
    public static long richCompare(long a, long b, int operator) {
        return RICH_COMPARE.call(a, b, operator);
    }

    /** {@code PyObject_RichCompareBool}. */
    public static int richCompareBool(long a, long b, int operator) {
        return (int) RICH_COMPARE_BOOL.call(a, b, operator);
    }

    /** {@code PyObject_IsTrue}. */
    public static int isTrue(long object) {
        return (int) IS_TRUE.call(object);
    }

    /** {@code PyObject_Dir}. */
    public static long dir(long object) {
        return DIR.call(object);
    }

    /** {@code PyCallable_Check}. */
    public static int isCallable(long object) {
        return (int) CHECK.call(object);
    }

    /** {@code PyObject_GenericGetAttr}. */
    public static long genericGetAttr(long object, long name) {
        return GENERIC_GET_ATTR.call(object, name);
    }

    /** {@code PyObject_GenericSetAttr}. */
    public static int genericSetAttr(long object, long name, long value) {
        return (int) GENERIC_SET_ATTR.call(object, name, value);
    }

    /** {@code PyObject_SelfIter}. */
    public static long selfIter(long object) {
        return SELF_ITER.call(object);
    }
}
