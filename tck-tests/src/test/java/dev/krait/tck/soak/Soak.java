package dev.krait.tck.soak;

import dev.krait.MemoryCounters;
import dev.krait.Namespace;
import dev.krait.PyObject;
import dev.krait.Python;
import dev.krait.error.PythonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntUnaryOperator;

/**
 * Calls, callbacks, exceptions both ways, views and bytes on 8 threads for as many minutes as asked: prints memory and
 * counters every 20 s. Not a test: the reader judges; docs/threads-memory-exit.md has the command.
 */
public final class Soak {
    private static final int THREADS = 8;
    private static final AtomicLong ROUNDS = new AtomicLong();
    private static volatile boolean going = true;

    private Soak() {}

    /** The argument is a number of minutes; 10 when absent. */
    public static void main(String[] arguments) throws Exception {
        long minutes = arguments.length == 0 ? 10 : Long.parseLong(arguments[0]);
        Python python = Python.start();
        try (Namespace names = newNamespace(python)) { // the first of each kind leaves caches
            round(names, 0);
            round(names, 1);
        }
        MemoryCounters before = settled(python);
        report(python);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            threads.add(Thread.ofPlatform().start(() -> work(python)));
        }
        long end = System.nanoTime() + minutes * 60_000_000_000L;
        while (System.nanoTime() - end < 0) {
            Thread.sleep(20_000);
            report(python);
        }
        going = false;
        for (Thread thread : threads) {
            thread.join();
        }
        MemoryCounters after = settled(python);
        report(python);
        System.out.println("before " + before.references() + " references, " + before.handles()
                + " handles; after " + after.references() + ", " + after.handles());
        if (after.references() != before.references() || after.handles() != before.handles()) {
            python.leakReport().forEach(System.out::println);
        }
    }

    /** The counters when collections of both sides find nothing more. */
    private static MemoryCounters settled(Python python) throws InterruptedException {
        MemoryCounters last = python.memory();
        for (int calm = 0; calm < 5;) {
            System.gc();
            python.exec("import gc\ngc.collect()");
            Thread.sleep(100);
            MemoryCounters now = python.memory();
            boolean same = now.references() == last.references() && now.handles() == last.handles();
            calm = same ? calm + 1 : 0;
            last = now;
        }
        return last;
    }

    private static void work(Python python) {
        while (going) {
            try (Namespace names = newNamespace(python)) {
                for (int i = 0; i < 1000 && going; i++) {
                    round(names, i);
                    ROUNDS.incrementAndGet();
                }
            }
        }
    }

    private static Namespace newNamespace(Python python) {
        Namespace names = python.newNamespace();
        names.set("twice", (IntUnaryOperator) i -> 2 * i);
        names.set("fail", (Runnable) () -> {
            throw new IllegalStateException("on purpose");
        });
        names.exec("def f(i): return twice(i) + 1\ndef bad(): raise ValueError('on purpose')");
        return names;
    }

    private static void round(Namespace names, int i) {
        PyObject f = names.get("f");
        if (f.callAs(Integer.class, i) != 2 * i + 1) {
            throw new AssertionError("wrong result");
        }
        names.set("data", new byte[1000]);
        List<?> view = names.eval("[1, 'two', [3]] * 10").as(List.class);
        if (view.size() != 30) {
            throw new AssertionError("wrong size");
        }
        try {
            names.exec(i % 2 == 0 ? "bad()" : "fail()");
            throw new AssertionError("no error");
        } catch (PythonException | IllegalStateException onPurpose) {
            // as it should be
        }
    }

    private static void report(Python python) throws IOException {
        String resident = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS")).findFirst().orElse("VmRSS unknown");
        System.out.println(
                ROUNDS + " rounds, " + resident.replaceAll("\\s+", " ") + ", " + python.memory());
    }
}
