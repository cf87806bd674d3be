package dev.krait.bench;

import dev.krait.PyObject;
import dev.krait.capi.Layout;
import dev.krait.capi.ListApi;
import dev.krait.capi.LongApi;
import dev.krait.capi.Memory;
import dev.krait.capi.RefApi;
import dev.krait.capi.ThreadApi;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** W5a, W5as, W5b: lists both ways, {@code size} numbers an operation. */
public class CollectionsBenchmark extends Measured {
    private static final long OVERFLOW = Arena.global().allocate(Long.BYTES).address();
    private final PyObject tolist = Workload.function("tolist");
    private final PyObject sumiter = Workload.function("sumiter");
    /** How many elements. */
    @Param("1000000")
    public int size;
    private List<Integer> list = List.of();
    private PyObject numbers = tolist;
    private long numbersPointer;
    private long state;

    /** Fills both lists. */
    @Setup
    public void fill() {
        list = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        numbers = Workload.function("numbers").call(size);
        numbersPointer = Workload.address(numbers);
        state = ThreadApi.getThisThreadState();
    }

    /** A list filled by a downcall for each number. */
    @Benchmark
    public long w5aFloor() {
        ThreadApi.restoreThread(state);
        long made = ListApi.newList(size);
        long items = Memory.getLong(made + Layout.LIST_ITEMS);
        for (int i = 0; i < size; i++) {
            Memory.putLong(items + (long) i * Long.BYTES, LongApi.fromLongLong(list.get(i)));
        }
        RefApi.decRef(made);
        ThreadApi.saveThread();
        return made;
    }

    /** {@code list(x)} of an ArrayList. */
    @Benchmark
    public @Nullable Integer w5a() {
        return tolist.callAs(Integer.class, list);
    }

    /** An ArrayList in a for loop of Python. */
    @Benchmark
    public @Nullable Long w5as() {
        return sumiter.callAs(Long.class, list);
    }

    /** An ArrayList filled by a downcall for each number. */
    @Benchmark
    public List<Integer> w5bFloor() {
        List<Integer> made = new ArrayList<>(size);
        ThreadApi.restoreThread(state);
        long items = Memory.getLong(numbersPointer + Layout.LIST_ITEMS);
        for (int i = 0; i < size; i++) {
            made.add((int) LongApi.asLongLongAndOverflow(
                    Memory.getLong(items + (long) i * Long.BYTES), OVERFLOW));
        }
        ThreadApi.saveThread();
        return made;
    }

    /** An ArrayList made of a Python list. */
    @Benchmark
    public List<?> w5b() {
        List<?> view = Objects.requireNonNull(numbers.as(List.class));
        return new ArrayList<>(view);
    }
}
