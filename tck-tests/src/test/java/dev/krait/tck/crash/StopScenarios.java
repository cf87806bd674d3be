package dev.krait.tck.crash;

import static dev.krait.tck.crash.Where.MAIN;
import static dev.krait.tck.crash.Where.VIRTUAL;

import dev.krait.Namespace;
import dev.krait.PyObject;
import dev.krait.Python;
import dev.krait.error.PythonException;
import dev.krait.tck.soak.StopDelay;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntUnaryOperator;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;

/** Code that is ended from outside: by interrupts and deadlines. */
final class StopScenarios {
    private static final String LOOP = "while True:\n  try:\n    sum(range(10))\n  except Exception:\n    pass";
    private static final Duration SOON = Duration.ofMillis(300);
    private static final Duration AGES = Duration.ofHours(1);

    private StopScenarios() {}

    /** The machine may be busy with other things: that the quickest of ten is quick is all that can be asked. */
    @Scenario(on = {MAIN, VIRTUAL})
    static void requestsAreNoticedWithin50Milliseconds() throws Exception {
        ThreadFactory threads = likeThisThread().factory();
        for (StopDelay way : StopDelay.values()) {
            double[] delays = way.millis(threads, 10);
            System.out.println(way + " noticed after " + Arrays.toString(delays) + " ms");
            Check.that(delays[0] >= 0 && delays[0] < 50, way + " " + Arrays.toString(delays));
        }
        Check.works();
    }

    @Scenario(on = {MAIN, VIRTUAL})
    static void interruptEndsALoop() throws InterruptedException {
        Namespace names = Python.start().newNamespace();
        for (int round = 0; round < 5; round++) {
            CountDownLatch begun = new CountDownLatch(1);
            names.set("begun", (Runnable) begun::countDown);
            AtomicReference<Throwable> end = new AtomicReference<>();
            Thread thread = likeThisThread().unstarted(() -> {
                try {
                    names.exec("begun()\n" + LOOP);
                } catch (Throwable thrown) {
                    end.set(thrown);
                    Check.that(!Thread.currentThread().isInterrupted(), "still interrupted");
                    Check.works();
                }
            });
            thread.start();
            begun.await();
            thread.interrupt();
            thread.join();
            PythonException error = (PythonException) end.get();
            Check.that(error.typeName().equals("krait.Interrupted"), error);
            Check.that(error.getCause() instanceof InterruptedException, error);
        }
    }

    @Scenario
    static void cancellingAFutureEndsItsCode() throws Exception {
        ScriptEngine engine = new ScriptEngineManager().getEngineByName("cpython");
        AtomicReference<Throwable> end = new AtomicReference<>();
        try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
            CountDownLatch begun = new CountDownLatch(1);
            engine.put("begun", (Runnable) begun::countDown);
            Future<?> future = pool.submit(() -> {
                try {
                    engine.eval("begun()\nwhile True: pass");
                } catch (ScriptException thrown) {
                    end.set(thrown);
                }
            });
            begun.await();
            future.cancel(true);
            pool.submit(Check::works).get();
        }
        Check.that(end.get().getCause().getCause() instanceof InterruptedException, end.get());
    }

    @Scenario(on = {MAIN, VIRTUAL})
    static void deadlinesEndALoop() {
        Python python = Python.start();
        long start = System.nanoTime();
        PythonException error = Check.raises("krait.DeadlineExceeded",
                () -> python.within(SOON, () -> python.eval("def f():\n  while True: pass\nf()")));
        Check.that(error.getCause() instanceof TimeoutException, error);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        Check.that(millis >= 299, millis);
        Check.works();
        Check.that(python.within(AGES, () -> python.eval("6 * 7").as(Integer.class)) == 42,
                "in time");
        Check.raises("krait.DeadlineExceeded", () -> python.within(SOON, () -> {
            Thread.sleep(400);
            return python.eval("1");
        }));
        Check.raises("krait.DeadlineExceeded", () -> python.within(SOON,
                () -> python.within(AGES, () -> python.eval("while True: pass"))));
        Check.works();
    }

    @Scenario
    static void cCodeRunsToItsEndFirst() {
        Python python = Python.start();
        long start = System.nanoTime();
        Check.raises("krait.DeadlineExceeded", () -> python.within(SOON,
                () -> python.eval("import time\ntime.sleep(1)\nwhile True: pass")));
        Check.that(System.nanoTime() - start >= 1_000_000_000, "slept to the end");
        Check.works();
    }

    @Scenario
    static void noStrayExceptionHitsTheNextEval() throws InterruptedException {
        Python python = Python.start();
        python.exec("import time");
        Thread worker = Thread.currentThread();
        boolean[] open = new boolean[1];
        int[] interrupts = new int[1];
        Thread.ofPlatform().daemon().start(() -> {
            while (true) {
                LockSupport.parkNanos(15_000_000);
                synchronized (open) {
                    if (open[0]) {
                        worker.interrupt();
                        interrupts[0]++;
                    }
                }
            }
        });
        for (int i = 0; i < 30; i++) {
            open(open, true);
            try {
                python.exec("time.sleep(0.03)");
                python.exec("for i in range(300000): pass");
            } catch (PythonException stopped) {
                Check.that(stopped.typeName().equals("krait.Interrupted"), stopped);
            }
            open(open, false);
            boolean _ = Thread.interrupted();
            python.eval("sum(range(10))");
        }
        Check.that(interrupts[0] >= 30, interrupts[0]);
    }

    private static void open(boolean[] open, boolean now) {
        synchronized (open) {
            open[0] = now;
        }
    }

    /** Up to 3.11 the new thread bears the number of the one that starts it, until it runs. */
    @Scenario
    static void interruptsDoNotHitThreadsThatPythonStarts() throws InterruptedException {
        Namespace names = Python.start().newNamespace();
        names.exec("""
                import threading
                def start():
                    while True:
                        threads = [threading.Thread(target=int) for _ in range(8)]
                        for each in threads: each.start()
                        for each in threads: each.join()
                """);
        for (int round = 0; round < 40; round++) {
            Thread thread = new Thread(
                    () -> Check.raises("krait.Interrupted", () -> names.exec("start()")));
            thread.setUncaughtExceptionHandler((_, thrown) -> ScenarioMain.fail(thrown));
            thread.start();
            Thread.sleep(20 + round % 7);
            thread.interrupt();
            Check.that(thread.join(Duration.ofSeconds(20)), "hangs in round " + round);
        }
        Check.works();
    }

    @Scenario
    static void aStopPassesThroughJavaAndPython() {
        Namespace names = Python.start().newNamespace();
        names.exec("""
                def inner():
                    while True: pass
                def outer():
                    try:
                        java()
                    except Exception:
                        return 'swallowed'
                """);
        names.set("java", (Runnable) () -> names.get("inner").call());
        Check.raises("krait.DeadlineExceeded",
                () -> Python.start().within(SOON, () -> names.eval("outer()")));
        Check.works();
    }

    @Scenario
    static void anInterruptedCallbackIsItsOwnMaster() throws InterruptedException {
        Namespace names = Python.start().newNamespace();
        CountDownLatch resting = new CountDownLatch(1);
        names.set("rest", (java.util.concurrent.Callable<Object>) () -> {
            resting.countDown();
            Thread.sleep(10_000);
            return null;
        });
        Throwable[] end = new Throwable[1];
        Thread thread = new Thread(() -> {
            try {
                names.exec("rest()");
            } catch (Throwable thrown) {
                end[0] = thrown;
            }
        });
        thread.start();
        resting.await();
        thread.interrupt();
        thread.join();
        Check.that(end[0] instanceof InterruptedException, end[0]);
        Check.works();
    }

    /** The loop is in Java code most of the time, and there no request reaches it. */
    @Scenario(on = {MAIN, VIRTUAL})
    static void loopsOfCallbacksThatCallPythonAreEnded() throws InterruptedException {
        Namespace names = Python.start().newNamespace();
        names.set("call", (Runnable) () -> names.eval("1").close());
        names.set("add", (IntUnaryOperator) i -> i + 1);
        names.exec("""
                def loop(f, *arguments):
                    while True:
                        try: f(*arguments)
                        except Exception: pass
                """);
        requireEnd(() -> names.exec("loop(call)"));
        requireEnd(() -> names.exec("loop(add, 1)"));
        Check.raises("krait.DeadlineExceeded",
                () -> Python.start().within(SOON, () -> names.eval("loop(call)")));
        Check.works();
    }

    /** C code keeps the GIL past the deadline: whoever is to make the request gets the GIL in the eval after it. */
    @Scenario(on = {MAIN, VIRTUAL})
    static void theEvalAfterADeadlineIsSpared() {
        Namespace names = Python.start().newNamespace();
        names.exec("numbers = range(1_000_000)");
        for (int i = 0; i < 20; i++) {
            try {
                Python.start().within(Duration.ofMillis(5),
                        () -> names.eval("sum(numbers) + sum(numbers)"));
            } catch (PythonException late) {
                Check.that(late.typeName().equals("krait.DeadlineExceeded"), late);
            }
            names.exec("for i in range(400_000): pass");
        }
    }

    @Scenario(on = {MAIN, VIRTUAL})
    static void loopsOfShortCallsAreEnded() throws InterruptedException {
        Namespace names = Python.start().newNamespace();
        requireEnd(() -> {
            while (true) {
                names.exec("for i in range(100): pass");
            }
        });
        requireEnd(() -> {
            Iterator<?> endless = (Iterator<?>) names.eval("iter(int, 1)").toJava();
            while (true) {
                endless.next();
            }
        });
    }

    private static Thread.Builder likeThisThread() {
        return Thread.currentThread().isVirtual() ? Thread.ofVirtual() : Thread.ofPlatform();
    }

    private static void requireEnd(Runnable endless) throws InterruptedException {
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread thread = likeThisThread().start(() -> {
            try {
                endless.run();
            } catch (Throwable thrown) {
                end.set(thrown);
            }
        });
        Thread.sleep(100);
        thread.interrupt();
        Check.that(thread.join(Duration.ofSeconds(20)), "goes on");
        PythonException stopped = Check.raises("krait.Interrupted", () -> {
            throw end.get();
        });
        Check.that(stopped.getCause() instanceof InterruptedException, stopped);
    }

    @Scenario
    static void whatIsClosedAfterTheDeadlineIsGivenBack() {
        Python python = Python.start();
        PyObject object = python.eval("object()");
        Namespace names = python.newNamespace();
        Check.raises("krait.DeadlineExceeded", () -> python.within(Duration.ofMillis(20), () -> {
            try (object; names) {
                names.exec("while True: pass");
            }
            return null;
        }));
        Check.that(object.isClosed(), object);
        Check.throwsKind(IllegalStateException.class, () -> names.exec("1"));
    }

    /** A trace function stands for the request here, as that comes at any step. */
    @Scenario
    static void aRequestThatMeetsTheTranslationOfAnExceptionIsTold() {
        Namespace names = Python.start().newNamespace();
        names.set("fail", (Runnable) () -> {
            throw new IllegalStateException("on purpose", new ArithmeticException());
        });
        names.exec("""
                import sys
                class Stop(BaseException): pass
                def trace(frame, event, argument):
                    if frame.f_code.co_name == 'new_error': raise Stop
                sys.settrace(trace)
                try:
                    fail()
                except BaseException as error:
                    told = error
                finally:
                    sys.settrace(None)
                """);
        Check.that(names.eval("type(told) is Stop").as(Boolean.class), names.get("told"));
        Check.works();
    }

    @Scenario
    static void theAsynchronousFormFreesItsCaller() throws Exception {
        Python python = Python.start();
        Check.that(python.withinAsync(AGES, () -> python.eval("42").as(Integer.class)).get() == 42,
                "in time");
        CompletableFuture<Object> future = python.withinAsync(SOON,
                () -> python.eval("import time\ntime.sleep(2)"));
        ExecutionException late = Check.throwsKind(ExecutionException.class, future::get);
        Check.that(late.getCause() instanceof TimeoutException, late);
        Check.that(python.abandoned().size() == 1, "freed late: " + python.abandoned());
        await(() -> python.abandoned().isEmpty(), "an abandoned thread ends by itself");
        CountDownLatch begun = new CountDownLatch(1);
        Namespace names = python.newNamespace();
        names.set("begun", (Runnable) begun::countDown);
        CompletableFuture<Object> loop = python.withinAsync(AGES,
                () -> names.eval("begun()\nwhile True: pass"));
        begun.await();
        loop.cancel(true);
        Check.throwsKind(ExecutionException.class,
                python.withinAsync(AGES, () -> names.eval("while True: pass")).orTimeout(50,
                        TimeUnit.MILLISECONDS)::get);
        await(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(t -> t.getName().startsWith("krait-within")),
                "the threads of futures that were ended end");
        WeakReference<Object> value = new WeakReference<>(
                python.withinAsync(AGES, Object::new).get());
        await(() -> {
            System.gc();
            return value.refersTo(null);
        }, "nothing keeps what was made in time");
        Check.works();
    }

    private static void await(BooleanSupplier claim, String what) throws InterruptedException {
        for (int i = 0; i < 500 && !claim.getAsBoolean(); i++) {
            Thread.sleep(20);
        }
        Check.that(claim.getAsBoolean(), what);
    }
}
