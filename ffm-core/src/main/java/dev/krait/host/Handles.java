package dev.krait.host;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The Java objects that Python objects stand for, by handle. Guarded by the GIL.
 *
 * <p>A handle is freed by the destructor of its Python object and by nothing else. 0 is no handle.
 */
final class Handles {
    private static final int FIRST_SIZE = 1024;
    private static @Nullable Object[] slots = new Object[FIRST_SIZE];
    private static int[] free = new int[FIRST_SIZE];
    private static int freeCount;
    private static int next = 1;

    private Handles() {}

    /** Takes an object in. */
    static long put(Object object) {
        int handle = freeCount > 0 ? free[--freeCount] : fresh();
        slots[handle] = object;
        return handle;
    }

    /** The object; null for 0. */
    static @Nullable Object get(long handle) {
        return slots[(int) handle];
    }

    /** Lets an object go. */
    static void remove(long handle) {
        if (handle == 0) {
            return;
        }
        slots[(int) handle] = null;
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, 2 * free.length);
        }
        free[freeCount++] = (int) handle;
    }

    /** How many are in use. */
    static long live() {
        return next - 1L - freeCount;
    }

    private static int fresh() {
        if (next == slots.length) {
            slots = Arrays.copyOf(slots, 2 * slots.length);
        }
        return next++;
    }
}
