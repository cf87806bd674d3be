package dev.krait.tck.crash;

import static dev.krait.tck.crash.Where.MAIN;
import static dev.krait.tck.crash.Where.VIRTUAL;

import dev.krait.Namespace;
import dev.krait.Python;
import dev.krait.error.PythonException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;

/** Code that is ended from outside: by interrupts and deadlines. */
final class StopScenarios {
    private static final String LOOP = "while True:\n  try:\n    sum(range(10))\n  except Exception:\n    pass";
    private static final Duration SOON = Duration.ofMillis(300);

    private StopScenarios() {}

    @Scenario(on = {MAIN, VIRTUAL})
    static void interruptEndsALoop() throws InterruptedException {
        Namespace names = Python.start().newNamespace();
        for (int round = 0; round < 5; round++) {
            long[] asked = new long[1];
            Thread.Builder builder = Thread.currentThread().isVirtual()
                    ? Thread.ofVirtual()
                    : Thread.ofPlatform();
            AtomicReference<Throwable> end = new AtomicReference<>();
            long[] ended = new long[1];
            Thread thread = builder.unstarted(() -> {
                try {
                    names.exec(LOOP);
                } catch (Throwable thrown) {
                    ended[0] = System.nanoTime();
                    end.set(thrown);
                    Check.that(!Thread.currentThread().isInterrupted(), "still interrupted");
                    Check.works();
                }
            });
            thread.start();
            Thread.sleep(200);
            asked[0] = System.nanoTime();
            thread.interrupt();
            thread.join();
            PythonException error = (PythonException) end.get();
            Check.that(error.typeName().equals("krait.Interrupted"), error);
            Check.that(error.getCause() instanceof InterruptedException, error);
            long millis = TimeUnit.NANOSECONDS.toMillis(ended[0] - asked[0]);
            System.out.println("noticed after " + millis + " ms");
            Check.that(millis < 500, millis);
        }
    }

    @Scenario
    static void cancellingAFutureEndsItsCode() throws Exception {
        ScriptEngine engine = new ScriptEngineManager().getEngineByName("cpython");
        AtomicReference<Throwable> end = new AtomicReference<>();
        try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
            Future<?> future = pool.submit(() -> {
                try {
                    engine.eval("while True: pass");
                } catch (ScriptException thrown) {
                    end.set(thrown);
                }
            });
            Thread.sleep(300);
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
        Check.that(millis >= 299 && millis < 900, millis);
        Check.works();
        Check.that(python.within(SOON, () -> python.eval("6 * 7").as(Integer.class)) == 42,
                "in time");
        Check.raises("krait.DeadlineExceeded", () -> python.within(SOON, () -> {
            Thread.sleep(400);
            return python.eval("1");
        }));
        Check.raises("krait.DeadlineExceeded", () -> python.within(SOON,
                () -> python.within(Duration.ofHours(1), () -> python.eval("while True: pass"))));
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
        Thread.ofPlatform().daemon().start(() -> {
            for (int i = 0; i < 40; i++) {
                try {
                    Thread.sleep(30);
                } catch (InterruptedException impossible) {
                    return;
                }
                worker.interrupt();
            }
        });
        for (int i = 0; i < 30; i++) {
            try {
                python.exec("time.sleep(0.05)");
                python.exec("for i in range(300000): pass");
            } catch (PythonException stopped) {
                Check.that(stopped.typeName().equals("krait.Interrupted"), stopped);
            }
            Thread.interrupted();
            python.eval("sum(range(10))");
        }
        Thread.sleep(Math.min(1, Thread.interrupted() ? 1 : 0));
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
        names.set("rest", (java.util.concurrent.Callable<Object>) () -> {
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
        Thread.sleep(300);
        thread.interrupt();
        thread.join();
        Check.that(end[0] instanceof InterruptedException, end[0]);
        Check.works();
    }

    @Scenario
    static void theAsynchronousFormFreesItsCaller() throws Exception {
        Python python = Python.start();
        Check.that(python.withinAsync(SOON, () -> python.eval("42").as(Integer.class)).get() == 42,
                "in time");
        long start = System.nanoTime();
        CompletableFuture<Object> future = python.withinAsync(SOON,
                () -> python.eval("import time\ntime.sleep(1.5)"));
        ExecutionException late = Check.throwsKind(ExecutionException.class, future::get);
        Check.that(late.getCause() instanceof TimeoutException, late);
        Check.that(System.nanoTime() - start < 1_000_000_000, "freed late");
        Check.that(python.abandoned().size() == 1, python.abandoned());
        Thread.sleep(1700);
        Check.that(python.abandoned().isEmpty(), python.abandoned());
        CompletableFuture<Object> loop = python.withinAsync(Duration.ofHours(1),
                () -> python.eval("while True: pass"));
        Thread.sleep(200);
        loop.cancel(true);
        Thread.sleep(300);
        Check.that(
                Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(t -> t.getName().startsWith("krait-within")),
                "the thread of a cancelled future goes on");
        Check.works();
    }
}
