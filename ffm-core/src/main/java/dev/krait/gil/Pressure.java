package dev.krait.gil;

import java.io.IOException;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets Java look for dead owners of Python objects when the process has grown beyond a limit outside of Java's heap:
 * {@code -Dkrait.memory.limit}, {@code 800m}, {@code 2g}, or a number of bytes, 0 for none; half of the heap's greatest
 * size when it is not given, and 256 MB at least.
 *
 * <p>Small Java objects may keep large Python ones, of which Java's collector knows nothing: it sees no reason to run.
 * {@link Watch} looks at the size, and whoever leaves Python next pays for the collection. Off where the system does not
 * tell how large the process is (Linux does).
 */
final class Pressure {
    private static final long LEAST_LIMIT = 256L << 20;
    private static final String OPTION = "krait.memory.limit";
    private static final String SIZE = "(\\d{1,15})([kmgKMG]?)";
    private static final Path SIZES = Path.of("/proc/self/statm");
    private static final long PAGE = 4096;
    /** After a collection the process must have grown by a quarter before the next one. */
    private static final long GROWTH = 4;
    private static final long LONGEST_WAIT_MILLIS = 1000;
    private static final long QUEUE_MILLIS = 5;
    private static final AtomicBoolean COLLECTING = new AtomicBoolean();
    private static boolean due;
    private static long limit;
    private static long next;
    private static long left;

    private Pressure() {}

    /**
     * Takes the option; from now on there is a limit.
     *
     * @throws IllegalArgumentException when it is no size
     */
    static void begin() {
        limit = Files.isReadable(SIZES) ? limit(System.getProperty(OPTION)) : 0;
        next = limit;
    }

    /** Whether the process has grown too large. Any thread may ask; some may see it late. */
    static boolean isDue() {
        return due;
    }

    /** Looks at the size, unless there is nothing new that could be dead. */
    static void look() {
        if (limit > 0 && !due && Releases.live() != left && outsideBytes() > next) {
            due = true;
        }
    }

    /** Collects, one thread at a time. The GIL is free. */
    static void relieve() {
        if (COLLECTING.compareAndSet(false, true)) {
            try {
                collect();
            } finally {
                due = false;
                COLLECTING.set(false);
            }
        }
    }

    private static void collect() {
        awaitCollection();
        Gil.giveBack(() -> {
            Releases.drainAll();
            left = Releases.live();
        });
        long bytes = outsideBytes();
        next = Math.max(limit, bytes + bytes / GROWTH);
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

    /** What the process takes beyond Java's heap, or less while parts of the heap were never touched. */
    private static long outsideBytes() {
        try {
            String sizes = Files.readString(SIZES); // the whole size, what is resident, and others
            int from = sizes.indexOf(' ') + 1;
            long resident = Long.parseLong(sizes, from, sizes.indexOf(' ', from), 10);
            return resident * PAGE - Runtime.getRuntime().totalMemory();
        } catch (IOException unreadable) {
            return 0;
        }
    }

    private static long limit(@Nullable String option) {
        if (option == null) {
            return Math.max(LEAST_LIMIT, Runtime.getRuntime().maxMemory() / 2);
        }
        Matcher size = Pattern.compile(SIZE).matcher(option);
        if (!size.matches()) {
            throw new IllegalArgumentException("-D" + OPTION + '=' + option
                    + " is no size: 2g, 800m and 0 (no limit) are examples");
        }
        String unit = size.group(2).toLowerCase(Locale.ROOT);
        int power = unit.isEmpty() ? 0 : "kmg".indexOf(unit) + 1;
        return Long.parseLong(size.group(1)) << (10 * power);
    }
}
