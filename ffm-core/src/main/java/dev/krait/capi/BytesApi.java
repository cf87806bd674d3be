package dev.krait.capi;

import static dev.krait.capi.Binding.leaf;
import static dev.krait.capi.CType.BORROWED;
import static dev.krait.capi.CType.OWNED;
import static dev.krait.capi.CType.POINTER;
import static dev.krait.capi.CType.SSIZE;

/** {@code bytesobject.h}. Callers hold the GIL unless a method says otherwise. */
public final class BytesApi {
    private static final CLeaf FROM_STRING_AND_SIZE = leaf("PyBytes_FromStringAndSize", OWNED,
            POINTER, SSIZE);
    private static final CLeaf AS_STRING = leaf("PyBytes_AsString", POINTER, BORROWED);
    private static final CLeaf SIZE = leaf("PyBytes_Size", SSIZE, BORROWED);

    private BytesApi() {}

    /** {@code PyBytes_FromStringAndSize}. */
    public static long fromStringAndSize(long data, long length) {
        return FROM_STRING_AND_SIZE.call(data, length);
    }

    /** {@code PyBytes_AsString}. */
    public static long asString(long bytes) {
        return AS_STRING.call(bytes);
    }

    /** {@code PyBytes_Size}. */
    public static long size(long bytes) {
        return SIZE.call(bytes);
    }
}
