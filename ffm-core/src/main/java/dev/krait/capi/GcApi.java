package dev.krait.capi;

import static dev.krait.capi.Binding.broken;
import static dev.krait.capi.Binding.leaf;
import static dev.krait.capi.CType.BORROWED;
import static dev.krait.capi.CType.FLAG;
import static dev.krait.capi.CType.VOID;

import java.lang.invoke.MethodHandle;

/** {@code objimpl.h}: CPython's collector of reference cycles. Callers hold the GIL. */
public final class GcApi {
    private static final MethodHandle IS_TRACKED = leaf("PyObject_GC_IsTracked", FLAG, BORROWED);
    private static final MethodHandle TRACK = leaf("PyObject_GC_Track", VOID, BORROWED);
    private static final MethodHandle UNTRACK = leaf("PyObject_GC_UnTrack", VOID, BORROWED);

    private GcApi() {}

    /** {@code PyObject_GC_IsTracked}; of objects that cannot be tracked, too. */
    public static int isTracked(long object) {
        try {
            return (int) (long) IS_TRACKED.invokeExact(object);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyObject_GC_Track}: ends the process when the object is tracked already. */
    public static void track(long object) {
        try {
            long _ = (long) TRACK.invokeExact(object);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyObject_GC_UnTrack}. */
    public static void untrack(long object) {
        try {
            long _ = (long) UNTRACK.invokeExact(object);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }
}
