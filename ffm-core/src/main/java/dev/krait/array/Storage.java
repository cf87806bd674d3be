package dev.krait.array;

import dev.krait.capi.Memory;
import dev.krait.capi.NativeHeap;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The memory of an array and of its views, and who ends it. Its end waits for whoever uses it: Java code between
 * {@link #use} and the end of that, and Python.
 *
 * <p>A shared arena would see to that, too, but closing one stops every thread of the JVM for a moment: so there is one
 * only where somebody wants a segment, or looks at elements again and again. See docs/adr/0014.
 */
final class Storage {
    private static final int CLOSED = 1 << 31;
    private static final int FREED = 1 << 30;
    private static final int MANY_LOOKS = 64;
    private static final VarHandle USERS = users();
    private final MemorySegment memory;
    private final boolean owned;
    private Runnable free = () -> {
    };
    private volatile NativeHeap.@Nullable Lent lent;
    /** How many use it, and the two bits. */
    @SuppressWarnings("unused") // by USERS
    private volatile int users;
    private int looks;

    private Storage(MemorySegment memory, boolean owned) {
        this.memory = memory;
        this.owned = owned;
    }

    static Storage allocate(long bytes, boolean cleared) {
        long address = NativeHeap.newBlock(bytes, cleared);
        Storage storage = new Storage(Memory.view(address, bytes), true);
        storage.free = NativeHeap.freeLater(storage, address);
        return storage;
    }

    /**
     * Memory that somebody else owns.
     *
     * @param giveBack tells the owner that it is used no more
     */
    static Storage borrow(long address, long bytes, Runnable giveBack) {
        Storage storage = new Storage(Memory.view(address, bytes), true);
        storage.free = giveBack;
        return storage;
    }

    /** Memory with a life of its own, which closing the array does not end. */
    static Storage wrap(MemorySegment memory) {
        return new Storage(memory, false);
    }

    /** One use of the memory, which stays for its length. */
    static final class Use implements AutoCloseable {
        private final MemorySegment memory;
        private final @Nullable Storage counted;

        private Use(MemorySegment memory, @Nullable Storage counted) {
            this.memory = memory;
            this.counted = counted;
        }

        MemorySegment memory() {
            return memory;
        }

        @Override
        public void close() {
            if (counted != null) {
                counted.leave();
            }
        }
    }

    /**
     * Begins to use the memory.
     *
     * @throws IllegalStateException after {@link #close}, or when the caller's arena of the memory was closed
     */
    Use use() {
        if (owned && lent == null) {
            if (++looks > MANY_LOOKS) {
                return new Use(lasting(), null);
            }
            enter();
            return new Use(memory, this);
        }
        return new Use(memory(), null);
    }

    /** The memory, for callers within a use. */
    MemorySegment memory() {
        if (isClosed()) {
            throw closed();
        }
        NativeHeap.Lent known = lent;
        if (known != null) {
            return known.memory();
        }
        if (!memory.scope().isAlive()) {
            throw new IllegalStateException("the arena of this memory was closed");
        }
        return memory;
    }

    /** A segment that anybody may keep: it throws IllegalStateException when used after {@link #close}. */
    MemorySegment lasting() {
        if (!owned) {
            return memory();
        }
        enter();
        try {
            return lend().memory();
        } finally {
            leave();
        }
    }

    private NativeHeap.Lent lend() {
        synchronized (this) {
            NativeHeap.Lent known = lent;
            if (known == null) {
                known = NativeHeap.lend(memory.address(), memory.byteSize(), this);
                lent = known;
            }
            return known;
        }
    }

    boolean isClosed() {
        return (int) USERS.getVolatile(this) < 0;
    }

    /** Python begins to use the memory. */
    void export() {
        memory();
        enter();
    }

    /** Python has let go. */
    void giveBack() {
        leave();
    }

    void close() {
        int before = (int) USERS.getAndBitwiseOr(this, CLOSED);
        if ((before & ~CLOSED) == 0) {
            freeOnce();
        }
    }

    private void enter() {
        if ((int) USERS.getAndAdd(this, 1) < 0) {
            leave();
            throw closed();
        }
    }

    private void leave() {
        if ((int) USERS.getAndAdd(this, -1) - 1 == CLOSED) {
            freeOnce();
        }
    }

    private void freeOnce() {
        if (USERS.compareAndSet(this, CLOSED, CLOSED | FREED)) {
            NativeHeap.Lent known = lent;
            if (known != null) {
                end(known);
            }
            free.run();
        }
    }

    private void end(NativeHeap.Lent segment) {
        try {
            segment.end().run();
        } catch (IllegalStateException inUse) {
            USERS.getAndBitwiseAnd(this, ~FREED); // another close may find it free
            throw inUse;
        }
    }

    private static IllegalStateException closed() {
        return new IllegalStateException("this array was closed");
    }

    private static VarHandle users() {
        try {
            return MethodHandles.lookup().findVarHandle(Storage.class, "users", int.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }
}
