package dev.krait.capi;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Cleaner;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Memory of the C library, for arrays: not cleared where it is written at once, cleared page by page where it is not.
 * Any thread; Python need not run.
 */
public final class NativeHeap {
    private static final Cleaner CLEANER = Cleaner.create();
    private static final CFunction CALLOC = CFunction.ofLibc("calloc");
    private static final CFunction MALLOC = CFunction.ofLibc("malloc");
    private static final CFunction FREE = CFunction.ofLibc("free");
    private static final Optional<CFunction> ADVISE = NativePlatform.IS_LINUX
            ? CFunction.ofLibcIfPresent("madvise")
            : Optional.empty();
    private static final long LARGE = 4L << 20;
    private static final long PAGE = 4096;
    private static final long HUGE_PAGES = 14; // MADV_HUGEPAGE

    private NativeHeap() {}

    private record Free(long address) implements Runnable {
        @Override
        public void run() {
            FREE.call(address);
        }
    }

    /**
     * Allocates. Nobody frees it but the caller, by {@link #free} or what {@link #freeLater} gives.
     *
     * @param cleared whether it must be zero
     * @throws OutOfMemoryError when there is not so much
     */
    public static long newBlock(long bytes, boolean cleared) {
        long size = Math.max(bytes, 1);
        long address = cleared ? CALLOC.call(1, size) : MALLOC.call(size);
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

    /** Frees a block when its owner is collected, or when what this gives is run, whichever comes first. */
    public static Runnable freeLater(Object owner, long address) {
        return CLEANER.register(owner, new Free(address))::clean;
    }

    /** Reachable from an open arena, as what it does at the end of that, which is nothing. */
    private record Kept(Object keeper) implements Consumer<MemorySegment> {
        @Override
        public void accept(MemorySegment segment) {}
    }

    /**
     * A segment for anybody, over memory that somebody else frees.
     *
     * @param memory usable until it is ended
     * @param end makes the segment unusable. It stops all threads for a moment, to see that none is reading; throws
     *        IllegalStateException when one keeps it open
     */
    public record Lent(MemorySegment memory, Runnable end) {}

    /**
     * Lends memory out as a segment.
     *
     * @param keeper reachable for as long as the segment is
     */
    @SuppressWarnings("restricted") // the wall
    public static Lent lend(long address, long bytes, Object keeper) {
        Arena arena = Arena.ofShared();
        MemorySegment memory = MemorySegment.ofAddress(address).reinterpret(bytes, arena,
                new Kept(keeper));
        return new Lent(memory, arena::close);
    }

    /** Large arrays in large pages: their first use costs a fifth. A wish, so what it answers does not matter. */
    private static void adviseHugePages(long address, long bytes) {
        long start = (address + PAGE - 1) & -PAGE;
        ADVISE.ifPresent(advise -> advise.call(start, address + bytes - start, HUGE_PAGES));
    }
}
