package dev.krait.capi;

import static dev.krait.capi.Binding.broken;
import static dev.krait.capi.Binding.function;
import static dev.krait.capi.Binding.leaf;
import static dev.krait.capi.CType.BORROWED;
import static dev.krait.capi.CType.OWNED;
import static dev.krait.capi.CType.SSIZE;
import static dev.krait.capi.CType.STATUS;
import static dev.krait.capi.CType.STOLEN;

import java.lang.invoke.MethodHandle;

/** {@code listobject.h}. Callers hold the GIL unless a method says otherwise. */
public final class ListApi {
    private static final MethodHandle NEW = function("PyList_New", OWNED, SSIZE);
    private static final MethodHandle SIZE = leaf("PyList_Size", SSIZE, BORROWED);
    private static final MethodHandle GET_ITEM = leaf("PyList_GetItem", BORROWED, BORROWED, SSIZE);
    private static final MethodHandle SET_ITEM = function("PyList_SetItem", STATUS, BORROWED, SSIZE,
            STOLEN);
    private static final MethodHandle INSERT = function("PyList_Insert", STATUS, BORROWED, SSIZE,
            BORROWED);
    private static final MethodHandle APPEND = function("PyList_Append", STATUS, BORROWED,
            BORROWED);
    private static final MethodHandle SET_SLICE = function("PyList_SetSlice", STATUS, BORROWED,
            SSIZE, SSIZE, BORROWED);

    private ListApi() {}

    /** {@code PyList_New}. */
    public static long newList(long size) {
        try {
            return (long) NEW.invokeExact(size);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyList_Size}. */
    public static long size(long list) {
        try {
            return (long) SIZE.invokeExact(list);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyList_GetItem}. */
    public static long getItem(long list, long index) {
        try {
            return (long) GET_ITEM.invokeExact(list, index);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyList_SetItem}. */
    public static int setItem(long list, long index, long item) {
        try {
            return (int) (long) SET_ITEM.invokeExact(list, index, item);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyList_Insert}. */
    public static int insert(long list, long index, long item) {
        try {
            return (int) (long) INSERT.invokeExact(list, index, item);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyList_Append}. */
    public static int append(long list, long item) {
        try {
            return (int) (long) APPEND.invokeExact(list, item);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyList_SetSlice}. */
    public static int setSlice(long list, long from, long to, long items) {
        try {
            return (int) (long) SET_SLICE.invokeExact(list, from, to, items);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }
}
