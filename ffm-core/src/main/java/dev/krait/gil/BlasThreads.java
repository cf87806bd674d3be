package dev.krait.gil;

import dev.krait.capi.ThreadCountSetter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How many threads the BLAS libraries of this process may use: all cores, unless a thread with a small stack is inside
 * Python.
 *
 * <p>OpenBLAS keeps megabytes on the calling thread's stack as soon as it uses more than one thread, which kills a JVM
 * with stacks of 1 MB; with one thread it needs little. Its number is one for the process. All state is guarded by the
 * GIL, under which threads enter and leave, so the number is right before any of them can call BLAS.
 */
public final class BlasThreads {
    private static final List<ThreadCountSetter> LIBRARIES = new ArrayList<>();
    private static int smallInside;
    private static boolean isRaised;

    private BlasThreads() {}

    /** A library was loaded: from now on it uses what is right. Callers hold the GIL. */
    public static void add(Path library) {
        ThreadCountSetter.find(library).ifPresent(setter -> {
            LIBRARIES.add(setter);
            set(isRaised);
        });
    }

    /** How many libraries are known. Callers hold the GIL. */
    public static int count() {
        return LIBRARIES.size();
    }

    /** A thread has entered; the GIL is held. */
    static void entered(ThreadStack stack) {
        if (!stack.isLarge()) {
            smallInside++;
            if (isRaised) {
                set(false);
            }
        } else if (!isRaised && smallInside == 0 && !LIBRARIES.isEmpty()) {
            set(true);
        }
    }

    /** A thread is about to leave; the GIL is held. */
    static void leaving(ThreadStack stack) {
        if (!stack.isLarge()) {
            smallInside--;
        }
    }

    private static void set(boolean raised) {
        isRaised = raised;
        int threads = raised ? Runtime.getRuntime().availableProcessors() : 1;
        LIBRARIES.forEach(library -> library.set(threads));
    }
}
