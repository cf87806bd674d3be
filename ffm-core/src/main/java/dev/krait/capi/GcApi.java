package dev.krait.capi;

import static dev.krait.capi.Binding.leaf;
import static dev.krait.capi.CType.BORROWED;
import static dev.krait.capi.CType.FLAG;
import static dev.krait.capi.CType.VOID;

/** {@code objimpl.h}: CPython's collector of reference cycles. Callers hold the GIL. */
public final class GcApi {
    private static final CLeaf IS_TRACKED = leaf("PyObject_GC_IsTracked", FLAG, BORROWED);
    private static final CLeaf TRACK = leaf("PyObject_GC_Track", VOID, BORROWED);
    private static final CLeaf UNTRACK = leaf("PyObject_GC_UnTrack", VOID, BORROWED);

    private GcApi() {}

    /** {@code PyObject_GC_IsTracked}; of objects that cannot be tracked, too. */
    public static int isTracked(long object) {
        return (int) IS_TRACKED.call(object);
    }

    /** {@code PyObject_GC_Track}: ends the process when the object is tracked already. */
    public static void track(long object) {
        TRACK.call(object);
    }

    /** {@code PyObject_GC_UnTrack}. */
    public static void untrack(long object) {
        UNTRACK.call(object);
    }
}
