package dev.krait.tck.crash;

import static dev.krait.tck.crash.Where.MAIN;
import static dev.krait.tck.crash.Where.POOL;
import static dev.krait.tck.crash.Where.PYTHON;
import static dev.krait.tck.crash.Where.VIRTUAL;

import dev.krait.Namespace;
import dev.krait.PyObject;
import dev.krait.Python;
import dev.krait.error.PythonException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;

/** The end of the process, wanted or not. */
final class ExitScenarios {
    private ExitScenarios() {}

    @Scenario(on = {MAIN, POOL, VIRTUAL, PYTHON})
    static void sysExitIsAnException() {
        Namespace names = Python.start().newNamespace();
        PythonException error = Check.raises("SystemExit",
                () -> names.exec("import sys\nsys.exit(7)"));
        Check.that(error.exitCode().getAsInt() == 7, error);
        Check.raises("SystemExit", () -> names.exec("exit()"));
        Check.raises("SystemExit", () -> names.exec("quit('text')"));
        names.exec("def f(): raise SystemExit(3)");
        PyObject f = Objects.requireNonNull(names.get("f"));
        Check.raises("SystemExit", f::call);
        names.set("call", (Runnable) f::call);
        Check.raises("SystemExit", () -> names.exec("call()"));
        Check.works();
    }

    @Scenario
    static void sysExitInEnginesThreadsAndDestructors() throws Exception {
        ScriptEngine engine = new ScriptEngineManager().getEngineByName("cpython");
        ScriptException failed = Check.throwsKind(ScriptException.class,
                () -> engine.eval("import sys; sys.exit(5)"));
        Check.that(((PythonException) failed.getCause()).exitCode().getAsInt() == 5, failed);
        engine.eval("""
                import sys, threading
                t = threading.Thread(target=sys.exit, args=(9,))
                t.start()
                t.join()
                class A:
                    def __del__(self): sys.exit(4)
                a = A()
                del a
                """);
        Check.works();
    }

    @Scenario(on = {POOL, VIRTUAL, PYTHON}, exit = 5, prints = {})
    static void systemExitInACallback() {
        Namespace names = Python.start().newNamespace();
        names.set("end", (Runnable) () -> System.exit(5));
        names.exec("end()");
    }

    /** It waits for the JVM's end, and so would that for it; others are waited for. */
    @Scenario(exit = 5, prints = {"the other is done", "atexit ran"})
    static void systemExitOnAThreadThatPythonWaitsFor() throws InterruptedException {
        endOnAThreadOfPython("threading.Thread(target=end).start()");
    }

    @Scenario(exit = 5, prints = {"the other is done", "atexit ran"})
    static void systemExitOnAThreadOfAPoolOfPython() throws InterruptedException {
        endOnAThreadOfPython("""
                from concurrent.futures import ThreadPoolExecutor
                pool = ThreadPoolExecutor(2)
                pool.submit(end)
                """);
    }

    private static void endOnAThreadOfPython(String start) throws InterruptedException {
        Namespace names = Python.start().newNamespace();
        names.set("end", (Runnable) () -> System.exit(5));
        names.exec("""
                import atexit, threading, time
                atexit.register(print, 'atexit ran')
                def other():
                    time.sleep(1)
                    print('the other is done')
                threading.Thread(target=other).start()
                """ + start);
        Thread.sleep(60_000);
    }

    @Scenario(on = {MAIN, VIRTUAL}, exit = 6, prints = {})
    static void haltInACallback() {
        Namespace names = Python.start().newNamespace();
        names.set("end", (Runnable) () -> Runtime.getRuntime().halt(6));
        names.exec("end()");
    }

    @Scenario(exit = 8, prints = {})
    static void osExitEndsTheProcess() {
        Python.start().exec("import os\nos._exit(8)");
    }

    @Scenario(prints = {Scenario.OVER, "atexit ran on MainThread", "not flushed by hand"})
    static void exitFunctionsRunAndStreamsAreFlushed() {
        Python.start().exec("""
                import atexit, sys, threading
                def last():
                    print('atexit ran on', threading.current_thread().name)
                atexit.register(last)
                sys.stdout.write('not flushed by hand')
                """);
    }

    @Scenario(exit = 4, prints = "atexit ran")
    static void exitFunctionsRunAtSystemExit() {
        Python.start().exec("import atexit\natexit.register(print, 'atexit ran')");
        System.exit(4);
    }

    @Scenario(prints = {Scenario.OVER, "second"}, tells = "ZeroDivisionError")
    static void anExitFunctionThatFailsDoesNotStopTheOthers() {
        Python.start().exec(
                "import atexit\natexit.register(print, 'second')\natexit.register(lambda: 1/0)");
    }

    @Scenario(tells = "took longer than 1 s", jvm = "-Dkrait.exit.seconds=1", seconds = 60)
    static void exitFunctionsThatHangAreLeft() {
        Python.start().exec("import atexit, time\natexit.register(time.sleep, 100)");
    }

    @Scenario(tells = "took longer than 1 s", jvm = "-Dkrait.exit.seconds=1", seconds = 60)
    static void anExitFunctionThatLoopsIsLeft() {
        Python.start().exec("import atexit\ndef loop():\n while True: pass\natexit.register(loop)");
    }

    @Scenario(prints = {Scenario.OVER, "the thread is done"})
    static void pythonThreadsAreWaitedFor() {
        Python.start().exec("""
                import threading, time
                def work():
                    time.sleep(1)
                    print('the thread is done', flush=True)
                threading.Thread(target=work).start()
                """);
    }

    @Scenario(seconds = 60)
    static void daemonThreadsOfPythonAreNot() {
        Python.start().exec("""
                import threading, time
                def work():
                    while True: sum(range(1000))
                for i in range(3):
                    threading.Thread(target=work, daemon=True).start()
                threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()
                """);
    }

    @Scenario(prints = {Scenario.OVER, "hook: 42", "closed: IllegalStateException"})
    static void otherHooksMayCallPythonUntilItIsClosed() {
        Python python = Python.start();
        python.exec("import atexit, time\natexit.register(time.sleep, 1)");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            System.out.println("hook: " + python.eval("6 * 7").as(Integer.class));
            for (int i = 0; i < 500; i++) {
                try {
                    python.eval("1");
                    Thread.sleep(10);
                } catch (IllegalStateException closed) {
                    System.out.println("closed: " + closed.getClass().getSimpleName());
                    return;
                } catch (InterruptedException stop) {
                    return;
                }
            }
        }));
    }

    /** The JVM's end would wait 300 ms for a thread in native code; exit functions may still await something. */
    @Scenario(prints = {Scenario.OVER, "awaited at exit: 42", "the loop has ended"})
    static void theEventLoopEndsAfterTheExitFunctions() {
        Python python = Python.start();
        Namespace names = python.newNamespace();
        names.set("wait", (java.util.function.Function<Object, Object>) stage -> ((PyObject) stage)
                .as(CompletableFuture.class).join());
        names.exec("""
                import atexit
                async def answer(): return 42
                atexit.register(lambda: print('awaited at exit:', wait(answer())))
                wait(answer())
                """);
        Thread loop = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("krait-asyncio")).findAny().orElseThrow();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                loop.join(4000);
                System.out.println("the loop has " + (loop.isAlive() ? "not " : "") + "ended");
            } catch (InterruptedException stop) {
                return;
            }
        }));
    }

    @Scenario(exit = 3, prints = "left", seconds = 60)
    static void javaThreadsGoOnWhileTheJvmEnds() throws InterruptedException {
        Python python = Python.start();
        for (int i = 0; i < 8; i++) {
            Thread thread = new Thread(() -> {
                while (true) {
                    python.eval("sum(range(100))").close();
                }
            });
            thread.setDaemon(true);
            thread.setUncaughtExceptionHandler(
                    (_, thrown) -> Check.that(thrown instanceof IllegalStateException, thrown));
            thread.start();
        }
        Thread.sleep(300);
        System.out.println("left");
        System.exit(3);
    }

    @Scenario(prints = {Scenario.OVER, "late: IllegalStateException"})
    static void startingPythonDuringShutdownIsRefused() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                Python.start();
            } catch (RuntimeException refused) {
                System.out.println("late: " + refused.getClass().getSimpleName());
            }
        }));
    }
}
