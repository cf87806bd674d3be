package dev.krait.capi;

import static dev.krait.capi.Binding.broken;
import static dev.krait.capi.Binding.function;
import static dev.krait.capi.Binding.leaf;
import static dev.krait.capi.CType.BORROWED;
import static dev.krait.capi.CType.FLAG;
import static dev.krait.capi.CType.INT;
import static dev.krait.capi.CType.OWNED;
import static dev.krait.capi.CType.POINTER;
import static dev.krait.capi.CType.SSIZE;
import static dev.krait.capi.CType.STATUS;
import static dev.krait.capi.CType.VOID;

import java.lang.invoke.MethodHandle;

/** {@code buffer.h}. Callers hold the GIL unless a method says otherwise. */
public final class BufferApi {
    private static final MethodHandle GET_BUFFER = function("PyObject_GetBuffer", STATUS, BORROWED,
            POINTER, INT);
    private static final MethodHandle RELEASE = function("PyBuffer_Release", VOID, POINTER);
    private static final MethodHandle FROM_MEMORY = function("PyMemoryView_FromMemory", OWNED,
            POINTER, SSIZE, INT);
    private static final MethodHandle FROM_OBJECT = function("PyMemoryView_FromObject", OWNED,
            BORROWED);
    private static final MethodHandle CHECK = leaf("PyObject_CheckBuffer", FLAG, BORROWED);

    private BufferApi() {}

    /** {@code PyObject_GetBuffer}. */
    public static int getBuffer(long exporter, long view, int flags) {
        try {
            return (int) (long) GET_BUFFER.invokeExact(exporter, view, (long) flags);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyBuffer_Release}. */
    public static void release(long view) {
        try {
            long _ = (long) RELEASE.invokeExact(view);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyMemoryView_FromMemory}. */
    public static long memoryViewFromMemory(long memory, long size, int flags) {
        try {
            return (long) FROM_MEMORY.invokeExact(memory, size, (long) flags);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyMemoryView_FromObject}. */
    public static long memoryView(long exporter) {
        try {
            return (long) FROM_OBJECT.invokeExact(exporter);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyObject_CheckBuffer}. */
    public static int isExporter(long object) {
        try {
            return (int) (long) CHECK.invokeExact(object);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }
}
