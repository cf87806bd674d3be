package dev.krait.bench;

import dev.krait.capi.DictApi;
import dev.krait.capi.EvalApi;
import dev.krait.capi.LongApi;
import dev.krait.capi.Memory;
import dev.krait.capi.RefApi;
import dev.krait.capi.ThreadApi;
import java.lang.foreign.Arena;
import javax.script.Compilable;
import javax.script.CompiledScript;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** W1e, W3, W3p: evaluation of text seen before, and of a compiled script. */
public class EvalBenchmark extends Measured {
    private static final int EVAL_INPUT = 258;
    private final ScriptEngine engine = Workload.engine();
    private final CompiledScript compiled = compile();
    private final Arena arena = Arena.ofAuto();
    private final long source = arena.allocateFrom("1+1").address();
    private final long file = arena.allocateFrom("<floor>").address();
    private final long overflow = arena.allocate(Long.BYTES).address();
    private long state;
    private long globals;
    private long code;

    /** Makes a namespace and code for the floors. */
    @Setup
    public void prepare() throws ScriptException {
        engine.eval("1");
        state = ThreadApi.getThisThreadState();
        ThreadApi.restoreThread(state);
        globals = DictApi.newDict();
        code = EvalApi.compileStringExFlags(source, file, EVAL_INPUT, 0, -1);
        ThreadApi.saveThread();
    }

    /** Compiles and runs by bare downcalls, as C has to. */
    @Benchmark
    public long w3Floor() {
        ThreadApi.restoreThread(state);
        long fresh = EvalApi.compileStringExFlags(source, file, EVAL_INPUT, 0, -1);
        long sum = run(fresh);
        RefApi.decRef(fresh);
        ThreadApi.saveThread();
        return sum;
    }

    /** Runs a kept code object by bare downcalls. */
    @Benchmark
    public long w3pFloor() {
        ThreadApi.restoreThread(state);
        long sum = run(code);
        ThreadApi.saveThread();
        return sum;
    }

    /** {@code eval("1+1")}. */
    @Benchmark
    public Object w3() throws ScriptException {
        return engine.eval("1+1");
    }

    /** The same from a CompiledScript. */
    @Benchmark
    public Object w3p() throws ScriptException {
        return compiled.eval();
    }

    /** {@code eval("foo()")}. */
    @Benchmark
    public Object w1e() throws ScriptException {
        return engine.eval("foo()");
    }

    private long run(long what) {
        long result = EvalApi.evalCode(what, globals, globals);
        long sum = LongApi.asLongLongAndOverflow(result, overflow);
        Memory.getInt(overflow);
        RefApi.decRef(result);
        return sum;
    }

    private CompiledScript compile() {
        try {
            return ((Compilable) engine).compile("1+1");
        } catch (ScriptException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
