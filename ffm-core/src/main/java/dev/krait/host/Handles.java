package dev.krait.host;

import dev.krait.gil.Origin;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
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
    /** When each was taken in, by counting. */
    private static long[] births = new long[FIRST_SIZE];
    private static long born;
    /** Where each was taken in, if that is noted. */
    private static @Nullable Origin[] origins = new Origin[Origin.ON ? FIRST_SIZE : 0];
    private static int freeCount;
    private static int next = 1;

    private Handles() {}

    /** Takes an object in. */
    static long put(Object object) {
        int handle = freeCount > 0 ? free[--freeCount] : fresh();
        slots[handle] = object;
        births[handle] = ++born;
        if (Origin.ON) {
            origins[handle] = Origin.here();
        }
        return handle;
    }

    /** The object; null for 0. */
    static @Nullable Object get(long handle) {
        return slots[(int) handle];
    }

    /** Lets a handle stand for another object. */
    static void replace(long handle, Object object) {
        slots[(int) handle] = object;
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

    /** The objects in use and where they were taken in, the one taken in first first. */
    static void forEach(BiConsumer<Object, @Nullable Origin> step) {
        IntStream.range(1, next).filter(handle -> slots[handle] != null).boxed()
                .sorted(Comparator.comparingLong(handle -> births[handle]))
                .forEach(handle -> step.accept(Objects.requireNonNull(slots[handle]),
                        Origin.ON ? origins[handle] : null));
    }

    private static int fresh() {
        if (next == slots.length) {
            slots = Arrays.copyOf(slots, 2 * slots.length);
            births = Arrays.copyOf(births, slots.length);
            if (Origin.ON) {
                origins = Arrays.copyOf(origins, slots.length);
            }
        }
        return next++;
    }
}
