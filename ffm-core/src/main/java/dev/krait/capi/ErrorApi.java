package dev.krait.capi;

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

import org.jspecify.annotations.Nullable;

/** {@code pyerrors.h}. Callers hold the GIL unless a method says otherwise. */
public final class ErrorApi {
    private static final CLeaf OCCURRED = leaf("PyErr_Occurred", BORROWED);
    private static final CFunction CLEAR = function("PyErr_Clear", VOID);
    private static final CFunction FETCH = function("PyErr_Fetch", VOID, POINTER, POINTER, POINTER);
    private static final CFunction NORMALIZE_EXCEPTION = function("PyErr_NormalizeException", VOID,
            POINTER, POINTER, POINTER);
    private static final CFunction SET_OBJECT = function("PyErr_SetObject", VOID, BORROWED,
            BORROWED);
    private static final CFunction SET_STRING = function("PyErr_SetString", VOID, BORROWED,
            POINTER);
    private static final CFunction EXCEPTION_MATCHES = function("PyErr_ExceptionMatches", FLAG,
            BORROWED);
    private static final CFunction WRITE_UNRAISABLE = function("PyErr_WriteUnraisable", VOID,
            BORROWED);
    private static final @Nullable CFunction GET_RAISED_EXCEPTION = optional(
            "PyErr_GetRaisedException", OWNED);
    private static final @Nullable CFunction SET_RAISED_EXCEPTION = optional(
            "PyErr_SetRaisedException", VOID, STOLEN);
    private static final CFunction SET_TRACEBACK = function("PyException_SetTraceback", STATUS,
            BORROWED, BORROWED);

    private ErrorApi() {}

    /** {@code PyErr_Occurred}. */
    public static long occurred() {
        return OCCURRED.call();
    }

    /** {@code PyErr_Clear}. */
    public static void clear() {
        CLEAR.call();
    }

    /** {@code PyErr_Fetch}. */
    public static void fetch(long type, long value, long traceback) {
        FETCH.call(type, value, traceback);
    }

    /** {@code PyErr_NormalizeException}. */
    public static void normalizeException(long type, long value, long traceback) {
        NORMALIZE_EXCEPTION.call(type, value, traceback);
    }

    /** {@code PyErr_SetObject}. */
    public static void setObject(long type, long value) {
        SET_OBJECT.call(type, value);
    }

    /** {@code PyErr_SetString}. */
    public static void setString(long type, long message) {
        SET_STRING.call(type, message);
    }

    /** {@code PyErr_ExceptionMatches}. */
    public static int exceptionMatches(long type) {
        return (int) EXCEPTION_MATCHES.call(type);
    }

    /** {@code PyErr_WriteUnraisable}. */
    public static void writeUnraisable(long object) {
        WRITE_UNRAISABLE.call(object);
    }

    /** {@code PyErr_GetRaisedException}. */
    public static long getRaisedException() {
        return present(GET_RAISED_EXCEPTION, "PyErr_GetRaisedException").call();
    }

    /** Whether this Python has {@code PyErr_GetRaisedException}. */
    public static boolean hasRaisedException() {
        return GET_RAISED_EXCEPTION != null;
    }

    /** {@code PyErr_SetRaisedException}. */
    public static void setRaisedException(long exception) {
        present(SET_RAISED_EXCEPTION, "PyErr_SetRaisedException").call(exception);
    }

    /** {@code PyException_SetTraceback}. */
    public static int setTraceback(long exception, long traceback) {
        return (int) SET_TRACEBACK.call(exception, traceback);
    }
}
