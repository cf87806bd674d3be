package dev.krait.gil;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Memory of one thread for the arguments of calls, taken and given back like a stack.
 *
 * <pre>{@code
 * long args = scratch.take(3 * Long.BYTES);
 * try { ... } finally { scratch.give(args); }
 * }</pre>
 */
public final class Scratch {
    private static final long BYTES = 4096;
    private static final long ALIGNMENT = 16;
    private @Nullable MemorySegment block;
    private @Nullable Deque<Large> large;
    private long next;
    private long end;

    private record Large(Arena arena, long address) {}

    Scratch() {}

    /** Uninitialised memory, aligned for any C type, until {@link #give}. */
    public long take(long bytes) {
        long rounded = (bytes + ALIGNMENT - 1) & -ALIGNMENT;
        if (rounded > end - next) {
            return takeElsewhere(rounded);
        }
        long address = next;
        next += rounded;
        return address;
    }

    /** Gives back what was taken last. */
    public void give(long address) {
        Deque<Large> elsewhere = large;
        if (elsewhere != null && !elsewhere.isEmpty() && elsewhere.peek().address == address) {
            elsewhere.pop().arena.close();
        } else {
            next = address;
        }
    }

    private long takeElsewhere(long bytes) {
        if (block == null && bytes <= BYTES) {
            MemorySegment fresh = Arena.ofAuto().allocate(BYTES, ALIGNMENT);
            block = fresh;
            next = fresh.address();
            end = next + BYTES;
            return take(bytes);
        }
        Arena arena = Arena.ofShared();
        Large taken = new Large(arena, arena.allocate(bytes, ALIGNMENT).address());
        if (large == null) {
            large = new ArrayDeque<>();
        }
        large.push(taken);
        return taken.address;
    }
}
