package dev.krait.bench;

import dev.krait.PyObject;
import dev.krait.array.DType;
import dev.krait.array.NDArray;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** W8a, W8b, W8z, W8zb: arrays of {@code size} doubles both ways, copied and shared. */
public class ArraysBenchmark extends Measured {
    private final PyObject npsum = Workload.function("npsum");
    /** How many elements. */
    @Param("10000000")
    public int size;
    private double[] heap = {};
    private MemorySegment memory = MemorySegment.NULL;
    private PyObject array = npsum;

    /** Fills all three. */
    @Setup
    public void fill() {
        heap = IntStream.range(0, size).mapToDouble(i -> i * 0.5).toArray();
        memory = Arena.ofAuto().allocateFrom(ValueLayout.JAVA_DOUBLE, heap);
        array = Workload.function("doubles").call(size);
    }

    /** A Java array copied to NumPy and summed there. */
    @Benchmark
    public @Nullable Double w8a() {
        try (NDArray copy = NDArray.of(heap)) {
            return npsum.callAs(Double.class, copy);
        }
    }

    /** An ndarray copied to a Java array. */
    @Benchmark
    public double @Nullable [] w8b() {
        return array.as(double[].class);
    }

    /** Memory of Java's summed by NumPy where it lies. */
    @Benchmark
    public @Nullable Double w8z() {
        try (NDArray view = NDArray.wrap(memory, DType.FLOAT64, size)) {
            return npsum.callAs(Double.class, view);
        }
    }

    /** An ndarray seen by Java where it lies. */
    @Benchmark
    public double w8zb() {
        try (NDArray view = Objects.requireNonNull(array.as(NDArray.class))) {
            return view.getDouble(size / 2);
        }
    }
}
