package dev.krait.capi;

import static dev.krait.capi.Binding.broken;
import static dev.krait.capi.Binding.leaf;
import static dev.krait.capi.CType.BORROWED;
import static dev.krait.capi.CType.OWNED;
import static dev.krait.capi.CType.POINTER;
import static dev.krait.capi.CType.SSIZE;

import java.lang.invoke.MethodHandle;

/** {@code bytesobject.h}. Callers hold the GIL unless a method says otherwise. */
public final class BytesApi {
    private static final MethodHandle FROM_STRING_AND_SIZE = leaf("PyBytes_FromStringAndSize",
            OWNED, POINTER, SSIZE);
    private static final MethodHandle AS_STRING = leaf("PyBytes_AsString", POINTER, BORROWED);
    private static final MethodHandle SIZE = leaf("PyBytes_Size", SSIZE, BORROWED);

    private BytesApi() {}

    /** {@code PyBytes_FromStringAndSize}. */
    public static long fromStringAndSize(long data, long length) {
        try {
            return (long) FROM_STRING_AND_SIZE.invokeExact(data, length);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyBytes_AsString}. */
    public static long asString(long bytes) {
        try {
            return (long) AS_STRING.invokeExact(bytes);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyBytes_Size}. */
    public static long size(long bytes) {
        try {
            return (long) SIZE.invokeExact(bytes);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }
}
