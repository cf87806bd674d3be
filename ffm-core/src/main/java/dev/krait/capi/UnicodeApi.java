package dev.krait.capi;

import static dev.krait.capi.Binding.function;
import static dev.krait.capi.Binding.leaf;
import static dev.krait.capi.CType.BORROWED;
import static dev.krait.capi.CType.INT;
import static dev.krait.capi.CType.OWNED;
import static dev.krait.capi.CType.POINTER;
import static dev.krait.capi.CType.SSIZE;

/** {@code unicodeobject.h}. Callers hold the GIL unless a method says otherwise. */
public final class UnicodeApi {
    private static final CLeaf FROM_KIND_AND_DATA = leaf("PyUnicode_FromKindAndData", OWNED, INT,
            POINTER, SSIZE);
    private static final CFunction DECODE_UTF16 = function("PyUnicode_DecodeUTF16", OWNED, POINTER,
            SSIZE, POINTER, POINTER);
    private static final CFunction AS_UTF8_AND_SIZE = function("PyUnicode_AsUTF8AndSize", POINTER,
            BORROWED, POINTER);
    private static final CFunction AS_ENCODED_STRING = function("PyUnicode_AsEncodedString", OWNED,
            BORROWED, POINTER, POINTER);
    private static final CFunction INTERN_FROM_STRING = function("PyUnicode_InternFromString",
            OWNED, POINTER);
    private static final CLeaf GET_LENGTH = leaf("PyUnicode_GetLength", SSIZE, BORROWED);
    private static final CLeaf NEW = leaf("PyUnicode_New", OWNED, SSIZE, INT);

    private UnicodeApi() {}

    /** {@code PyUnicode_FromKindAndData}. */
    public static long fromKindAndData(int kind, long data, long length) {
        return FROM_KIND_AND_DATA.call(kind, data, length);
    }

    /** {@code PyUnicode_DecodeUTF16}. */
    public static long decodeUtf16(long data, long bytes, long errors, long order) {
        return DECODE_UTF16.call(data, bytes, errors, order);
    }

    /** {@code PyUnicode_AsUTF8AndSize}. */
    public static long asUtf8AndSize(long text, long size) {
        return AS_UTF8_AND_SIZE.call(text, size);
    }

    /** {@code PyUnicode_AsEncodedString}. */
    public static long asEncodedString(long text, long encoding, long errors) {
        return AS_ENCODED_STRING.call(text, encoding, errors);
    }

    /** {@code PyUnicode_InternFromString}. */
    public static long internFromString(long utf8) {
        return INTERN_FROM_STRING.call(utf8);
    }

    /** {@code PyUnicode_GetLength}. */
    public static long getLength(long text) {
        return GET_LENGTH.call(text);
    }

    /** {@code PyUnicode_New}: the characters are not set yet. */
    public static long newText(long length, int greatest) {
        return NEW.call(length, greatest);
    }
}
