package dev.krait.tck.soak;

import dev.krait.PyObject;
import dev.krait.Python;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How many calls of {@code foo()} per second one thread makes, four threads make, and four virtual threads make,
 * together: workload W11. Not a test: the reader judges.
 */
public final class Contention {
    private static final long ROUND_NANOS = 3_000_000_000L;
    private static final int MANY = 4;
    private static final int ROUNDS = 3;

    private Contention() {}

    /** No arguments. */
    public static void main(String[] arguments) throws InterruptedException {
        Python python = Python.start();
        python.exec("def foo(): return str(1)");
        PyObject foo = python.main().get("foo");
        for (int round = 0; round < ROUNDS; round++) {
            measure("1 thread", foo, 1, Thread.ofPlatform());
            measure(MANY + " threads", foo, MANY, Thread.ofPlatform());
            measure("1 virtual thread", foo, 1, Thread.ofVirtual());
            measure(MANY + " virtual threads", foo, MANY, Thread.ofVirtual());
        }
    }

    private static void measure(String what, PyObject foo, int count, Thread.Builder kind)
            throws InterruptedException {
        AtomicLongArray calls = new AtomicLongArray(count);
        AtomicLong end = new AtomicLong(System.nanoTime() + ROUND_NANOS);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            threads.add(kind.start(() -> {
                long own = 0;
                while (System.nanoTime() - end.get() < 0) {
                    for (int j = 0; j < 100; j++) {
                        if (foo.callAs(String.class).length() != 1) {
                            throw new AssertionError("wrong text");
                        }
                        own++;
                    }
                }
                calls.set(number, own);
            }));
        }
        long sum = 0;
        for (int i = 0; i < count; i++) {
            threads.get(i).join();
            sum += calls.get(i);
        }
        System.out.printf("%s: %.2f million calls/s %s%n", what, sum * 1e3 / ROUND_NANOS, calls);
    }
}
