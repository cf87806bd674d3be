package dev.krait.capi;

import static dev.krait.capi.Binding.broken;
import static dev.krait.capi.Binding.function;
import static dev.krait.capi.CType.BORROWED;
import static dev.krait.capi.CType.OWNED;
import static dev.krait.capi.CType.SSIZE;
import static dev.krait.capi.CType.STATUS;

import java.lang.invoke.MethodHandle;

/** {@code setobject.h}. Callers hold the GIL unless a method says otherwise. */
public final class SetApi {
    private static final MethodHandle NEW = function("PySet_New", OWNED, BORROWED);
    private static final MethodHandle NEW_FROZEN_SET = function("PyFrozenSet_New", OWNED, BORROWED);
    private static final MethodHandle SIZE = function("PySet_Size", SSIZE, BORROWED);
    private static final MethodHandle CONTAINS = function("PySet_Contains", STATUS, BORROWED,
            BORROWED);
    private static final MethodHandle ADD = function("PySet_Add", STATUS, BORROWED, BORROWED);
    private static final MethodHandle DISCARD = function("PySet_Discard", STATUS, BORROWED,
            BORROWED);
    private static final MethodHandle CLEAR = function("PySet_Clear", STATUS, BORROWED);

    private SetApi() {}

    /** {@code PySet_New}. */
    public static long newSet(long iterable) {
        try {
            return (long) NEW.invokeExact(iterable);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyFrozenSet_New}. */
    public static long newFrozenSet(long iterable) {
        try {
            return (long) NEW_FROZEN_SET.invokeExact(iterable);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PySet_Size}. */
    public static long size(long set) {
        try {
            return (long) SIZE.invokeExact(set);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PySet_Contains}. */
    public static int contains(long set, long key) {
        try {
            return (int) (long) CONTAINS.invokeExact(set, key);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PySet_Add}. */
    public static int add(long set, long key) {
        try {
            return (int) (long) ADD.invokeExact(set, key);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PySet_Discard}. */
    public static int discard(long set, long key) {
        try {
            return (int) (long) DISCARD.invokeExact(set, key);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PySet_Clear}. */
    public static int clear(long set) {
        try {
            return (int) (long) CLEAR.invokeExact(set);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }
}
