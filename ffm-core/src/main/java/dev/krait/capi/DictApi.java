package dev.krait.capi;

import static dev.krait.capi.Binding.broken;
import static dev.krait.capi.Binding.function;
import static dev.krait.capi.Binding.leaf;
import static dev.krait.capi.CType.BORROWED;
import static dev.krait.capi.CType.FLAG;
import static dev.krait.capi.CType.OWNED;
import static dev.krait.capi.CType.POINTER;
import static dev.krait.capi.CType.SSIZE;
import static dev.krait.capi.CType.STATUS;
import static dev.krait.capi.CType.VOID;

import java.lang.invoke.MethodHandle;

/** {@code dictobject.h}. Callers hold the GIL unless a method says otherwise. */
public final class DictApi {
    private static final MethodHandle NEW = function("PyDict_New", OWNED);
    private static final MethodHandle SIZE = leaf("PyDict_Size", SSIZE, BORROWED);
    private static final MethodHandle GET_ITEM_WITH_ERROR = function("PyDict_GetItemWithError",
            BORROWED, BORROWED, BORROWED);
    private static final MethodHandle SET_ITEM = function("PyDict_SetItem", STATUS, BORROWED,
            BORROWED, BORROWED);
    private static final MethodHandle DEL_ITEM = function("PyDict_DelItem", STATUS, BORROWED,
            BORROWED);
    private static final MethodHandle CONTAINS = function("PyDict_Contains", STATUS, BORROWED,
            BORROWED);
    private static final MethodHandle NEXT = leaf("PyDict_Next", FLAG, BORROWED, POINTER, POINTER,
            POINTER);
    private static final MethodHandle CLEAR = function("PyDict_Clear", VOID, BORROWED);
    private static final MethodHandle COPY = function("PyDict_Copy", OWNED, BORROWED);
    private static final MethodHandle KEYS = function("PyDict_Keys", OWNED, BORROWED);

    private DictApi() {}

    /** {@code PyDict_New}. */
    public static long newDict() {
        try {
            return (long) NEW.invokeExact();
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyDict_Size}. */
    public static long size(long dict) {
        try {
            return (long) SIZE.invokeExact(dict);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyDict_GetItemWithError}. */
    public static long getItemWithError(long dict, long key) {
        try {
            return (long) GET_ITEM_WITH_ERROR.invokeExact(dict, key);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyDict_SetItem}. */
    public static int setItem(long dict, long key, long value) {
        try {
            return (int) (long) SET_ITEM.invokeExact(dict, key, value);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyDict_DelItem}. */
    public static int delItem(long dict, long key) {
        try {
            return (int) (long) DEL_ITEM.invokeExact(dict, key);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyDict_Contains}. */
    public static int contains(long dict, long key) {
        try {
            return (int) (long) CONTAINS.invokeExact(dict, key);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyDict_Next}. */
    public static int next(long dict, long position, long key, long value) {
        try {
            return (int) (long) NEXT.invokeExact(dict, position, key, value);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyDict_Clear}. */
    public static void clear(long dict) {
        try {
            long _ = (long) CLEAR.invokeExact(dict);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyDict_Copy}. */
    public static long copy(long dict) {
        try {
            return (long) COPY.invokeExact(dict);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyDict_Keys}. */
    public static long keys(long dict) {
        try {
            return (long) KEYS.invokeExact(dict);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }
}
