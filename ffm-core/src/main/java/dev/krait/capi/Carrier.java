package dev.krait.capi;

import java.lang.invoke.MethodHandles;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a virtual thread on its carrier while a body runs.
 *
 * <p>A native frame on the stack pins the thread, so the body runs inside a libc function that calls back: {@code
 * bsearch} over one element (about 30 ns). The thread state of CPython belongs to the carrier.
 */
public final class Carrier {
    private static final ThreadLocal<Section> SECTION = new ThreadLocal<>();
    private static final long ELEMENT = Memory.allocateForEver(Long.BYTES);
    private static final long COMPARE = Upcalls.stub(MethodHandles.lookup(), Carrier.class, "run",
            2);
    private static final CFunction BSEARCH = CFunction.ofLibc("bsearch");

    private Carrier() {}

    private static final class Section {
        private final Runnable body;
        private @Nullable Throwable thrown;

        Section(Runnable body) {
            this.body = body;
        }
    }

    /** Runs the body without a change of carrier; what it throws comes out. */
    public static void pin(Runnable body) {
        Section outer = SECTION.get();
        Section section = new Section(body);
        SECTION.set(section);
        try {
            long found = BSEARCH.call(ELEMENT, ELEMENT, 1, Long.BYTES, COMPARE);
            assert found == ELEMENT;
        } finally {
            SECTION.set(outer);
        }
        Carrier.<RuntimeException>rethrow(section.thrown);
    }

    @SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // C calls it, with the arguments of a
                                                          // comparison
    private static long run(long key, long element) {
        Section section = SECTION.get();
        try {
            section.body.run();
        } catch (Throwable thrown) { // nothing may leave an upcall
            section.thrown = thrown;
        }
        return 0;
    }

    @SuppressWarnings("unchecked") // erased: what a section throws comes out as it is, checked or
                                   // not
    private static <T extends Throwable> void rethrow(@Nullable Throwable thrown) throws T {
        if (thrown != null) {
            throw (T) thrown;
        }
    }
}
