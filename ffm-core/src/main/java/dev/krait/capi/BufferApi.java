package dev.krait.capi;

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

/** {@code buffer.h}. Callers hold the GIL unless a method says otherwise. */
public final class BufferApi {
    private static final CFunction GET_BUFFER = function("PyObject_GetBuffer", STATUS, BORROWED,
            POINTER, INT);
    private static final CFunction RELEASE = function("PyBuffer_Release", VOID, POINTER);
    private static final CFunction FROM_MEMORY = function("PyMemoryView_FromMemory", OWNED, POINTER,
            SSIZE, INT);
    private static final CFunction FROM_OBJECT = function("PyMemoryView_FromObject", OWNED,
            BORROWED);
    private static final CLeaf CHECK = leaf("PyObject_CheckBuffer", FLAG, BORROWED);

    private BufferApi() {}

    /** {@code PyObject_GetBuffer}. */
    public static int getBuffer(long exporter, long view, int flags) {
        return (int) GET_BUFFER.call(exporter, view, flags);
    }

    /** {@code PyBuffer_Release}. */
    public static void release(long view) {
        RELEASE.call(view);
    }

    /** {@code PyMemoryView_FromMemory}. */
    public static long memoryViewFromMemory(long memory, long size, int flags) {
        return FROM_MEMORY.call(memory, size, flags);
    }

    /** {@code PyMemoryView_FromObject}. */
    public static long memoryView(long exporter) {
        return FROM_OBJECT.call(exporter);
    }

    /** {@code PyObject_CheckBuffer}. */
    public static int isExporter(long object) {
        return (int) CHECK.call(object);
    }
}
