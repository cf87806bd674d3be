package dev.krait.bench;

import static dev.krait.bench.Row.Target.nanos;
import static dev.krait.bench.Row.Target.ofC;
import static dev.krait.bench.Row.Unit.CALLS_A_SECOND;
import static dev.krait.bench.Row.Unit.EACH_NANOS;
import static dev.krait.bench.Row.Unit.MILLIS;
import static dev.krait.bench.Row.Unit.NANOS;
import static dev.krait.bench.Row.Unit.PROCESS;

import java.util.List;

/** All rows, in the order of the table. */
final class Rows {
    static final List<Row> ALL = List.of(
            new Row("W1", "`foo()` by handle, a String comes back", NANOS, "W1rel", "Calls.w1Floor",
                    "Calls.w1", ofC(1.7)),
            new Row("W1n", "`invokeFunction(\"foo\")`", NANOS, "W1rel", "Calls.w1Floor",
                    "Calls.w1n", ofC(2.3)),
            new Row("W1h", "W1 with 1e6 objects alive each way", NANOS, "W1rel", null,
                    "Crowded.w1Handles", ofC(1.87)),
            new Row("W1k", "W1n with 1,000 engines alive", NANOS, "W1rel", null,
                    "Crowded.w1Engines", ofC(2.53)),
            new Row("W1e", "`eval(\"foo()\")`, text seen before", NANOS, "W1e", null, "Eval.w1e",
                    ofC(0.15)),
            new Row("W2", "`add(i, 7)`, boxed numbers", NANOS, "W2rel", "Calls.w2Floor", "Calls.w2",
                    ofC(2.2)),
            new Row("W3", "`eval(\"1+1\")`, text seen before", NANOS, "W3", "Eval.w3Floor",
                    "Eval.w3", ofC(0.15)),
            new Row("W3p", "the same from a CompiledScript", NANOS, "W3p", "Eval.w3pFloor",
                    "Eval.w3p", nanos(300)),
            new Row("W4", "callback of a `Function<Object, Object>`", NANOS, "W4gil",
                    "Callbacks.w4Floor", "Callbacks.w4", ofC(3)),
            new Row("W4i", "callback of an `IntUnaryOperator`", NANOS, "W4gil", "Callbacks.w4Floor",
                    "Callbacks.w4i", ofC(2.3)),
            new Row("W5a", "ArrayList of 1e6 to list, each element", EACH_NANOS, "W5a",
                    "Collections.w5aFloor", "Collections.w5a", ofC(2)),
            new Row("W5as", "the same iterated by Python, each element", EACH_NANOS, "W5as", null,
                    "Collections.w5as", ofC(2)),
            new Row("W5b", "list of 1e6 to ArrayList, each element", EACH_NANOS, "W5b",
                    "Collections.w5bFloor", "Collections.w5b", nanos(25)),
            new Row("W6a", "HashMap of 1e5 to dict, each entry", EACH_NANOS, "W6a", null,
                    "Dicts.w6a", ofC(2)),
            new Row("W6b", "dict of 1e5 to HashMap, each entry", EACH_NANOS, "W6b", null,
                    "Dicts.w6b", nanos(100)),
            new Row("W7a", "20 ASCII characters there and back", NANOS, "W7a", "Strings.w7aFloor",
                    "Strings.w7a", ofC(4)),
            new Row("W7b", "1 MiB of ASCII there and back", NANOS, "W7b", "Strings.w7bFloor",
                    "Strings.w7b", ofC(2.5)),
            new Row("W7c", "1 Mi CJK characters there and back", NANOS, "W7c", null, "Strings.w7c",
                    ofC(2.5)),
            new Row("W8a", "double[1e7] to NumPy, summed there", MILLIS, "W8a", null, "Arrays.w8a",
                    ofC(1.05)),
            new Row("W8b", "ndarray of 1e7 to double[]", MILLIS, "W8b", null, "Arrays.w8b",
                    ofC(1.3)),
            new Row("W8z", "1e7 doubles off heap, summed where they lie", MILLIS, "W8z", null,
                    "Arrays.w8z", ofC(1)),
            new Row("W8zb", "ndarray to a view, one element read", NANOS, "W8zb", null,
                    "Arrays.w8zb", nanos(1500)),
            new Row("W9a", "`o.getX()` of a Java object", NANOS, "W9a", "Objects.w9aFloor",
                    "Objects.w9a", ofC(5)),
            new Row("W9h", "W9a with 1e6 objects alive each way", NANOS, "W9a", null,
                    "Crowded.w9Handles", ofC(5.5)),
            new Row("W9b", "`o.x` of a Java object", NANOS, "W9b", null, "Objects.w9b", ofC(3)),
            new Row("W9c", "`for v in` an ArrayList, each element", EACH_NANOS, "W9c", null,
                    "Objects.w9c", ofC(2.5)),
            new Row("W10", "a whole process with `eval(\"1+1\")`", PROCESS, "W10",
                    "Startup.w10Floor", "Startup.w10", nanos(250e6)),
            new Row("W10a", "the same with an AOT cache", PROCESS, "W10", "Startup.w10Floor",
                    "Startup.w10Aot", nanos(150e6)),
            new Row("W10c", "the first one on a machine", PROCESS, "W10", "Startup.w10Floor",
                    "Startup.w10Cold", nanos(10e9)),
            new Row("W11", "W1 on four threads", CALLS_A_SECOND, "W11x4", "Threads.w11Floor",
                    "Threads.w11", ofC(0.6)),
            new Row("W11v", "W1 on four virtual threads", CALLS_A_SECOND, "W11x4",
                    "Threads.w11Floor", "Threads.w11v", ofC(0.6)),
            new Row("W11one", "W1 on one thread", CALLS_A_SECOND, "W11x1", null, "Threads.w11One",
                    ofC(0.6)),
            new Row("W12a", "ValueError to a Java catch", NANOS, "W12a", null, "Exceptions.w12a",
                    nanos(3000)),
            new Row("W12b", "Java throw to a Python except", NANOS, "W12b", null, "Exceptions.w12b",
                    nanos(2500)));

    private Rows() {}
}
