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
    private static final long KEPT_BYTES = 1 << 20;
    private static final long ALIGNMENT = 16;
    private final Deque<Block> full = new ArrayDeque<>();
    private @Nullable Block current;
    private long next;
    private long end;

    /** Some memory, with the state of the block before it; a large one is freed when it is left. */
    private record Block(MemorySegment memory, @Nullable Arena arena, long formerNext,
            long formerEnd) {}

    Scratch() {}

    /** Uninitialised memory, aligned for any C type, until {@link #give}. */
    public long take(long bytes) {
        long rounded = (Math.max(bytes, 1) + ALIGNMENT - 1) & -ALIGNMENT;
        if (rounded > end - next) {
            open(rounded);
        }
        long address = next;
        next += rounded;
        return address;
    }

    /** Gives back what was taken last. */
    public void give(long address) {
        next = address;
        Block block = current;
        if (block != null && address == block.memory.address() && !full.isEmpty()) {
            leave(block);
        }
    }

    private void open(long bytes) {
        long size = Math.max(bytes, end == 0 ? BYTES : 2 * BYTES);
        Arena arena = size > KEPT_BYTES ? Arena.ofShared() : null;
        MemorySegment memory = (arena == null ? Arena.ofAuto() : arena).allocate(size, ALIGNMENT);
        Block former = current;
        if (former != null) {
            full.push(former);
        }
        current = new Block(memory, arena, next, end);
        next = memory.address();
        end = next + size;
    }

    private void leave(Block block) {
        current = full.pop();
        next = block.formerNext;
        end = block.formerEnd;
        if (block.arena != null) {
            block.arena.close();
        }
    }
}
