package dev.krait.capi;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.ref.Cleaner;
import java.util.Optional;
import org.apache.commons.lang3.SystemUtils;

/**
 * Memory of the C library, for arrays: not cleared where it is written at once, cleared page by page where it is not.
 *
 * <p>It is freed when its arena is closed, or when no segment of it can be reached any more. Any thread; Python need not
 * run.
 */
public final class NativeHeap {
    private static final Cleaner CLEANER = Cleaner.create();
    private static final MethodHandle CALLOC = link("calloc", FunctionDescriptor
            .of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));
    private static final MethodHandle MALLOC = link("malloc",
            FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));
    private static final MethodHandle FREE = link("free",
            FunctionDescriptor.ofVoid(ValueLayout.JAVA_LONG));

    private static final Optional<MethodHandle> ADVISE = linkAdvise();
    private static final long LARGE = 4L << 20;
    private static final long PAGE = 4096;
    private static final int HUGE_PAGES = 14; // MADV_HUGEPAGE

    private NativeHeap() {}

    /**
     * Memory with a life of its own.
     *
     * @param memory what was allocated
     * @param free ends it: no segment of it can be used afterwards
     */
    public record Block(MemorySegment memory, Runnable free) {}

    private record Free(long address) implements Runnable {
        @Override
        public void run() {
            try {
                FREE.invokeExact(address);
            } catch (Throwable broken) {
                throw Binding.broken(broken);
            }
        }
    }

    /**
     * Allocates.
     *
     * @param cleared whether it must be zero
     * @throws OutOfMemoryError when there is not so much
     */
    @SuppressWarnings("restricted") // the wall
    public static Block allocate(long bytes, boolean cleared) {
        long size = Math.max(bytes, 1);
        long address = cleared ? calloc(size) : malloc(size);
        if (address == 0) {
            throw new OutOfMemoryError("no " + bytes + " bytes of native memory");
        }
        if (bytes >= LARGE) {
            adviseHugePages(address, bytes);
        }
        Arena arena = Arena.ofShared();
        MemorySegment memory = MemorySegment.ofAddress(address).reinterpret(bytes, arena, null);
        Cleaner.Cleanable cleanable = CLEANER.register(memory.scope(), new Free(address));
        return new Block(memory, () -> {
            arena.close();
            cleanable.clean();
        });
    }

    /**
     * Allocates without an arena, whose closing would stop all threads for a moment: for memory that one owner frees by
     * {@link #free}, with nobody else looking. Not cleared.
     *
     * @throws OutOfMemoryError when there is not so much
     */
    public static long newBlock(long bytes) {
        long address = malloc(Math.max(bytes, 1));
        if (address == 0) {
            throw new OutOfMemoryError("no " + bytes + " bytes of native memory");
        }
        if (bytes >= LARGE) {
            adviseHugePages(address, bytes);
        }
        return address;
    }

    /** Frees what {@link #newBlock} gave. */
    public static void free(long address) {
        new Free(address).run();
    }

    /**
     * Memory that somebody else owns, as a segment that keeps the owner alive.
     *
     * @param owner reachable for as long as a segment of it is
     */
    @SuppressWarnings("restricted") // the wall
    public static Block borrow(long address, long bytes, AutoCloseable owner) {
        Arena arena = Arena.ofShared();
        MemorySegment memory = MemorySegment.ofAddress(address).reinterpret(bytes, arena,
                _ -> close(owner));
        return new Block(memory, arena::close);
    }

    private static void close(AutoCloseable owner) {
        try {
            owner.close();
        } catch (RuntimeException unchecked) {
            throw unchecked;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Large arrays in large pages: their first use costs a fifth. A wish, so what it answers does not matter. */
    private static void adviseHugePages(long address, long bytes) {
        long start = (address + PAGE - 1) & -PAGE;
        ADVISE.ifPresent(advise -> {
            try {
                int ignored = (int) advise.invokeExact(start, address + bytes - start, HUGE_PAGES);
                assert ignored <= 0;
            } catch (Throwable broken) {
                throw Binding.broken(broken);
            }
        });
    }

    private static long calloc(long bytes) {
        try {
            return (long) CALLOC.invokeExact(1L, bytes);
        } catch (Throwable broken) {
            throw Binding.broken(broken);
        }
    }

    private static long malloc(long bytes) {
        try {
            return (long) MALLOC.invokeExact(bytes);
        } catch (Throwable broken) {
            throw Binding.broken(broken);
        }
    }

    @SuppressWarnings("restricted") // the wall
    private static MethodHandle link(String name, FunctionDescriptor descriptor) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor);
    }

    @SuppressWarnings("restricted") // the wall
    private static Optional<MethodHandle> linkAdvise() {
        if (!SystemUtils.IS_OS_LINUX) {
            return Optional.empty();
        }
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup().find("madvise").map(
                symbol -> linker.downcallHandle(symbol, FunctionDescriptor.of(ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT)));
    }
}
