package dev.krait.bench;

import dev.krait.PyObject;
import dev.krait.Python;
import dev.krait.capi.CFunctionApi;
import dev.krait.capi.LongApi;
import dev.krait.capi.Memory;
import dev.krait.capi.Upcalls;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** W9a, W9b, W9c: a Python loop over the methods, fields and elements of Java objects. */
public class ObjectsBenchmark extends Measured {
    private static final int TIMES = 1_000_000;
    private static final int METH_NOARGS = 4;
    private final PyObject getx = Workload.function("getx");
    private final PyObject fieldx = Workload.function("fieldx");
    private final PyObject sumiter = Workload.function("sumiter");
    private final Point point = new Point();
    private final PyObject bare = bareObject();
    /** How many elements the list has. */
    @Param("1000000")
    public int size;
    private List<Integer> list = List.of();

    /** What Python reads. */
    public static final class Point {
        /** A field. */
        public int x = 3;

        /** A method. */
        public int getX() {
            return x;
        }
    }

    /** Fills the list. */
    @Setup
    public void fill() {
        list = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    }

    /** {@code o.getX()} served by one bare upcall, without a Java object. */
    @Benchmark
    @OperationsPerInvocation(TIMES)
    public @Nullable Object w9aFloor() {
        return getx.callAs(Object.class, bare, TIMES);
    }

    /** {@code o.getX()}. */
    @Benchmark
    @OperationsPerInvocation(TIMES)
    public @Nullable Object w9a() {
        return getx.callAs(Object.class, point, TIMES);
    }

    /** {@code o.x}. */
    @Benchmark
    @OperationsPerInvocation(TIMES)
    public @Nullable Object w9b() {
        return fieldx.callAs(Object.class, point, TIMES);
    }

    /** {@code for v in x} over an ArrayList. */
    @Benchmark
    public @Nullable Long w9c() {
        return sumiter.callAs(Long.class, list);
    }

    @SuppressWarnings({"unused", "UnusedVariable"}) // C calls it
    private static long three(long self, long nothing) {
        return LongApi.fromLongLong(3);
    }

    private static PyObject bareObject() {
        Workload.bind("bare_get_x",
                () -> CFunctionApi.newFunction(bareDefinition(
                        Upcalls.stub(MethodHandles.lookup(), ObjectsBenchmark.class, "three", 2),
                        METH_NOARGS), 0, 0));
        Python.start().exec("class Bare:\n    getX = bare_get_x\nbare_object = Bare()");
        return Objects.requireNonNull(Python.start().main().get("bare_object"));
    }

    /** A PyMethodDef for a function of C. */
    static long bareDefinition(long stub, int flags) {
        long definition = Memory.allocateForEver(4L * Long.BYTES);
        Memory.putLong(definition, Memory.textForEver("bare"));
        Memory.putLong(definition + Long.BYTES, stub);
        Memory.putInt(definition + 2 * Long.BYTES, flags);
        return definition;
    }
}
