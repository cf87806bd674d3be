package dev.krait.bench;

import dev.krait.PyObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** W6a, W6b: dicts both ways, {@code size} entries of str and float an operation. */
public class DictsBenchmark extends Measured {
    private final PyObject todict = Workload.function("todict");
    private final Map<String, Double> map = new HashMap<>();
    /** How many entries. */
    @Param("100000")
    public int size;
    private PyObject dict = todict;

    /** Fills both. */
    @Setup
    public void fill() {
        for (int i = 0; i < size; i++) {
            map.put("key" + i, i * 0.5);
        }
        dict = Workload.function("entries").call(size);
    }

    /** {@code dict(x)} of a HashMap. */
    @Benchmark
    public @Nullable Integer w6a() {
        return todict.callAs(Integer.class, map);
    }

    /** A HashMap made of a Python dict. */
    @Benchmark
    public Map<?, ?> w6b() {
        Map<?, ?> view = Objects.requireNonNull(dict.as(Map.class));
        return new HashMap<>(view);
    }
}
