package dev.krait.bench;

import dev.krait.PyObject;
import dev.krait.Python;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.script.Invocable;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Rows again where much is alive: a million objects held each way, or a thousand engines. */
public class CrowdedBenchmark extends Measured {
    private static final int TIMES = 1_000_000;

    /** A million Java objects in a Python list, a million Python objects in a Java list. */
    @State(Scope.Thread)
    public static class Handles {
        private final PyObject foo = Workload.function("foo");
        private final PyObject getx = Workload.function("getx");
        private final ObjectsBenchmark.Point point = new ObjectsBenchmark.Point();
        private final List<PyObject> ours = new ArrayList<>();

        /** Makes them. */
        @Setup
        public void fill() {
            Supplier<Object> another = ObjectsBenchmark.Point::new;
            Python python = Python.start();
            python.main().set("another", another);
            python.exec("held = [another() for _ in range(" + TIMES + ")]");
            PyObject fresh = python.importModule("builtins").attr("object");
            for (int i = 0; i < TIMES; i++) {
                ours.add(fresh.call());
            }
            if (python.memory().handles() < TIMES || python.memory().references() < TIMES) {
                throw new IllegalStateException("not alive: " + python.memory());
            }
        }
    }

    /** A thousand engines that each have run something. */
    @State(Scope.Thread)
    public static class Engines {
        private final List<ScriptEngine> all = new ArrayList<>();

        /** Makes them. */
        @Setup
        public void fill() throws ScriptException {
            for (int i = 0; i < 1000; i++) {
                ScriptEngine engine = new ScriptEngineManager().getEngineByName("cpython");
                engine.eval(Workload.SOURCE);
                all.add(engine);
            }
        }
    }

    /** {@code foo()} by handle. */
    @Benchmark
    public @Nullable String w1Handles(Handles handles) {
        return handles.foo.callAs(String.class);
    }

    /** {@code o.getX()}. */
    @Benchmark
    @OperationsPerInvocation(TIMES)
    public @Nullable Object w9Handles(Handles handles) {
        return handles.getx.callAs(Object.class, handles.point, TIMES);
    }

    /** {@code foo()} by name, through one of the engines. */
    @Benchmark
    public Object w1Engines(Engines engines) throws ScriptException, NoSuchMethodException {
        return ((Invocable) engines.all.get(500)).invokeFunction("foo");
    }
}
