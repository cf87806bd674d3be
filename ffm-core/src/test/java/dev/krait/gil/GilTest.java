package dev.krait.gil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.krait.Hold;
import dev.krait.Python;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class GilTest {
    private final Python python = Python.start();

    @Test
    void sectionsNest() {
        assertFalse(Gil.isHeld());
        Gil.run(() -> {
            assertTrue(Gil.isHeld());
            Gil.run(() -> assertTrue(Gil.isHeld()));
            assertTrue(Gil.isHeld());
        });
        assertFalse(Gil.isHeld());
    }

    @Test
    void whatASectionThrowsComesOutAndTheLockIsFree() {
        IllegalArgumentException thrown = new IllegalArgumentException("x");
        assertSame(thrown, assertThrows(IllegalArgumentException.class, () -> Gil.run(() -> {
            throw thrown;
        })));
        assertFalse(Gil.isHeld());
    }

    @Test
    void whatASectionThrowsOnAVirtualThreadComesOut() throws InterruptedException {
        Throwable[] seen = new Throwable[1];
        IllegalArgumentException thrown = new IllegalArgumentException("x");
        Thread.ofVirtual().start(() -> {
            try {
                Gil.run(() -> {
                    throw thrown;
                });
            } catch (IllegalArgumentException caught) {
                seen[0] = caught;
            }
        }).join();
        assertSame(thrown, seen[0]);
    }

    @Test
    void aHeldLockKeepsOtherThreadsOut() throws Exception {
        try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
            Future<Object> other;
            try (Hold _ = python.hold()) {
                other = pool.submit(() -> python.eval("1").toJava());
                assertThrows(TimeoutException.class, () -> other.get(50, TimeUnit.MILLISECONDS));
            }
            assertEquals(1, other.get());
        }
    }

    @Test
    void aVirtualThreadCannotHoldAcrossStatements() throws Exception {
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> refused = pool.submit(() -> {
                python.hold();
            });
            ExecutionException failure = assertThrows(ExecutionException.class, refused::get);
            assertTrue(failure.getCause().getMessage().contains("hold(Supplier)"),
                    failure::toString);
            assertEquals(3,
                    pool.submit(() -> python.hold(() -> python.eval("1 + 2").toJava())).get());
        }
    }

    @Test
    void virtualThreadsThatParkInsideASectionStayOnTheirCarrier() throws Exception {
        List<Future<Integer>> results = new ArrayList<>();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                results.add(pool.submit(() -> python.hold(() -> {
                    LockSupport.parkNanos(100_000);
                    return python.eval("40 + 2").as(Integer.class);
                })));
            }
        }
        for (Future<Integer> result : results) {
            assertEquals(42, result.get());
        }
    }

    @Test
    void threadLocalsOfPythonBelongToTheJavaThread() throws Exception {
        python.exec("import threading\nlocal = threading.local()");
        try (ExecutorService one = Executors.newSingleThreadExecutor();
                ExecutorService two = Executors.newSingleThreadExecutor()) {
            one.submit(() -> python.exec("local.x = 'one'")).get();
            two.submit(() -> python.exec("local.x = 'two'")).get();
            assertEquals("one", one.submit(() -> python.eval("local.x").toJava()).get());
            assertEquals("two", two.submit(() -> python.eval("local.x").toJava()).get());
        }
    }

    @Test
    void threadStatesOfDeadThreadsAreGivenBack() throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            Thread thread = new Thread(() -> python.eval("1"));
            thread.start();
            thread.join();
        }
        assertTrue(python.memory().threadStates() < 100, () -> python.memory().toString());
        assertEquals(2, python.eval("1 + 1").toJava());
    }
}
