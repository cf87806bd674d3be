package dev.krait.capi;

import static dev.krait.capi.Binding.function;
import static dev.krait.capi.Binding.leaf;
import static dev.krait.capi.CType.BORROWED;
import static dev.krait.capi.CType.OWNED;
import static dev.krait.capi.CType.SSIZE;
import static dev.krait.capi.CType.STATUS;
import static dev.krait.capi.CType.STOLEN;

/** {@code listobject.h}. Callers hold the GIL unless a method says otherwise. */
public final class ListApi {
    private static final CFunction NEW = function("PyList_New", OWNED, SSIZE);
    private static final CLeaf SIZE = leaf("PyList_Size", SSIZE, BORROWED);
    private static final CLeaf GET_ITEM = leaf("PyList_GetItem", BORROWED, BORROWED, SSIZE);
    private static final CFunction SET_ITEM = function("PyList_SetItem", STATUS, BORROWED, SSIZE,
            STOLEN);
    private static final CFunction INSERT = function("PyList_Insert", STATUS, BORROWED, SSIZE,
            BORROWED);
    private static final CFunction APPEND = function("PyList_Append", STATUS, BORROWED, BORROWED);
    private static final CFunction SET_SLICE = function("PyList_SetSlice", STATUS, BORROWED, SSIZE,
            SSIZE, BORROWED);

    private ListApi() {}

    /** {@code PyList_New}. */
    public static long newList(long size) {
        return NEW.call(size);
    }

    /** {@code PyList_Size}. */
    public static long size(long list) {
        return SIZE.call(list);
    }

    /** {@code PyList_GetItem}. */
    public static long getItem(long list, long index) {
        return GET_ITEM.call(list, index);
    }

    /** {@code PyList_SetItem}. */
    public static int setItem(long list, long index, long item) {
        return (int) SET_ITEM.call(list, index, item);
    }

    /** {@code PyList_Insert}. */
    public static int insert(long list, long index, long item) {
        return (int) INSERT.call(list, index, item);
    }

    /** {@code PyList_Append}. */
    public static int append(long list, long item) {
        return (int) APPEND.call(list, item);
    }

    /** {@code PyList_SetSlice}. */
    public static int setSlice(long list, long from, long to, long items) {
        return (int) SET_SLICE.call(list, from, to, items);
    }
}
