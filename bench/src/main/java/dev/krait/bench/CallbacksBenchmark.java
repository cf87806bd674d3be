package dev.krait.bench;

import dev.krait.PyObject;
import dev.krait.capi.CFunctionApi;
import dev.krait.capi.LongApi;
import dev.krait.capi.ThreadApi;
import dev.krait.capi.Upcalls;
import java.lang.foreign.Arena;
import java.lang.invoke.MethodHandles;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** W4, W4i: a Python loop that calls a Java lambda. The floor is an upcall that gives the GIL up, as ours does. */
public class CallbacksBenchmark extends Measured {
    private static final int CALLS = 100_000;
    private static final int METH_O = 8;
    private static final long OVERFLOW = Arena.global().allocate(Long.BYTES).address();
    private final PyObject w4 = Workload.function("w4");
    @SuppressWarnings("UnnecessaryLambda") // what is measured
    private final Function<Object, Object> function = x -> (Integer) x + 1;
    @SuppressWarnings("UnnecessaryLambda") // what is measured
    private final IntUnaryOperator operator = x -> x + 1;
    private final PyObject bare = bareFunction();

    /** One bare upcall. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public @Nullable Object w4Floor() {
        return w4.callAs(Object.class, bare, CALLS);
    }

    /** A {@code Function<Object, Object>}. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public @Nullable Object w4() {
        return w4.callAs(Object.class, function, CALLS);
    }

    /** An {@code IntUnaryOperator}. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public @Nullable Object w4i() {
        return w4.callAs(Object.class, operator, CALLS);
    }

    @SuppressWarnings({"unused", "UnusedVariable"}) // C calls it; PyCFunction passes self
    private static long addOne(long self, long number) {
        long value = LongApi.asLongLongAndOverflow(number, OVERFLOW);
        long state = ThreadApi.saveThread();
        long sum = value + 1;
        ThreadApi.restoreThread(state);
        return LongApi.fromLongLong(sum);
    }

    private static PyObject bareFunction() {
        long stub = Upcalls.stub(MethodHandles.lookup(), CallbacksBenchmark.class, "addOne", 2);
        long definition = ObjectsBenchmark.bareDefinition(stub, METH_O);
        return Workload.bind("bare", () -> CFunctionApi.newFunction(definition, 0, 0));
    }
}
