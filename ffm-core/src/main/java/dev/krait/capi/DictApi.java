package dev.krait.capi;

import static dev.krait.capi.Binding.function;
import static dev.krait.capi.Binding.leaf;
import static dev.krait.capi.CType.BORROWED;
import static dev.krait.capi.CType.FLAG;
import static dev.krait.capi.CType.OWNED;
import static dev.krait.capi.CType.POINTER;
import static dev.krait.capi.CType.SSIZE;
import static dev.krait.capi.CType.STATUS;
import static dev.krait.capi.CType.VOID;

/** {@code dictobject.h}. Callers hold the GIL unless a method says otherwise. */
public final class DictApi {
    private static final CFunction NEW = function("PyDict_New", OWNED);
    private static final CLeaf SIZE = leaf("PyDict_Size", SSIZE, BORROWED);
    private static final CFunction GET_ITEM_WITH_ERROR = function("PyDict_GetItemWithError",
            BORROWED, BORROWED, BORROWED);
    private static final CFunction SET_ITEM = function("PyDict_SetItem", STATUS, BORROWED, BORROWED,
            BORROWED);
    private static final CFunction DEL_ITEM = function("PyDict_DelItem", STATUS, BORROWED,
            BORROWED);
    private static final CFunction CONTAINS = function("PyDict_Contains", STATUS, BORROWED,
            BORROWED);
    private static final CLeaf NEXT = leaf("PyDict_Next", FLAG, BORROWED, POINTER, POINTER,
            POINTER);
    private static final CFunction CLEAR = function("PyDict_Clear", VOID, BORROWED);
    private static final CFunction COPY = function("PyDict_Copy", OWNED, BORROWED);
    private static final CFunction KEYS = function("PyDict_Keys", OWNED, BORROWED);

    private DictApi() {}

    /** {@code PyDict_New}. */
    public static long newDict() {
        return NEW.call();
    }

    /** {@code PyDict_Size}. */
    public static long size(long dict) {
        return SIZE.call(dict);
    }

    /** {@code PyDict_GetItemWithError}. */
    public static long getItemWithError(long dict, long key) {
        return GET_ITEM_WITH_ERROR.call(dict, key);
    }

    /** {@code PyDict_SetItem}. */
    public static int setItem(long dict, long key, long value) {
        return (int) SET_ITEM.call(dict, key, value);
    }

    /** {@code PyDict_DelItem}. */
    public static int delItem(long dict, long key) {
        return (int) DEL_ITEM.call(dict, key);
    }

    /** {@code PyDict_Contains}. */
    public static int contains(long dict, long key) {
        return (int) CONTAINS.call(dict, key);
    }

    /** {@code PyDict_Next}. */
    public static int next(long dict, long position, long key, long value) {
        return (int) NEXT.call(dict, position, key, value);
    }

    /** {@code PyDict_Clear}. */
    public static void clear(long dict) {
        CLEAR.call(dict);
    }

    /** {@code PyDict_Copy}. */
    public static long copy(long dict) {
        return COPY.call(dict);
    }

    /** {@code PyDict_Keys}. */
    public static long keys(long dict) {
        return KEYS.call(dict);
    }
}
