package dev.krait.tck.crash;

import dev.krait.Python;
import dev.krait.tck.crash.other.Guest;
import dev.krait.tck.crash.other.Heir;
import dev.krait.tck.crash.other.Legacy;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import javax.script.Invocable;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;

/** Engines without number, and class loaders that come and go. */
final class EngineScenarios {
    private EngineScenarios() {}

    @Scenario
    static void thousandsOfEnginesComeAndGo() throws Exception {
        ScriptEngineManager manager = new ScriptEngineManager();
        List<Object> kept = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            ScriptEngine engine = manager.getEngineByName("cpython");
            engine.eval("x = " + i + "\ndef f(): return x\nvalues = [x]");
            if (i % 300 == 0) {
                System.gc();
                kept.add(engine.get("f"));
                kept.add(engine.get("values"));
            }
        }
        System.gc();
        for (int i = 0; i < kept.size(); i += 2) {
            Check.that(((dev.krait.PyObject) kept.get(i)).callAs(Integer.class) == i * 150,
                    kept.get(i));
            Check.that(((List<?>) kept.get(i + 1)).get(0).equals(i * 150), kept.get(i + 1));
        }
        System.out.println(Python.start().memory());
        Check.works();
    }

    @Scenario
    static void enginesOnManyThreads() throws Exception {
        ScriptEngine engine = new ScriptEngineManager().getEngineByName("cpython");
        engine.eval("def f(i): return i * 2");
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 8; t++) {
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    for (int i = 0; i < 300; i++) {
                        Check.that(((Invocable) engine).invokeFunction("f", i).equals(2 * i), i);
                    }
                } catch (Exception failed) {
                    ScenarioMain.fail(failed);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @Scenario
    static void aClassLoaderIsLoadedUsedAndDroppedThreeTimes() throws Exception {
        for (int i = 0; i < 3; i++) {
            WeakReference<ClassLoader> loader = useInALoaderOfItsOwn();
            for (int wait = 0; wait < 5 && loader.get() != null; wait++) {
                System.gc();
                Thread.sleep(20);
            }
        }
        Check.works();
    }

    @Scenario
    static void twoClassLoadersAtOnceShareTheInterpreter() throws Exception {
        try (URLClassLoader first = newLoader(); URLClassLoader second = newLoader()) {
            Callable<String> one = guest(first, Guest.class);
            Callable<String> two = guest(second, Guest.class);
            Thread[] threads = new Thread[6];
            for (int i = 0; i < threads.length; i++) {
                Callable<String> guest = i % 2 == 0 ? one : two;
                threads[i] = new Thread(() -> {
                    try {
                        Check.that(guest.call().equals("4950 shared"), "wrong answer");
                    } catch (Exception failed) {
                        ScenarioMain.fail(failed);
                    }
                });
                threads[i].start();
            }
            for (Thread thread : threads) {
                thread.join();
            }
            Check.works();
        }
    }

    /** Objects, functions, types, weak callbacks, exit functions and a thread of Python outlive the loader. */
    @Scenario(prints = {Scenario.OVER, " worked, ", "exit functions of a dropped loader: "})
    static void whatADroppedClassLoaderLeavesIsUsedByTheNext() throws Exception {
        for (int i = 0; i < 2; i++) {
            WeakReference<ClassLoader> dropped = leave();
            for (int wait = 0; wait < 3 && dropped.get() != null; wait++) {
                System.gc();
                Thread.sleep(20);
            }
            try (URLClassLoader next = newLoader()) {
                System.out.println(guest(next, Heir.class).call());
            }
            System.gc();
            Check.works();
        }
        leave();
    }

    private static WeakReference<ClassLoader> leave() throws Exception {
        try (URLClassLoader loader = newLoader()) {
            Check.that(guest(loader, Legacy.class).call().equals("left"), "nothing was left");
            return new WeakReference<>(loader);
        }
    }

    private static WeakReference<ClassLoader> useInALoaderOfItsOwn() throws Exception {
        try (URLClassLoader loader = newLoader()) {
            Check.that(guest(loader, Guest.class).call().equals("4950 shared"), "wrong answer");
            return new WeakReference<>(loader);
        }
    }

    @SuppressWarnings("unchecked") // Guest is one
    private static Callable<String> guest(ClassLoader loader,
            Class<? extends Callable<String>> type) throws Exception {
        var constructor = loader.loadClass(type.getName()).getDeclaredConstructor();
        return (Callable<String>) constructor.newInstance();
    }

    /** One that shares nothing but the JDK. */
    private static URLClassLoader newLoader() throws Exception {
        List<URL> path = new ArrayList<>();
        for (String entry : Arrays
                .asList(System.getProperty("java.class.path").split(java.io.File.pathSeparator))) {
            path.add(Path.of(entry).toUri().toURL());
        }
        return new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }
}
