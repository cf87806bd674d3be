package dev.krait.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What needs a JVM of its own; each nested class is a program. */
@DisplayName("12 Whole processes")
class Chapter12ProcessTest {
    @Test
    @DisplayName("12.1 looking engines up starts no Python and needs none")
    void lookUpStartsNoPython() throws Exception {
        assertEquals("Krait Python 3 cpython", run(LookUp.class, "-Dkrait.python=/nowhere/python"));
    }

    static final class LookUp {
        public static void main(String[] args) {
            ScriptEngine engine = new ScriptEngineManager().getEngineByName("python");
            var factory = engine.getFactory();
            System.out.print(factory.getEngineName() + ' ' + factory.getLanguageName() + ' '
                    + factory.getLanguageVersion() + ' ' + factory.getParameter(ScriptEngine.NAME));
        }
    }

    @Test
    @DisplayName("12.2 a Python that cannot be started is a ScriptException that names the place tried")
    void noPython() throws Exception {
        assertTrue(run(Broken.class, "-Dkrait.python=/nowhere/python").contains("/nowhere/python"));
    }

    static final class Broken {
        public static void main(String[] args) {
            try {
                Engines.create().eval("1");
            } catch (ScriptException expected) {
                System.out.print(expected.getMessage());
            }
        }
    }

    @Test
    @DisplayName("12.3 sys.exit, os.abort-free errors and non-daemon threads leave the JVM to end by itself")
    void endsByItself() throws Exception {
        assertEquals("7 done joined", run(Exiting.class));
    }

    static final class Exiting {
        public static void main(String[] args) throws ScriptException {
            ScriptEngine engine = Engines.create();
            ScriptException exit = Engines.failure(engine, "raise SystemExit(7)");
            int code = ((dev.krait.error.PythonException) exit.getCause()).exitCode().getAsInt();
            System.out.print(code + " done");
            System.out.flush();
            engine.eval("""
                    import threading, time
                    def late():
                        time.sleep(0.3)
                        print(' joined', end='')
                    threading.Thread(target=late, daemon=False).start()
                    """);
        }
    }

    @Test
    @DisplayName("12.4 the engine works when it is loaded twice, in two class loaders of one process")
    void twoClassLoaders() throws Exception {
        assertEquals("first second first 3 True", run(TwoLoaders.class));
    }

    static final class TwoLoaders {
        public static void main(String[] args) throws Exception {
            URL[] urls = Arrays.stream(Jvm.classPath().split(File.pathSeparator))
                    .map(TwoLoaders::url).toArray(URL[]::new);
            ClassLoader platform = ClassLoader.getPlatformClassLoader();
            URLClassLoader one = new URLClassLoader(urls, platform);
            URLClassLoader two = new URLClassLoader(urls, platform);
            ScriptEngine first = new ScriptEngineManager(one).getEngineByName("cpython");
            ScriptEngine second = new ScriptEngineManager(two).getEngineByName("cpython");
            first.eval("who = 'first'\nprint(who, end=' ')");
            second.eval("who = 'second'\nprint(who, end=' ')");
            first.eval("import __main__\nprint(__main__.who, end=' ')");
            first.eval("import builtins\nbuiltins.shared = 3\nprint(shared, end=' ')");
            System.out.print(
                    second.eval("shared == 3 and __import__('__main__').who == who").equals(true)
                            ? "True"
                            : "False");
        }

        private static URL url(String path) {
            try {
                return Path.of(path).toUri().toURL();
            } catch (MalformedURLException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    @Test
    @DisplayName("12.7 the engine works in a class loader that shows no files, and Python ends well when that has forgotten them")
    void classesInMemory() throws Exception {
        Object python = Engines.create().eval("import sys; sys.executable"); // no services there
        assertEquals("[1, 2] ZeroDivisionError: division by zero bye 3",
                run(InMemory.class, "-Dkrait.python=" + python));
    }

    static final class InMemory {
        public static void main(String[] args) throws Exception {
            MemoryLoader loader = new MemoryLoader(Jvm.classPath(), "krait", "ffm-core", "engine",
                    "commons-lang3");
            Class<?> type = loader.loadClass("dev.krait.engine.KraitScriptEngineFactory");
            ScriptEngine engine = ((ScriptEngineFactory) type.getConstructor().newInstance())
                    .getScriptEngine();
            System.out.print(engine.eval("from java.util import ArrayList\nArrayList([1, 2])"));
            System.out.print(" " + Engines.failure(engine, "1 / 0").getCause().getMessage());
            engine.put("three", (Supplier<Integer>) () -> 3);
            engine.eval("import atexit\natexit.register(lambda: print(' bye', three(), end=''))");
            loader.forget();
        }
    }

    @Test
    @DisplayName("12.5 fifty threads may start the first engine at once")
    void startedByManyThreads() throws Exception {
        assertEquals("50", run(ManyThreads.class));
    }

    static final class ManyThreads {
        public static void main(String[] args) throws InterruptedException {
            var right = new java.util.concurrent.atomic.AtomicInteger();
            List<Thread> threads = java.util.stream.IntStream.range(0, 50)
                    .mapToObj(i -> Thread.startVirtualThread(() -> {
                        try {
                            if (Engines.create().eval("1 + " + i).equals(1 + i)) {
                                right.incrementAndGet();
                            }
                        } catch (ScriptException failed) {
                            System.out.print(failed);
                        }
                    })).toList();
            for (Thread thread : threads) {
                thread.join();
            }
            System.out.print(right);
        }
    }

    @Test
    @DisplayName("12.6 the JVM ends at once after scripts that imported threading")
    void endsQuickly() throws Exception {
        long start = System.nanoTime();
        assertEquals("1", run(Threading.class));
        assertTrue(System.nanoTime() - start < 30_000_000_000L);
    }

    static final class Threading {
        public static void main(String[] args) throws Exception {
            Thread thread = new Thread(() -> {
                try {
                    System.out.print(Engines.create().eval("import threading\n1"));
                } catch (ScriptException failed) {
                    System.out.print(failed);
                }
            });
            thread.start();
            thread.join();
        }
    }

    private static String run(Class<?> program, String... options)
            throws IOException, InterruptedException {
        Jvm.Ending ending = Jvm.java(program, options).run("");
        assertEquals(0, ending.code(), ending.output());
        assertFalse(ending.output().contains("took longer"), ending.output());
        return ending.output();
    }
}
