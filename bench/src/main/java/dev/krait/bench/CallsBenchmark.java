package dev.krait.bench;

import dev.krait.PyObject;
import dev.krait.capi.AbstractApi;
import dev.krait.capi.Layout;
import dev.krait.capi.LongApi;
import dev.krait.capi.Memory;
import dev.krait.capi.RefApi;
import dev.krait.capi.ThreadApi;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import javax.script.Invocable;
import javax.script.ScriptException;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** W1, W1n, W2: a call of a Python function. The floors take and give the GIL, too. */
public class CallsBenchmark extends Measured {
    private final PyObject foo = Workload.function("foo");
    private final PyObject add = Workload.function("add");
    private final Invocable engine = (Invocable) Workload.engine();
    private final long fooPointer = Workload.pointer("foo");
    private final long addPointer = Workload.pointer("add");
    private final Arena arena = Arena.ofAuto();
    private final long slots = arena.allocate(4 * Long.BYTES).address();
    private long state;
    private int counter;

    /** Keeps the thread state that the floors use. */
    @Setup
    public void keepThreadState() {
        foo.call();
        state = ThreadApi.getThisThreadState();
    }

    /** {@code foo()} by bare downcalls. */
    @Benchmark
    public String w1Floor() {
        ThreadApi.restoreThread(state);
        long result = AbstractApi.callNoArgs(fooPointer);
        String text = new String(
                Memory.getBytes(result + Layout.ASCII_DATA, Memory.getLong(result + Layout.SIZE)),
                StandardCharsets.ISO_8859_1);
        RefApi.decRef(result);
        ThreadApi.saveThread();
        return text;
    }

    /** {@code foo()} by handle. */
    @Benchmark
    public @Nullable String w1() {
        return foo.callAs(String.class);
    }

    /** {@code foo()} by name through Invocable. */
    @Benchmark
    public Object w1n() throws ScriptException, NoSuchMethodException {
        return engine.invokeFunction("foo");
    }

    /** {@code add(i, 7)} by bare downcalls. */
    @Benchmark
    public long w2Floor() {
        counter = counter == 99999 ? 0 : counter + 1;
        ThreadApi.restoreThread(state);
        long first = LongApi.fromLongLong(counter);
        long second = LongApi.fromLongLong(7);
        Memory.putLong(slots + Long.BYTES, first);
        Memory.putLong(slots + 2 * Long.BYTES, second);
        long result = AbstractApi.vectorcallDict(addPointer, slots + Long.BYTES, 2 | Long.MIN_VALUE,
                0);
        long sum = LongApi.asLongLongAndOverflow(result, slots);
        RefApi.decRef(result);
        RefApi.decRef(first);
        RefApi.decRef(second);
        ThreadApi.saveThread();
        return sum;
    }

    /** {@code add(i, 7)} with boxed numbers. */
    @Benchmark
    public @Nullable Integer w2() {
        counter = counter == 99999 ? 0 : counter + 1;
        return add.callAs(Integer.class, counter, 7);
    }
}
