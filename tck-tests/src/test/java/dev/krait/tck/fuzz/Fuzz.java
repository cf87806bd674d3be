package dev.krait.tck.fuzz;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import dev.krait.Python;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Random calls of the API on several threads at once, in a JVM that must live: {@code Fuzz [seconds [seed]]}.
 *
 * <p>The moves of each thread follow from the seed; how the threads meet does not. A move that ends otherwise than it
 * may, a thread that hangs, or memory that is not given back ends the JVM with code 98 and the seed.
 */
public final class Fuzz {
    private static final int FAILED = 98;
    private static final int THREADS = 5;
    private static final long HANG_NANOS = 60_000_000_000L;
    private static final int SPARE_REFERENCES = 1500;
    private final Table table = new Table();
    private final List<Player> players = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final long seed;

    private Fuzz(long seed) {
        this.seed = seed;
    }

    /** How many seconds, 60 when absent; which seed, any when absent. */
    public static void main(String[] arguments) throws InterruptedException {
        long seconds = arguments.length > 0 ? Long.parseLong(arguments[0]) : 60;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        System.out.println("seed " + seed);
        new Fuzz(seed).play(seconds);
    }

    private void play(long seconds) throws InterruptedException {
        Python python = Python.start();
        System.out.println("Python " + python.version());
        start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() - end < 0) {
            Thread.sleep(500);
            players.forEach(this::requireProgress);
        }
        table.over = true;
        for (Thread thread : threads) {
            if (!thread.join(java.time.Duration.ofNanos(HANG_NANOS))) {
                fail(thread.getName() + " does not end", null);
            }
        }
        table.join();
        players.forEach(each -> System.out.println(each + ": " + each.moves() + " moves"));
        table.clear();
        requireMemoryBack(python);
        System.out.println("fuzz over");
    }

    private void start() {
        for (int i = 0; i < THREADS; i++) {
            Player player = new Player(table, seed + i, "player " + i, this::fail);
            players.add(player);
            Thread.Builder kind = i % 2 == 0 ? Thread.ofPlatform().daemon() : Thread.ofVirtual();
            threads.add(kind.name(player.toString()).unstarted(player));
        }
        table.interruptible.addAll(threads);
        threads.forEach(Thread::start);
    }

    private void requireProgress(Player player) {
        if (System.nanoTime() - player.lastMove() > HANG_NANOS) {
            fail(player + " hangs in " + player.current(), null);
        }
    }

    private void requireMemoryBack(Python python) throws InterruptedException {
        long left = 0;
        for (int wait = 0; wait < 100; wait++) {
            System.gc();
            python.exec("import gc; gc.collect()");
            left = python.memory().references() + python.memory().handles();
            if (left < SPARE_REFERENCES) {
                System.out.println(python.memory());
                return;
            }
            Thread.sleep(50);
        }
        fail("memory is not given back: " + left + ' ' + python.memory() + ' '
                + python.leakReport(), null);
    }

    private void fail(String what, @org.jspecify.annotations.Nullable Throwable thrown) {
        System.out.println("FAILED: " + what + "; seed " + seed);
        if (thrown == null) {
            players.forEach(each -> System.out.println(each + " in " + each.current() + " for "
                    + (System.nanoTime() - each.lastMove()) / 1_000_000 + " ms"));
            printThreads();
        } else {
            thrown.printStackTrace(System.out);
        }
        System.out.flush();
        Runtime.getRuntime().halt(FAILED);
    }

    /** Virtual threads as well, which {@link Thread#getAllStackTraces} leaves out. */
    private static void printThreads() {
        try {
            Path file = Files.createTempDirectory("fuzz").resolve("threads.txt");
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpThreads(file.toString(), ThreadDumpFormat.TEXT_PLAIN);
            System.out.println(Files.readString(file));
            Files.delete(file);
            Files.delete(file.getParent());
        } catch (IOException failed) {
            failed.printStackTrace(System.out);
        }
    }
}
