package dev.krait.array;

import dev.krait.capi.NativeHeap;
import java.lang.foreign.MemorySegment;

/** The memory of an array and of its views, and who ends it. While Python uses it, its end waits. */
final class Storage {
    private final MemorySegment memory;
    private final Runnable free;
    private int exports;
    private boolean closed;
    private boolean freed;

    private Storage(MemorySegment memory, Runnable free) {
        this.memory = memory;
        this.free = free;
    }

    static Storage allocate(long bytes, boolean cleared) {
        NativeHeap.Block block = NativeHeap.allocate(bytes, cleared);
        return new Storage(block.memory(), block.free());
    }

    static Storage borrow(long address, long bytes, AutoCloseable owner) {
        NativeHeap.Block block = NativeHeap.borrow(address, bytes, owner);
        return new Storage(block.memory(), block.free());
    }

    /** Memory with a life of its own, which closing the array does not end. */
    static Storage wrap(MemorySegment memory) {
        return new Storage(memory, () -> {
        });
    }

    MemorySegment memory() {
        if (closed) {
            throw new IllegalStateException("this array was closed");
        }
        if (!memory.scope().isAlive()) {
            throw new IllegalStateException("the arena of this memory was closed");
        }
        return memory;
    }

    boolean isClosed() {
        return closed;
    }

    /** Python begins to use the memory. */
    synchronized void export() {
        memory();
        exports++;
    }

    /** Python has let go. */
    synchronized void giveBack() {
        exports--;
        freeIfUnused();
    }

    synchronized void close() {
        closed = true;
        freeIfUnused();
    }

    private void freeIfUnused() {
        if (closed && exports == 0 && !freed) {
            freed = true;
            free.run();
        }
    }
}
