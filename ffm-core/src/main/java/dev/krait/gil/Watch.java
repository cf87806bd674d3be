package dev.krait.gil;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the threads inside Python every 20 ms, sooner where a request waits for a better place, ends the code of those that were interrupted or are out of time, and
 * lets {@link Pressure} look at the size of the process.
 *
 * <p>A thread that enters writes down that it is inside before it takes the GIL, and looks whether the watch sleeps
 * after; the watch does it the other way round: one of them sees the other. Sections shorter than a look cost nothing
 * but that. The watch sleeps when nobody was inside for a while.
 */
final class Watch {
    private static final long LOOK_NANOS = 20_000_000;
    private static final long SOON_NANOS = 1_000_000;
    private static final int QUIET_LOOKS = 10;
    private static boolean asleep = true;
    private static @Nullable Thread thread;
    private static boolean soon;

    private Watch() {}

    /** A thread is inside now. */
    static void entered() {
        if (asleep) {
            wake();
        }
    }

    private static void wake() {
        asleep = false;
        Thread started = thread;
        if (started == null) {
            begin();
        } else {
            LockSupport.unpark(started);
        }
    }

    /** Under the GIL, so once. */
    private static void begin() {
        Thread begun = new Thread(null, Watch::run, "krait-watch", 0, false);
        begun.setDaemon(true);
        try {
            begun.start();
            thread = begun;
        } catch (OutOfMemoryError noThread) {
            asleep = true; // the next to enter tries again
        }
    }

    private static void run() {
        int quiet = 0;
        while (Interpreter.isRunning()) {
            soon = false;
            quiet = look() ? 0 : quiet + 1;
            Pressure.look();
            if (quiet < QUIET_LOOKS) {
                LockSupport.parkNanos(soon ? SOON_NANOS : LOOK_NANOS);
            } else {
                sleep();
                quiet = 0;
            }
        }
    }

    private static void sleep() {
        asleep = true;
        java.lang.invoke.VarHandle.fullFence();
        if (Sections.isAnybodyInside()) {
            asleep = false;
            return;
        }
        while (asleep && Interpreter.isRunning()) {
            LockSupport.park();
            java.lang.invoke.VarHandle.acquireFence();
        }
    }

    private static boolean look() {
        long now = System.nanoTime();
        boolean inside = false;
        for (Attachment each : Sections.inside()) {
            inside = true;
            if (each.stopRequest().isDue(now)) {
                end(each, now);
            }
        }
        return inside;
    }

    private static void end(Attachment running, long now) {
        try {
            Gil.run(() -> {
                running.stopRequest().make(now);
                soon |= running.stopRequest().hesitates();
            });
        } catch (IllegalStateException closed) {
            // the JVM is going down; so will this thread
        }
    }
}
