package dev.krait.gil;

import java.io.IOException;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.lang3.StringUtils;

/**
 * Lets Java look for dead owners of Python objects when the process has grown beyond {@code -Dkrait.memory.limit}:
 * {@code 800m}, {@code 2g}, or a number of bytes.
 *
 * <p>Small Java objects may keep large Python ones, of which Java's collector knows nothing: it sees no reason to run.
 * The thread that makes one more pays for the collection. Off by default, and where the system does not tell how large
 * the process is (Linux does).
 */
final class Pressure {
    private static final long LIMIT = bytes(System.getProperty("krait.memory.limit", "0"));
    private static final Path SIZES = Path.of("/proc/self/statm");
    private static final long PAGE = 4096;
    private static final int LOOK_EVERY = 8;
    /** After a collection the process must have grown by a quarter before the next one. */
    private static final long GROWTH = 4;
    private static final long LONGEST_WAIT_MILLIS = 1000;
    private static final long QUEUE_MILLIS = 5;
    /** Whether there is a limit. */
    static final boolean ON = LIMIT > 0 && Files.isReadable(SIZES);
    private static int registered;
    private static boolean due;
    private static long next = LIMIT;

    private Pressure() {}

    /** One more reference is owned. Callers hold the GIL. */
    static void registered() {
        if (++registered % LOOK_EVERY == 0) {
            due = true;
        }
    }

    /** Collects if it is time to. The GIL is free. */
    static void relieve() {
        if (due) {
            due = false;
            if (residentBytes() > next) {
                collect();
            }
        }
    }

    private static synchronized void collect() {
        if (residentBytes() <= next) {
            return; // another thread was faster
        }
        awaitCollection();
        due = false;
        Gil.run(Releases::drainAll);
        long resident = residentBytes();
        next = Math.max(LIMIT, resident + resident / GROWTH);
    }

    /** Java queues what it found dead on a thread of its own, after its collection: the sentinel is among it. */
    private static void awaitCollection() {
        ReferenceQueue<Object> arrival = new ReferenceQueue<>();
        PhantomReference<Object> sentinel = new PhantomReference<>(new Object(), arrival);
        try {
            System.gc();
            arrival.remove(LONGEST_WAIT_MILLIS);
            Thread.sleep(QUEUE_MILLIS); // others may stand behind it
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        } finally {
            Reference.reachabilityFence(sentinel);
        }
    }

    private static long residentBytes() {
        try {
            return Long.parseLong(StringUtils.split(Files.readString(SIZES))[1]) * PAGE;
        } catch (IOException unreadable) {
            return 0;
        }
    }

    private static long bytes(String text) {
        int last = text.length() - 1;
        int power = "kmg".indexOf(Character.toLowerCase(text.charAt(last))) + 1;
        return Long.parseLong(power == 0 ? text : text.substring(0, last)) << (10 * power);
    }
}
