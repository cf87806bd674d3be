package dev.krait.tck.crash;

import static dev.krait.tck.crash.Where.MAIN;
import static dev.krait.tck.crash.Where.POOL;
import static dev.krait.tck.crash.Where.PYTHON;
import static dev.krait.tck.crash.Where.SMALL;
import static dev.krait.tck.crash.Where.VIRTUAL;

import dev.krait.Hold;
import dev.krait.Namespace;
import dev.krait.PyObject;
import dev.krait.Python;
import dev.krait.capi.JvmMonitors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** {@code -Dkrait.threads}: Python on threads of ours with large stacks, callbacks on the threads that called. */
final class OwnThreadScenarios {
    private static final String OWN = "-Dkrait.threads=own";

    private OwnThreadScenarios() {}

    @Scenario(on = {SMALL, POOL, VIRTUAL, PYTHON}, jvm = OWN)
    static void callbacksComeBackToTheCaller() {
        Namespace names = Python.start().newNamespace();
        Thread caller = Thread.currentThread();
        ThreadLocal<String> local = new ThreadLocal<>();
        local.set("of the caller");
        List<Thread> seen = new ArrayList<>();
        names.set("look", (Supplier<Object>) () -> {
            seen.add(Thread.currentThread());
            return local.get();
        });
        names.exec("def f(): return look()");
        PyObject f = Objects.requireNonNull(names.get("f"));
        names.set("again", (Supplier<Object>) f::call);
        for (int i = 0; i < 100; i++) {
            Check.that("of the caller".equals(names.eval("again()").as(String.class)), i);
        }
        Check.that(seen.stream().allMatch(caller::equals), seen);
        Check.raises("ZeroDivisionError", () -> names.exec("again() + str(1 / 0)"));
        Check.works();
    }

    @Scenario(on = {SMALL, VIRTUAL}, jvm = OWN)
    static void smallStacksRecurseDeep() {
        Namespace names = Python.start().newNamespace();
        names.exec("""
                import sys
                sys.setrecursionlimit(20000)
                def down(n): return 0 if n == 0 else 1 + down(n - 1)
                x = ()
                for i in range(20000): x = (x,)
                def sorting(n): return sorted([n], key=lambda i: sorting(n - 1) and 0 if n else 0)
                """);
        Check.that(names.eval("down(5000)").as(Integer.class) == 5000, "wrong depth");
        names.eval("hash(x)");
        names.eval("sorting(100)");
        Check.works();
    }

    @Scenario(on = SMALL, jvm = OWN)
    static void recursionAcrossEnds() {
        Namespace names = Python.start().newNamespace();
        names.exec("def f(): return java()");
        PyObject f = Objects.requireNonNull(names.get("f"));
        names.set("java", (Supplier<Object>) f::call);
        Check.raises("RecursionError", f::call);
        Check.raises("RecursionError", f::call);
        Check.works();
    }

    /** Of the caller, though Python runs elsewhere: callbacks own them, other threads do not get them. */
    @Scenario(on = {SMALL, VIRTUAL, PYTHON}, jvm = OWN)
    static void monitorsBelongToTheCaller() throws InterruptedException {
        Namespace names = Python.start().newNamespace();
        Object monitor = new Object();
        names.set("monitor", monitor);
        names.set("owns", (Supplier<Object>) () -> Thread.holdsLock(monitor));
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        Thread[] other = new Thread[1];
        names.set("compete", (Runnable) () -> {
            other[0] = Thread.ofPlatform().start(() -> {
                synchronized (monitor) {
                    order.add("other");
                    monitor.notifyAll();
                }
            });
            LockSupport.parkNanos(50_000_000);
            order.add("caller");
        });
        names.exec("""
                import krait
                assert krait.synchronized(monitor, owns)
                assert krait.synchronized(monitor, lambda: krait.synchronized(monitor, owns))
                try:
                    krait.synchronized(monitor, lambda: 1 // 0)
                except ZeroDivisionError:
                    assert not owns()
                """);
        names.exec(JvmMonitors.ofThisJvm() == null
                ? "krait.synchronized(monitor, lambda: (compete(), monitor.wait(20000)))"
                : """
                        with krait.synchronized(monitor), krait.synchronized(monitor):
                            assert owns()
                            compete()
                            monitor.wait(20000)
                            assert owns()
                        """);
        other[0].join();
        Check.that(order.equals(List.of("caller", "other")), order);
        Check.that(!Thread.holdsLock(monitor), "the monitor was not given back");
        Check.works();
    }

    @Scenario(on = {MAIN, VIRTUAL}, jvm = OWN)
    static void interruptsAndDeadlinesEndCode() throws InterruptedException {
        Python python = Python.start();
        Check.raises("krait.DeadlineExceeded",
                () -> python.within(Duration.ofMillis(200), () -> python.eval("while True: pass")));
        Thread asked = Thread.currentThread();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                Thread.sleep(200);
            } catch (InterruptedException impossible) {
                return;
            }
            asked.interrupt();
        });
        Check.raises("krait.Interrupted", () -> python.exec("while True: pass"));
        Check.that(!Thread.currentThread().isInterrupted(), "still interrupted");
        Thread.currentThread().interrupt();
        python.eval("1");
        Check.that(Thread.interrupted(), "the interrupt is lost");
        Check.works();
    }

    @Scenario(jvm = OWN)
    static void holdsAndDeadThreads() throws InterruptedException {
        Python python = Python.start();
        try (Hold hold = python.hold()) {
            Check.that(python.eval("6 * 7").as(Integer.class) == 42, hold);
        }
        for (int i = 0; i < 60; i++) {
            Thread thread = new Thread(() -> python.eval("[1, 2]").as(List.class));
            thread.start();
            thread.join();
        }
        Check.works();
    }

    /** Far more than there are carriers wait for each other in callbacks. */
    @Scenario(jvm = "-Dkrait.threads=virtual")
    static void virtualThreadsMayWaitForEachOtherInCallbacks() throws InterruptedException {
        Namespace names = Python.start().newNamespace();
        int many = 100;
        CountDownLatch all = new CountDownLatch(many);
        names.set("meet", (java.util.concurrent.Callable<Object>) () -> {
            all.countDown();
            all.await();
            return 1;
        });
        PyObject call = names.eval("lambda: meet() + meet()");
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            threads.add(Thread.startVirtualThread(
                    () -> Check.that(call.callAs(Integer.class) == 2, "wrong sum")));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        Check.that(all.getCount() == 0, all);
        Check.works();
    }
}
