package dev.krait.tck.soak;

import dev.krait.Namespace;
import dev.krait.Python;
import dev.krait.error.PythonException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long a loop of Python goes on after it was asked to end, by each way to ask: {@code StopDelay [trials]}, 100 when
 * absent, prints the distribution.
 */
public enum StopDelay {
    /** {@code Thread.interrupt}. */
    INTERRUPT {
        @Override
        long ask(Loop loop) throws Exception {
            Thread thread = loop.threads.newThread(loop);
            thread.start();
            loop.awaitIt();
            long asked = System.nanoTime();
            thread.interrupt();
            thread.join();
            return loop.ended - asked;
        }
    },
    /** {@code Python.within}. */
    DEADLINE {
        @Override
        long ask(Loop loop) throws Exception {
            long limit = Duration.ofMillis(50).toNanos() + loop.rest * 1_000_000L;
            long[] begun = new long[1];
            Thread thread = loop.threads.newThread(() -> {
                begun[0] = System.nanoTime();
                Python.start().within(Duration.ofNanos(limit), () -> {
                    loop.run();
                    return null;
                });
            });
            thread.start();
            thread.join();
            return loop.ended - begun[0] - limit;
        }
    },
    /** {@code Future.cancel(true)}. */
    CANCEL {
        @Override
        long ask(Loop loop) throws Exception {
            long asked;
            try (ExecutorService pool = Executors.newThreadPerTaskExecutor(loop.threads)) {
                Future<?> future = pool.submit(loop);
                loop.awaitIt();
                asked = System.nanoTime();
                future.cancel(true);
            }
            return loop.ended - asked;
        }
    };

    private static final String ENDLESS = "begun()\nwhile True:\n  try:\n    sum(range(10))\n  except Exception:\n    pass";

    /** Endless Python code, and when it ended. */
    static final class Loop implements Runnable {
        final ThreadFactory threads;
        final int rest = ThreadLocalRandom.current().nextInt(60);
        private final CountDownLatch begun = new CountDownLatch(1);
        volatile long ended;

        Loop(ThreadFactory threads) {
            this.threads = threads;
        }

        @Override
        public void run() {
            try (Namespace names = Python.start().newNamespace()) {
                names.set("begun", (Runnable) begun::countDown);
                names.exec(ENDLESS);
            } catch (PythonException end) {
                ended = System.nanoTime();
            }
        }

        /** It runs, for some time. */
        void awaitIt() throws InterruptedException {
            begun.await();
            Thread.sleep(rest);
        }
    }

    abstract long ask(Loop loop) throws Exception;

    /** Milliseconds from the request to the exception in Java, the shortest first. */
    public double[] millis(ThreadFactory threads, int trials) throws Exception {
        double[] delays = new double[trials];
        for (int i = 0; i < trials; i++) {
            delays[i] = ask(new Loop(threads)) / 1e6;
        }
        Arrays.sort(delays);
        return delays;
    }

    public static void main(String[] arguments) throws Exception {
        int trials = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100;
        System.out.println("milliseconds: least, median, nine of ten, greatest");
        for (StopDelay way : values()) {
            print(way, "platform", way.millis(Thread.ofPlatform().factory(), trials));
            print(way, "virtual", way.millis(Thread.ofVirtual().factory(), trials));
        }
    }

    private static void print(StopDelay way, String threads, double[] sorted) {
        int last = sorted.length - 1;
        System.out.printf(Locale.ROOT, "%-9s %-8s %6.1f %6.1f %6.1f %6.1f%n", way, threads,
                sorted[0], sorted[last / 2], sorted[last * 9 / 10], sorted[last]);
    }
}
