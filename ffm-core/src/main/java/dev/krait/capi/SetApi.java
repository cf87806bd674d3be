package dev.krait.capi;

import static dev.krait.capi.Binding.function;
import static dev.krait.capi.CType.BORROWED;
import static dev.krait.capi.CType.OWNED;
import static dev.krait.capi.CType.SSIZE;
import static dev.krait.capi.CType.STATUS;

/** {@code setobject.h}. Callers hold the GIL unless a method says otherwise. */
public final class SetApi {
    private static final CFunction NEW = function("PySet_New", OWNED, BORROWED);
    private static final CFunction NEW_FROZEN_SET = function("PyFrozenSet_New", OWNED, BORROWED);
    private static final CFunction SIZE = function("PySet_Size", SSIZE, BORROWED);
    private static final CFunction CONTAINS = function("PySet_Contains", STATUS, BORROWED,
            BORROWED);
    private static final CFunction ADD = function("PySet_Add", STATUS, BORROWED, BORROWED);
    private static final CFunction DISCARD = function("PySet_Discard", STATUS, BORROWED, BORROWED);
    private static final CFunction CLEAR = function("PySet_Clear", STATUS, BORROWED);

    private SetApi() {}

    /** {@code PySet_New}. */
    public static long newSet(long iterable) {
        return NEW.call(iterable);
    }

    /** {@code PyFrozenSet_New}. */
    public static long newFrozenSet(long iterable) {
        return NEW_FROZEN_SET.call(iterable);
    }

    /** {@code PySet_Size}. */
    public static long size(long set) {
        return SIZE.call(set);
    }

    /** {@code PySet_Contains}. */
    public static int contains(long set, long key) {
        return (int) CONTAINS.call(set, key);
    }

    /** {@code PySet_Add}. */
    public static int add(long set, long key) {
        return (int) ADD.call(set, key);
    }

    /** {@code PySet_Discard}. */
    public static int discard(long set, long key) {
        return (int) DISCARD.call(set, key);
    }

    /** {@code PySet_Clear}. */
    public static int clear(long set) {
        return (int) CLEAR.call(set);
    }
}
