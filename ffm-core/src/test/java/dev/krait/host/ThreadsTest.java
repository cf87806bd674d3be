package dev.krait.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.krait.PyObject;
import dev.krait.Python;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ThreadsTest {
    private static final int TASKS = 50;
    private final Python python = Python.start();

    @Test
    void threadsMadeByPythonCallJava() {
        AtomicInteger calls = new AtomicInteger();
        python.eval(
                """
                        def go(f, o):
                            import threading
                            threads = [threading.Thread(target=lambda: [f(i) for i in range(100)] + [o.size()])
                                       for _ in range(8)]
                            [each.start() for each in threads]
                            [each.join() for each in threads]
                        go""")
                .call((UnaryOperator<Object>) x -> calls.incrementAndGet(), new ArrayList<>())
                .close();
        assertEquals(800, calls.get());
    }

    @Test
    void virtualThreadsThatBlockInCallbacksStayOnTheirCarriers() throws Exception {
        check(Executors.newVirtualThreadPerTaskExecutor());
    }

    @Test
    void poolsCallLiveObjectsAtOnce() throws Exception {
        check(Executors.newFixedThreadPool(4));
    }

    private void check(ExecutorService executor) throws Exception {
        PyObject function = python.eval("lambda f, x: f(x) + len(f.toString()[:0])");
        UnaryOperator<Integer> slow = x -> {
            try {
                Thread.sleep(2);
            } catch (InterruptedException stop) {
                throw new IllegalStateException(stop);
            }
            return x + 1;
        };
        try (executor) {
            List<Future<Object>> results = new ArrayList<>();
            for (int i = 0; i < TASKS; i++) {
                int n = i;
                results.add(executor.submit(() -> function.callAs(Object.class, slow, n)));
            }
            for (int i = 0; i < TASKS; i++) {
                assertEquals(i + 1, results.get(i).get());
            }
        }
    }

    @Test
    void aClassThatSeveralThreadsMeetFirstHasAllItsMembersForEach() throws Exception {
        List<Supplier<?>> makers = List.of(java.util.Properties::new, java.util.BitSet::new,
                java.util.IdentityHashMap::new, java.util.WeakHashMap::new,
                java.util.Formatter::new, java.util.zip.CRC32::new, java.util.zip.Adler32::new,
                java.io.StringWriter::new, java.io.ByteArrayOutputStream::new,
                java.io.CharArrayWriter::new, java.util.concurrent.ConcurrentSkipListMap::new,
                java.util.concurrent.ConcurrentSkipListSet::new,
                java.util.concurrent.LinkedBlockingDeque::new,
                java.util.concurrent.LinkedTransferQueue::new,
                java.util.concurrent.PriorityBlockingQueue::new, java.util.concurrent.Phaser::new,
                java.util.concurrent.CopyOnWriteArraySet::new,
                java.util.concurrent.atomic.LongAdder::new,
                java.util.concurrent.atomic.DoubleAdder::new,
                java.util.concurrent.locks.StampedLock::new,
                java.util.concurrent.locks.ReentrantReadWriteLock::new);
        PyObject use = python.eval("lambda o: o.hashCode() + len(o.getClass().getName())");
        python.exec("import sys; sys.setswitchinterval(1e-6)");
        int threads = 4;
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (Supplier<?> maker : makers) {
                CyclicBarrier together = new CyclicBarrier(threads);
                List<Callable<Object>> tasks = Collections.nCopies(threads, () -> {
                    Object made = maker.get();
                    together.await();
                    return use.call(made);
                });
                for (Future<Object> each : pool.invokeAll(tasks)) {
                    assertNotNull(each.get());
                }
            }
        } finally {
            python.exec("import sys; sys.setswitchinterval(0.005)");
        }
    }
}
