package dev.krait.capi;

import static dev.krait.capi.Binding.broken;
import static dev.krait.capi.Binding.function;
import static dev.krait.capi.Binding.leaf;
import static dev.krait.capi.CType.BORROWED;
import static dev.krait.capi.CType.INT;
import static dev.krait.capi.CType.OWNED;
import static dev.krait.capi.CType.POINTER;
import static dev.krait.capi.CType.SSIZE;

import java.lang.invoke.MethodHandle;

/** {@code unicodeobject.h}. Callers hold the GIL unless a method says otherwise. */
public final class UnicodeApi {
    private static final MethodHandle FROM_KIND_AND_DATA = leaf("PyUnicode_FromKindAndData", OWNED,
            INT, POINTER, SSIZE);
    private static final MethodHandle DECODE_UTF16 = function("PyUnicode_DecodeUTF16", OWNED,
            POINTER, SSIZE, POINTER, POINTER);
    private static final MethodHandle AS_UTF8_AND_SIZE = function("PyUnicode_AsUTF8AndSize",
            POINTER, BORROWED, POINTER);
    private static final MethodHandle AS_ENCODED_STRING = function("PyUnicode_AsEncodedString",
            OWNED, BORROWED, POINTER, POINTER);
    private static final MethodHandle INTERN_FROM_STRING = function("PyUnicode_InternFromString",
            OWNED, POINTER);
    private static final MethodHandle GET_LENGTH = leaf("PyUnicode_GetLength", SSIZE, BORROWED);
    private static final MethodHandle NEW = leaf("PyUnicode_New", OWNED, SSIZE, INT);

    private UnicodeApi() {}

    /** {@code PyUnicode_FromKindAndData}. */
    public static long fromKindAndData(int kind, long data, long length) {
        try {
            return (long) FROM_KIND_AND_DATA.invokeExact((long) kind, data, length);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyUnicode_DecodeUTF16}. */
    public static long decodeUtf16(long data, long bytes, long errors, long order) {
        try {
            return (long) DECODE_UTF16.invokeExact(data, bytes, errors, order);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyUnicode_AsUTF8AndSize}. */
    public static long asUtf8AndSize(long text, long size) {
        try {
            return (long) AS_UTF8_AND_SIZE.invokeExact(text, size);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyUnicode_AsEncodedString}. */
    public static long asEncodedString(long text, long encoding, long errors) {
        try {
            return (long) AS_ENCODED_STRING.invokeExact(text, encoding, errors);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyUnicode_InternFromString}. */
    public static long internFromString(long utf8) {
        try {
            return (long) INTERN_FROM_STRING.invokeExact(utf8);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyUnicode_GetLength}. */
    public static long getLength(long text) {
        try {
            return (long) GET_LENGTH.invokeExact(text);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyUnicode_New}: the characters are not set yet. */
    public static long newText(long length, int greatest) {
        try {
            return (long) NEW.invokeExact(length, (long) greatest);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }
}
