package dev.krait.examples.seed;

import static dev.krait.Kw.kw;

import dev.krait.PyCallable;
import dev.krait.PyObject;
import dev.krait.Python;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import javax.script.Invocable;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import org.jspecify.annotations.Nullable;

/** Ten thousand calls of a Python function, and a Java callable that gets positional and keyword arguments. */
public final class SeedExample {
    private static final int CALLS = 10_000;
    private static final int ROUNDS = 100;

    private SeedExample() {}

    /** Runs the example. */
    public static void main(String[] args) throws ScriptException, NoSuchMethodException {
        for (int round = 1; round <= ROUNDS; round++) {
            double seconds = callOften();
            if (round == 1 || round % 25 == 0) { // the JVM compiles what runs often: both are worth
                                                 // knowing
                System.out.printf("round %3d: %d calls of foo() in %.4f s%n", round, CALLS,
                        seconds);
            }
        }
        System.out.println(callBack());
    }

    /** The seconds that the calls take. */
    static double callOften() throws ScriptException, NoSuchMethodException {
        ScriptEngine engine = new ScriptEngineManager().getEngineByName("cpython");
        engine.eval("def foo(): return str(1)");
        Invocable invocable = (Invocable) engine;
        long start = System.nanoTime();
        for (int i = 0; i < CALLS; i++) {
            if (!"1".equals(invocable.invokeFunction("foo"))) {
                throw new AssertionError("foo() is not '1'");
            }
        }
        return (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
    }

    /** What the Java callable made of its arguments on the way through Python. */
    static @Nullable String callBack() {
        PyObject foo = Python.start()
                .eval("def foo(fn, *args, **kwargs): return fn(*args, **kwargs)\nfoo");
        PyCallable callable = (arguments, keywords) -> "got " + Arrays.toString(arguments) + " and "
                + keywords;
        return foo.callAs(String.class, callable, 1, "two", kw("three", 3.0));
    }
}
