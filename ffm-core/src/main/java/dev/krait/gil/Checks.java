package dev.krait.gil;

import dev.krait.capi.Memory;
import dev.krait.capi.ThreadApi;
import java.util.function.BooleanSupplier;

/**
 * What {@code -Dkrait.check=true} asserts at the border: the GIL is held by the thread that uses Python, sections end
 * in the thread state they began in and without a pending error, and no object is used after its last reference was
 * given back.
 *
 * <p>Off, which is the default, it costs nothing: the JIT removes what follows a constant false.
 */
public final class Checks {
    /** Whether to check. */
    public static final boolean ON = Boolean.getBoolean("krait.check");
    private static volatile BooleanSupplier errorPending = () -> false;

    private Checks() {}

    /** An object is about to be used by the calling thread. */
    public static void use(long object) {
        held();
        if (object == 0) {
            throw new AssertionError("NULL is used as an object");
        }
        if (Memory.getInt(object) == 0 && Memory.getLong(object) == 0) {
            throw new AssertionError(
                    "an object is used that has no reference left: 0x" + Long.toHexString(object));
        }
    }

    /** Python is about to be used by the calling thread. */
    public static void held() {
        if (!Gil.isHeld()) {
            throw new AssertionError(
                    "Python is used without the GIL on " + Thread.currentThread().getName());
        }
    }

    /** How to ask whether a Python error is pending; the layer that reads it tells. */
    public static void askForErrors(BooleanSupplier pending) {
        errorPending = pending;
    }

    /** A section is about to end that began with this thread state. */
    static void leaving(long state) {
        if (ThreadApi.get() != state) {
            throw new AssertionError("a section ends in another thread state than it began in, on "
                    + Thread.currentThread().getName());
        }
        if (errorPending.getAsBoolean()) {
            throw new AssertionError("a section ends with a Python error pending, on "
                    + Thread.currentThread().getName());
        }
    }
}
