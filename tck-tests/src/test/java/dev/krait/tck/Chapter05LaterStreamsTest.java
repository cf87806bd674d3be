package dev.krait.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.krait.PyObject;
import java.io.BufferedWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import javax.script.SimpleBindings;
import javax.script.SimpleScriptContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("5 ScriptContext: streams of threads and of functions called later")
class Chapter05LaterStreamsTest {
    private final ScriptEngine engine = Engines.create();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void redirect() {
        engine.getContext().setWriter(out);
        engine.getContext().setErrorWriter(err);
    }

    @Test
    @DisplayName("5.16 functions called by invokeFunction write to the engine's writer of that moment")
    void invokedFunctions() throws Exception {
        engine.eval("def f(x): print('f', x)");
        StringWriter later = new StringWriter();
        engine.getContext().setWriter(later);
        Engines.invocable(engine).invokeFunction("f", 1);
        assertEquals("f 1\n", later.toString());
    }

    @Test
    @DisplayName("5.17 implementations of interfaces write to the engine's writer")
    void interfaces() throws Exception {
        engine.eval("def run(): print('ran')");
        Engines.invocable(engine).getInterface(Runnable.class).run();
        assertEquals("ran\n", out.toString());
    }

    @Test
    @DisplayName("5.27 a function got from the engine and called later writes to the engine's writer, flushed")
    void functionsCalledLater() throws ScriptException {
        StringWriter behind = new StringWriter();
        engine.getContext().setWriter(new BufferedWriter(behind));
        engine.eval("def f(x): print('later', x)");
        ((PyObject) engine.get("f")).call(3);
        PyObject again = (PyObject) engine.eval("f");
        again.call(4);
        assertEquals("later 3\nlater 4\n", behind.toString());
    }

    @Test
    @DisplayName("5.28 functions that Java calls on threads of its own write to the script's writer, flushed")
    void callbacksOnOtherThreads() throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            engine.put("pool", pool);
            engine.eval(
                    """
                            from java.lang import Thread
                            pool.submit(lambda: print('pool')).get()
                            thread = Thread(lambda: print('thread ' + engine.getFactory().getLanguageName()))
                            thread.start()
                            thread.join()
                            """);
            assertEquals("pool\nthread Python\n", out.toString());
            Runnable kept = ((PyObject) engine.eval("lambda: print('kept')")).as(Runnable.class);
            pool.submit(kept).get();
            assertEquals("pool\nthread Python\nkept\n", out.toString());
        }
    }

    @Test
    @DisplayName("5.29 so do generators, and functions found in a list or dict that a script returned")
    void lateValues() throws ScriptException {
        Iterator<?> items = (Iterator<?>) engine.eval("(print('item') for _ in range(2))");
        Map<?, ?> handlers = (Map<?, ?>) engine.eval("{'start': lambda: print('started')}");
        items.next();
        ((PyObject) handlers.get("start")).call();
        assertEquals("item\nstarted\n", out.toString());
    }

    @Test
    @DisplayName("5.30 redirect_stdout captures what its own thread writes, with those it starts, and always ends")
    void redirectsOfThreads() throws Exception {
        String script = """
                import contextlib, io, sys, threading
                b = io.StringIO()
                with contextlib.redirect_stdout(b), contextlib.redirect_stderr(None):
                    for i in range(50):
                        print(k)
                    print('nowhere', file=sys.stderr)
                    with contextlib.redirect_stdout(io.StringIO()) as inner:
                        sys.stdout.write('inner')
                    sys.stdout.flush()
                    t = threading.Thread(target=print, args=(inner.getvalue(),))
                    t.start()
                    t.join()
                b.getvalue() == f'{k}\\n' * 50 + 'inner\\n'
                """;
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            List<Future<Object>> captured = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                Map<String, Object> names = new HashMap<>(Map.of("k", i));
                captured.add(pool.submit(() -> engine.eval(script, new SimpleBindings(names))));
            }
            for (Future<Object> each : captured) {
                assertEquals(true, each.get());
            }
        }
        engine.eval("print('after')");
        assertEquals("after\n", out.toString());
        assertEquals("", err.toString());
    }

    @Test
    @DisplayName("5.18 the streams of two threads do not mix")
    void threads() throws Exception {
        int count = 4;
        List<StringWriter> writers = new ArrayList<>();
        CountDownLatch ready = new CountDownLatch(count);
        try (ExecutorService pool = Executors.newFixedThreadPool(count)) {
            List<Future<?>> runs = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                StringWriter writer = new StringWriter();
                writers.add(writer);
                SimpleScriptContext context = new SimpleScriptContext();
                context.setBindings(engine.createBindings(), ScriptContext.ENGINE_SCOPE);
                context.setWriter(writer);
                String script = "for i in range(300): print('thread " + i + "')";
                runs.add(pool.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return engine.eval(script, context);
                }));
            }
            for (Future<?> run : runs) {
                run.get();
            }
        }
        for (int i = 0; i < count; i++) {
            assertEquals(("thread " + i + "\n").repeat(300), writers.get(i).toString());
        }
    }

    @Test
    @DisplayName("5.19 Python threads that a script starts write where their starter does")
    void pythonThreads() throws ScriptException {
        engine.eval("import threading\ndef work(): print('from the thread')\n"
                + "t = threading.Thread(target=work)\nt.start()\nt.join()");
        assertEquals("from the thread\n", out.toString());
    }

    @Test
    @DisplayName("5.20 so do the threads of a pool and those of _thread")
    void pythonPools() throws ScriptException {
        engine.eval("from concurrent.futures import ThreadPoolExecutor\n"
                + "with ThreadPoolExecutor(2) as pool:\n    list(pool.map(lambda i: print('p'), range(3)))");
        engine.eval("""
                import _thread, threading
                done = threading.Event()
                def work(word, end):
                    print(word, end=end)
                    done.set()
                n = _thread.start_new_thread(work, ('raw',), {'end': '!'})
                ok = done.wait(10)
                """);
        assertEquals(3, out.toString().chars().filter(unit -> unit == 'p').count());
        assertTrue(out.toString().endsWith("raw!"), out.toString());
    }
}
