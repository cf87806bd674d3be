package dev.krait.tck.crash;

import dev.krait.Hold;
import dev.krait.Namespace;
import dev.krait.PyObject;
import dev.krait.Python;
import dev.krait.tck.crash.other.Late;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntUnaryOperator;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;

/** Many threads: start, imports, class initialisation, fairness, death. */
final class ThreadScenarios {
    private static final int MANY = 50;

    private ThreadScenarios() {}

    /** Something all threads do at once. */
    private interface Task {
        void run(int number) throws Exception;
    }

    private static void atOnce(ExecutorService pool, Task task) throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            int number = i;
            all.add(pool.submit(() -> {
                go.await();
                task.run(number);
                return number;
            }));
        }
        go.countDown();
        for (Future<?> each : all) {
            each.get();
        }
        pool.shutdown();
    }

    @Scenario
    static void fiftyThreadsStartPythonAtOnce() throws Exception {
        atOnce(Executors.newCachedThreadPool(), number -> Check
                .that(Python.start().eval("40 + 2").as(Integer.class) == 42, number));
        Check.works();
    }

    @Scenario
    static void fiftyVirtualThreadsStartPythonAtOnce() throws Exception {
        atOnce(Executors.newVirtualThreadPerTaskExecutor(), number -> Check
                .that(Python.start().eval("40 + 2").as(Integer.class) == 42, number));
        Check.works();
    }

    @Scenario
    static void fiftyEnginesStartAtOnce() throws Exception {
        atOnce(Executors.newCachedThreadPool(), number -> {
            ScriptEngine engine = new ScriptEngineManager().getEngineByName("cpython");
            Check.that(engine.eval("40 + 2").equals(42), number);
        });
    }

    @Scenario
    static void manyThreadsImportTheSameModulesFirst() throws Exception {
        String[] modules = {"json", "email.message", "decimal", "asyncio", "concurrent.futures",
                "xml.dom.minidom", "unittest", "http.client", "logging.config", "sqlite3"};
        Python python = Python.start();
        atOnce(Executors.newCachedThreadPool(),
                number -> python.importModule(modules[number % modules.length]).close());
        Check.works();
    }

    /** Its initialiser calls Python. */
    private static final class Lazy {
        static final int VALUE = Python.start().eval("sum(range(10))").as(Integer.class);

        private Lazy() {}

        static int value() {
            return VALUE;
        }
    }

    @Scenario
    static void classInitialisersMayCallPython() throws Exception {
        Namespace names = Python.start().newNamespace();
        names.set("lazy", (IntUnaryOperator) i -> Lazy.value() + i);
        PyObject call = names.eval("lambda i: lazy(i)");
        atOnce(Executors.newCachedThreadPool(), number -> {
            int value = number % 2 == 0
                    ? Lazy.value() + number
                    : call.callAs(Integer.class, number);
            Check.that(value == 45 + number, value);
        });
    }

    @Scenario
    static void staticFieldsOfAClassThatIsBeingInitialisedAreWaitedForWithoutTheGil()
            throws Exception {
        Namespace names = Python.start().newNamespace();
        Thread first = new Thread(() -> Late.value++);
        first.start();
        Thread.sleep(100);
        Thread second = new Thread(
                () -> names.exec("from dev.krait.tck.crash.other import Late\nseen = Late.value"));
        second.start();
        Check.that(second.join(java.time.Duration.ofSeconds(20)), "waits for ever");
        int seen = names.get("seen").as(Integer.class);
        Check.that(seen == 42 || seen == 43, seen);
    }

    @Scenario
    static void javaLocksAndTheGilDoNotBlockEachOther() throws Exception {
        Namespace names = Python.start().newNamespace();
        Object lock = new Object();
        names.set("locked", (IntUnaryOperator) i -> {
            synchronized (lock) {
                return i + 1;
            }
        });
        PyObject call = names.eval("lambda i: locked(i)");
        atOnce(Executors.newCachedThreadPool(), number -> {
            for (int i = 0; i < 50; i++) {
                synchronized (lock) {
                    Check.that(call.callAs(Integer.class, i) == i + 1, i);
                }
            }
        });
    }

    @Scenario
    static void aLoopOfPythonDoesNotStarveOtherThreads() throws Exception {
        Namespace names = Python.start().newNamespace();
        names.exec("going = True\ndef loop():\n  n = 0\n  while going: n += 1\n  return n");
        List<Thread> loops = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            loops.add(Thread.ofPlatform().start(() -> names.eval("loop()")));
        }
        AtomicLong worst = new AtomicLong();
        for (int i = 0; i < 50; i++) {
            long start = System.nanoTime();
            names.eval("1 + 1");
            worst.accumulateAndGet(System.nanoTime() - start, Math::max);
        }
        names.exec("going = False");
        for (Thread loop : loops) {
            loop.join();
        }
        System.out.println("longest wait: " + worst.get() / 1_000_000 + " ms");
        Check.that(worst.get() < 2_000_000_000L, worst);
    }

    @Scenario
    static void threadsDieWhileTheyHoldViews() throws Exception {
        Namespace names = Python.start().newNamespace();
        List<Object> kept = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Thread thread = new Thread(() -> {
                Object view = names.eval("[1, [2], {'a': [3]}]").as(Object.class);
                synchronized (kept) {
                    kept.add(view);
                }
                names.eval("iter([1, 2])").as(Object.class);
            });
            thread.start();
            thread.join();
        }
        for (Object view : kept) {
            Check.that(((List<?>) view).size() == 3, view);
        }
        kept.clear();
        System.gc();
        Check.works();
        Check.that(Python.start().memory().threadStates() < 100, Python.start().memory());
    }

    @Scenario
    static void pythonThreadsCallJava() {
        Namespace names = Python.start().newNamespace();
        AtomicLong sum = new AtomicLong();
        names.set("add", (java.util.function.LongUnaryOperator) sum::addAndGet);
        names.exec("""
                import threading
                def work():
                    for i in range(1000): add(1)
                threads = [threading.Thread(target=work) for i in range(20)]
                for t in threads: t.start()
                for t in threads: t.join()
                """);
        Check.that(sum.get() == 20_000, sum);
    }

    @Scenario
    static void threadLocalsAreStable() throws Exception {
        Namespace names = Python.start().newNamespace();
        names.exec("""
                import threading
                local = threading.local()
                def count():
                    local.n = getattr(local, 'n', 0) + 1
                    return local.n
                """);
        PyObject count = names.get("count");
        atOnce(Executors.newFixedThreadPool(MANY), number -> {
            int first = count.callAs(Integer.class);
            for (int i = 1; i < 20; i++) {
                Check.that(count.callAs(Integer.class) == first + i, i);
            }
        });
    }

    @Scenario
    static void contextVariablesAreStable() throws Exception {
        Namespace names = Python.start().newNamespace();
        names.exec("""
                import contextvars, decimal
                count = contextvars.ContextVar('count', default=0)
                def up():
                    count.set(count.get() + 1)
                    decimal.getcontext().prec = count.get() + 10
                    return count.get()
                def precision(): return decimal.getcontext().prec
                """);
        PyObject up = names.get("up");
        PyObject precision = names.get("precision");
        atOnce(Executors.newFixedThreadPool(MANY), number -> {
            int first = up.callAs(Integer.class);
            for (int i = 1; i < 20; i++) {
                Check.that(up.callAs(Integer.class) == first + i, i);
                Check.that(precision.callAs(Integer.class) == first + i + 10, i);
            }
        });
    }

    @Scenario
    static void closedWhileInUse() throws InterruptedException {
        Python python = Python.start();
        for (int round = 0; round < 200; round++) {
            Namespace names = python.newNamespace();
            names.exec(
                    "import time\ndef f():\n  time.sleep(0.002)\n  return [x for x in range(99)]");
            PyObject f = names.get("f");
            PyObject each = names.eval("iter(f() * 3)");
            List<?> view = names.eval("f()").as(List.class);
            Runnable use = () -> {
                try {
                    f.call();
                    names.exec("g = f()\nf()\ng[0]");
                    each.call();
                } catch (IllegalStateException | dev.krait.error.PythonException closed) {
                    // or not callable: either will do
                }
            };
            Thread user = Thread.ofPlatform().start(use);
            Thread other = Thread.startVirtualThread(use);
            f.close();
            names.close();
            each.close();
            user.join();
            other.join();
            Check.that(view.size() == 99, view);
        }
        Check.works();
    }

    /** Threads change at every step: what evaluations share must not break. Each text is new, with lines to be kept. */
    @Scenario
    static void manyEvaluationsAtOnceDoNotMeet() throws Exception {
        Python python = Python.start();
        python.exec("import sys\nsys.setswitchinterval(1e-6)");
        long end = System.nanoTime() + 2_000_000_000L;
        atOnce(Executors.newCachedThreadPool(), number -> {
            try (Namespace names = python.newNamespace()) {
                for (int i = 0; System.nanoTime() - end < 0; i++) {
                    names.exec("x = " + number + "\ny = x + " + i);
                }
            }
        });
        Check.works();
    }

    @Scenario
    static void holdsEndWhereTheyBegan() throws InterruptedException {
        Python python = Python.start();
        Namespace names = python.newNamespace();
        Hold hold = python.hold();
        Thread other = new Thread(() -> Check.throwsKind(IllegalStateException.class, hold::close));
        other.setUncaughtExceptionHandler((_, thrown) -> ScenarioMain.fail(thrown));
        other.start();
        other.join();
        names.set("end", (Runnable) hold::close);
        Check.throwsKind(IllegalStateException.class, () -> names.exec("end()"));
        Hold inner = python.hold();
        Check.throwsKind(IllegalStateException.class, hold::close);
        inner.close();
        hold.close();
        hold.close();
        List<Hold> left = new ArrayList<>();
        names.set("begin", (Runnable) () -> left.add(python.hold()));
        names.exec("begin()\nbegin()");
        left.add(python.hold(python::hold));
        anotherThreadDoes(() -> names.eval("1").close());
        for (Hold each : left) {
            Check.throwsKind(IllegalStateException.class, each::close);
        }
        Check.works();
    }

    /** The first of them load what they need by Python code, which others get ahead of. */
    @Scenario(seconds = 60)
    static void manyThreadsAwaitTheFirstCoroutinesAtOnce() throws Exception {
        Thread.setDefaultUncaughtExceptionHandler((_, thrown) -> ScenarioMain.fail(thrown));
        Python python = Python.start();
        python.exec("import sys\nsys.setswitchinterval(1e-6)\nasync def same(x): return x");
        PyObject same = Objects.requireNonNull(python.main().get("same"));
        atOnce(Executors.newCachedThreadPool(), number -> {
            CompletableFuture<?> answer = same.call(number).as(CompletableFuture.class);
            Check.that(Objects.equals(answer.get(20, TimeUnit.SECONDS), number), "a wrong answer");
        });
        Check.that(
                Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().equals("krait-asyncio")).count() == 1,
                "more than one loop");
        Check.works();
    }

    @Scenario(seconds = 60, tells = "the thread forgetful-0 ended with a hold of the GIL open")
    static void threadsThatDieWithAHoldOpenGiveItBack() throws InterruptedException {
        Python python = Python.start();
        PyObject call = python.eval("lambda function: function()");
        for (int i = 0; i < 40; i++) {
            Thread forgetful = new Thread(() -> {
                Hold _ = python.hold();
                call.call((Runnable) () -> python.hold());
                throw new IllegalStateException("left with the hold open");
            }, "forgetful-" + i);
            forgetful.setUncaughtExceptionHandler((_, _) -> {
            });
            forgetful.start();
            forgetful.join();
            Check.that(python.eval("6 * 7").as(Integer.class) == 42, i);
        }
        python.eval("__import__('time').sleep(0.2)"); // for the watch to look
        Check.works();
    }

    /** The GIL is free for others. */
    private static void anotherThreadDoes(Runnable work) throws InterruptedException {
        Thread thread = new Thread(work);
        thread.start();
        Check.that(thread.join(java.time.Duration.ofSeconds(20)), "waits for the GIL");
    }

    @Scenario
    static void threadsOfPythonFindServicesOfJava() {
        Namespace names = Python.start().newNamespace();
        names.set("engine", (java.util.concurrent.Callable<Object>) () -> String
                .valueOf(new ScriptEngineManager().getEngineByName("cpython").eval("40 + 2")));
        names.exec("""
                import threading
                found = []
                t = threading.Thread(target=lambda: found.append(engine()))
                t.start()
                t.join()
                """);
        Check.that(names.eval("found[0]").as(String.class).equals("42"), "not found");
    }

    @Scenario
    static void virtualThreadsParkInCallbacks() throws Exception {
        Namespace names = Python.start().newNamespace();
        names.set("rest", (java.util.concurrent.Callable<Object>) () -> {
            Thread.sleep(5);
            return 1;
        });
        PyObject call = names.eval("lambda: [rest() for i in range(3)]");
        atOnce(Executors.newVirtualThreadPerTaskExecutor(),
                number -> Check.that(call.call().as(List.class).size() == 3, number));
    }
}
