package dev.krait.capi;

import org.jspecify.annotations.Nullable;

/**
 * What the calling native thread does when it ends: give the GIL back, if it still has it.
 *
 * <p>A pthread key whose destructor is {@code PyEval_SaveThread} itself: no Java runs that late. On Linux only.
 */
public final class ThreadEnd {
    private static final @Nullable Key KEY = NativePlatform.IS_LINUX ? Key.create() : null;

    private ThreadEnd() {}

    /** The thread holds the GIL from now on; its end gives it back. */
    public static void givesBack() {
        if (KEY != null) {
            KEY.set(1);
        }
    }

    /** The thread is about to give it back itself. */
    public static void givesNothing() {
        if (KEY != null) {
            KEY.set(0);
        }
    }

    /** A key of {@code pthread_key_create}, never deleted. */
    private record Key(long number) {
        private static final CFunction CREATE = CFunction.ofLibc("pthread_key_create");
        private static final CLeaf SET = new CLeaf(
                CFunction.ofLibc("pthread_setspecific").address());

        static @Nullable Key create() {
            long number = Memory.allocateForEver(Integer.BYTES);
            return (int) CREATE.call(number, LibPython.address("PyEval_SaveThread")) == 0
                    ? new Key(Memory.getInt(number))
                    : null;
        }

        void set(long value) {
            SET.call(number, value);
        }
    }
}
