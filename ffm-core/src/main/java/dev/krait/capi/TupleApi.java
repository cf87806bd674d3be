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

/** {@code tupleobject.h}. Callers hold the GIL unless a method says otherwise. */
public final class TupleApi {
    private static final MethodHandle NEW = function("PyTuple_New", OWNED, SSIZE);
    private static final MethodHandle SIZE = leaf("PyTuple_Size", SSIZE, BORROWED);
    private static final MethodHandle GET_ITEM = leaf("PyTuple_GetItem", BORROWED, BORROWED, SSIZE);
    private static final MethodHandle SET_ITEM = function("PyTuple_SetItem", STATUS, BORROWED,
            SSIZE, STOLEN);

    private TupleApi() {}

    /** {@code PyTuple_New}. */
    public static long newTuple(long size) {
        try {
            return (long) NEW.invokeExact(size);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyTuple_Size}. */
    public static long size(long tuple) {
        try {
            return (long) SIZE.invokeExact(tuple);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyTuple_GetItem}. */
    public static long getItem(long tuple, long index) {
        try {
            return (long) GET_ITEM.invokeExact(tuple, index);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyTuple_SetItem}. */
    public static int setItem(long tuple, long index, long item) {
        try {
            return (int) (long) SET_ITEM.invokeExact(tuple, index, item);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }
}
