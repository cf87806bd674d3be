package dev.krait.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.krait.Python;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import javax.script.Bindings;
import javax.script.Invocable;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import javax.script.SimpleBindings;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("9 Threads and cheap engines")
class Chapter09ThreadsTest {
    private final ScriptEngine engine = Engines.create();

    @Test
    @DisplayName("9.1 concurrent evals with different Bindings on one engine do not disturb one another")
    void concurrentBindings() throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            List<Future<Object>> results = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                Bindings names = i % 2 == 0 ? engine.createBindings() : new SimpleBindings();
                names.put("start", i);
                results.add(pool.submit(() -> engine.eval(
                        "total = start\nfor i in range(200):\n    total += i\nn = total\nn",
                        names)));
            }
            for (int i = 0; i < 100; i++) {
                assertEquals(i + 19900, results.get(i).get());
            }
        }
    }

    @Test
    @DisplayName("9.2 many threads call one function at once")
    void concurrentCalls() throws Exception {
        engine.eval("def square(x): return x * x");
        Invocable invocable = Engines.invocable(engine);
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            List<Future<Object>> results = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                int x = i;
                results.add(pool.submit(() -> invocable.invokeFunction("square", x)));
            }
            for (int i = 0; i < 500; i++) {
                assertEquals(i * i, results.get(i).get());
            }
        }
    }

    @Test
    @DisplayName("9.3 engines work on virtual threads")
    void virtualThreads() throws Exception {
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Object>> results = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                Bindings names = engine.createBindings();
                names.put("i", i);
                results.add(pool.submit(() -> engine.eval("i * 2", names)));
            }
            for (int i = 0; i < 200; i++) {
                assertEquals(i * 2, results.get(i).get());
            }
        }
    }

    @Test
    @DisplayName("9.4 an engine is usable long after the thread that made it ended")
    void makerEnded() throws Exception {
        AtomicReference<ScriptEngine> made = new AtomicReference<>();
        Thread maker = new Thread(() -> {
            ScriptEngine created = Engines.create();
            created.put("x", 5);
            made.set(created);
        });
        maker.start();
        maker.join();
        assertEquals(6, made.get().eval("x + 1"));
    }

    @Test
    @DisplayName("9.5 two threads look each other's lock up through callbacks without a deadlock")
    void callbacksReleaseTheGil() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        Callable<Object> meet = () -> {
            both.countDown();
            both.await();
            return "met";
        };
        Bindings first = engine.createBindings();
        Bindings second = engine.createBindings();
        first.put("meet", meet);
        second.put("meet", meet);
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            Future<Object> one = pool.submit(() -> engine.eval("meet()", first));
            Future<Object> two = pool.submit(() -> engine.eval("meet()", second));
            assertEquals("met", one.get());
            assertEquals("met", two.get());
        }
    }

    @Test
    @DisplayName("9.6 three hundred look-ups of an engine take milliseconds each at most")
    void cheapLookUps() {
        ScriptEngineManager manager = new ScriptEngineManager();
        assertNotNull(manager.getEngineByName("cpython"));
        Assertions.assertTimeout(Duration.ofSeconds(3), () -> {
            for (int i = 0; i < 300; i++) {
                assertNotNull(manager.getEngineByName("cpython"));
            }
        });
    }

    @Test
    @DisplayName("9.7 engines that are dropped are collected with their namespaces: ten thousand leave memory flat")
    void droppedEngines() throws Exception {
        ScriptEngineManager manager = new ScriptEngineManager();
        use(manager, 500);
        long before = settled();
        use(manager, 10_000);
        long after = settled();
        assertTrue(after - before < 200, before + " references before, " + after + " after");
        assertTrue((Integer) Engines.create()
                .eval("""
                        import gc, types
                        gc.collect()
                        sum(isinstance(o, types.FunctionType) and o.__name__ == 'leak_probe' for o in gc.get_objects())
                        """) < 20);
    }

    @Test
    @DisplayName("9.8 Bindings of a host that are dropped take their names with them")
    void droppedBindings() throws Exception {
        useBindings(300);
        long before = settled();
        useBindings(3000);
        long after = settled();
        assertTrue(after - before < 200, before + " references before, " + after + " after");
    }

    @Test
    @DisplayName("9.9 concurrent first use of fresh engines gives each its own names")
    void concurrentFirstUse() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService pool = Executors.newFixedThreadPool(16)) {
            List<Future<Object>> results = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                String source = "mine = " + i + "\nmine";
                results.add(pool.submit(() -> {
                    ScriptEngine own = Engines.create();
                    go.await();
                    return own.eval(source);
                }));
            }
            go.countDown();
            for (int i = 0; i < 32; i++) {
                assertEquals(i, results.get(i).get());
            }
        }
    }

    @Test
    @DisplayName("9.10 two threads put and get in one engine at once")
    void concurrentPuts() throws Exception {
        Bindings names = engine.getBindings(ScriptContext.ENGINE_SCOPE);
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            List<Future<?>> runs = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                String prefix = "t" + thread + "_";
                runs.add(pool.submit(() -> {
                    for (int i = 0; i < 200; i++) {
                        names.put(prefix + i, i);
                        assertEquals(i, names.get(prefix + i));
                    }
                }));
            }
            for (Future<?> run : runs) {
                run.get();
            }
        }
        assertEquals(800, names.size());
    }

    @Test
    @DisplayName("9.11 Future.cancel(true) ends a running script, and the engine works on")
    void interrupt() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        engine.put("started", (Runnable) started::countDown);
        Thread runner = new Thread(() -> {
            try {
                engine.eval("started()\nwhile True: pass");
            } catch (ScriptException ended) {
                thrown.set(ended.getCause().getCause());
            }
        });
        runner.start();
        started.await();
        runner.interrupt();
        runner.join(10_000);
        assertTrue(thrown.get() instanceof InterruptedException, String.valueOf(thrown.get()));
        assertEquals(2, engine.eval("1 + 1"));
    }

    private static void use(ScriptEngineManager manager, int count) throws ScriptException {
        for (int i = 0; i < count; i++) {
            manager.getEngineByName("cpython")
                    .eval("def leak_probe(): return x\nx = [1]\nleak_probe()");
        }
    }

    private void useBindings(int count) throws ScriptException {
        for (int i = 0; i < count; i++) {
            Bindings names = new SimpleBindings();
            names.put("n", i);
            engine.eval("def f(): return n\nr = f()", names);
            assertEquals(i, names.get("r"));
        }
    }

    /** How many references Java holds once the collectors have done their work. */
    private long settled() throws Exception {
        Python python = Objects.requireNonNull(Python.start());
        long live = Long.MAX_VALUE;
        for (int i = 0; i < 30; i++) {
            System.gc();
            Thread.sleep(50);
            engine.eval("import gc; gc.collect()", new SimpleBindings());
            long now = python.memory().references();
            if (now >= live) {
                return now;
            }
            live = now;
        }
        return live;
    }
}
