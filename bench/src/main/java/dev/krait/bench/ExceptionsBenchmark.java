package dev.krait.bench;

import dev.krait.PyObject;
import dev.krait.error.PythonException;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** W12a, W12b: exceptions both ways. */
public class ExceptionsBenchmark extends Measured {
    private static final int TIMES = 20_000;
    private final PyObject boom = Workload.function("boom");
    private final PyObject catcher = Workload.function("catcher");
    @SuppressWarnings("UnnecessaryLambda") // what is measured
    private final IntUnaryOperator thrower = _ -> {
        throw new IllegalArgumentException("x");
    };

    /** A ValueError of Python caught in Java. */
    @Benchmark
    public PythonException w12a() {
        try {
            throw new AssertionError(boom.call());
        } catch (PythonException caught) {
            return caught;
        }
    }

    /** An exception of Java caught in Python. */
    @Benchmark
    @OperationsPerInvocation(TIMES)
    public @Nullable Object w12b() {
        return catcher.callAs(Object.class, thrower, TIMES);
    }
}
