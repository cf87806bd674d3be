package dev.krait.capi;

import static dev.krait.capi.Binding.function;
import static dev.krait.capi.Binding.leaf;
import static dev.krait.capi.CType.BORROWED;
import static dev.krait.capi.CType.OWNED;
import static dev.krait.capi.CType.SSIZE;
import static dev.krait.capi.CType.STATUS;
import static dev.krait.capi.CType.STOLEN;

/** {@code tupleobject.h}. Callers hold the GIL unless a method says otherwise. */
public final class TupleApi {
    private static final CFunction NEW = function("PyTuple_New", OWNED, SSIZE);
    private static final CLeaf SIZE = leaf("PyTuple_Size", SSIZE, BORROWED);
    private static final CLeaf GET_ITEM = leaf("PyTuple_GetItem", BORROWED, BORROWED, SSIZE);
    private static final CFunction SET_ITEM = function("PyTuple_SetItem", STATUS, BORROWED, SSIZE,
            STOLEN);

    private TupleApi() {}

    /** {@code PyTuple_New}. */
    public static long newTuple(long size) {
        return NEW.call(size);
    }

    /** {@code PyTuple_Size}. */
    public static long size(long tuple) {
        return SIZE.call(tuple);
    }

    /** {@code PyTuple_GetItem}. */
    public static long getItem(long tuple, long index) {
        return GET_ITEM.call(tuple, index);
    }

    /** {@code PyTuple_SetItem}. */
    public static int setItem(long tuple, long index, long item) {
        return (int) SET_ITEM.call(tuple, index, item);
    }
}
