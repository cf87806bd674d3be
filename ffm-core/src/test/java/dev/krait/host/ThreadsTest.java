package dev.krait.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.krait.PyObject;
import dev.krait.Python;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
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
}
