package dev.krait.capi;

import static dev.krait.capi.Binding.broken;
import static dev.krait.capi.Binding.function;
import static dev.krait.capi.Binding.leaf;
import static dev.krait.capi.Binding.optional;
import static dev.krait.capi.Binding.present;
import static dev.krait.capi.CType.BORROWED;
import static dev.krait.capi.CType.FLAG;
import static dev.krait.capi.CType.OWNED;
import static dev.krait.capi.CType.POINTER;
import static dev.krait.capi.CType.STATUS;
import static dev.krait.capi.CType.STOLEN;
import static dev.krait.capi.CType.VOID;

import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/** {@code pyerrors.h}. Callers hold the GIL unless a method says otherwise. */
public final class ErrorApi {
    private static final MethodHandle OCCURRED = leaf("PyErr_Occurred", BORROWED);
    private static final MethodHandle CLEAR = function("PyErr_Clear", VOID);
    private static final MethodHandle FETCH = function("PyErr_Fetch", VOID, POINTER, POINTER,
            POINTER);
    private static final MethodHandle NORMALIZE_EXCEPTION = function("PyErr_NormalizeException",
            VOID, POINTER, POINTER, POINTER);
    private static final MethodHandle SET_OBJECT = function("PyErr_SetObject", VOID, BORROWED,
            BORROWED);
    private static final MethodHandle SET_STRING = function("PyErr_SetString", VOID, BORROWED,
            POINTER);
    private static final MethodHandle EXCEPTION_MATCHES = function("PyErr_ExceptionMatches", FLAG,
            BORROWED);
    private static final MethodHandle WRITE_UNRAISABLE = function("PyErr_WriteUnraisable", VOID,
            BORROWED);
    private static final @Nullable MethodHandle GET_RAISED_EXCEPTION = optional(
            "PyErr_GetRaisedException", OWNED);
    private static final @Nullable MethodHandle SET_RAISED_EXCEPTION = optional(
            "PyErr_SetRaisedException", VOID, STOLEN);
    private static final MethodHandle SET_TRACEBACK = function("PyException_SetTraceback", STATUS,
            BORROWED, BORROWED);

    private ErrorApi() {}

    /** {@code PyErr_Occurred}. */
    public static long occurred() {
        try {
            return (long) OCCURRED.invokeExact();
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyErr_Clear}. */
    public static void clear() {
        try {
            long _ = (long) CLEAR.invokeExact();
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyErr_Fetch}. */
    public static void fetch(long type, long value, long traceback) {
        try {
            long _ = (long) FETCH.invokeExact(type, value, traceback);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyErr_NormalizeException}. */
    public static void normalizeException(long type, long value, long traceback) {
        try {
            long _ = (long) NORMALIZE_EXCEPTION.invokeExact(type, value, traceback);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyErr_SetObject}. */
    public static void setObject(long type, long value) {
        try {
            long _ = (long) SET_OBJECT.invokeExact(type, value);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyErr_SetString}. */
    public static void setString(long type, long message) {
        try {
            long _ = (long) SET_STRING.invokeExact(type, message);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyErr_ExceptionMatches}. */
    public static int exceptionMatches(long type) {
        try {
            return (int) (long) EXCEPTION_MATCHES.invokeExact(type);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyErr_WriteUnraisable}. */
    public static void writeUnraisable(long object) {
        try {
            long _ = (long) WRITE_UNRAISABLE.invokeExact(object);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyErr_GetRaisedException}. */
    public static long getRaisedException() {
        try {
            return (long) present(GET_RAISED_EXCEPTION, "PyErr_GetRaisedException").invokeExact();
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** Whether this Python has {@code PyErr_GetRaisedException}. */
    public static boolean hasRaisedException() {
        return GET_RAISED_EXCEPTION != null;
    }

    /** {@code PyErr_SetRaisedException}. */
    public static void setRaisedException(long exception) {
        try {
            long _ = (long) present(SET_RAISED_EXCEPTION, "PyErr_SetRaisedException")
                    .invokeExact(exception);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyException_SetTraceback}. */
    public static int setTraceback(long exception, long traceback) {
        try {
            return (int) (long) SET_TRACEBACK.invokeExact(exception, traceback);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }
}
