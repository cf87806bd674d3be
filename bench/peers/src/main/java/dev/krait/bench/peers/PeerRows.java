package dev.krait.bench.peers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The rows that a peer can do, under the names they have for us. NumPy is none of them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("UnnecessaryLambda") // what is measured
public abstract class PeerRows {
    private static final int TIMES = 100_000;
    private static final int THROWS = 20_000;
    private static final int SHORT_TEXTS = 16;
    private final Peer peer;
    private final Object foo;
    private final Object add;
    private final Object w4;
    private final Object ident;
    private final Object boom;
    private final Object code;
    private final Function<Object, Object> function = x -> (Integer) x + 1;
    private final IntUnaryOperator operator = x -> x + 1;
    private final Function<Object, Object> thrower = _ -> {
        throw new IllegalArgumentException("x");
    };
    private final Point point = new Point();
    private final String[] shortTexts = new String[SHORT_TEXTS];
    private @Nullable Object numbers;
    private @Nullable Object entries;
    private int counter;

    /** Large values, made for the rows that need them. */
    @State(Scope.Thread)
    public static class Large {
        /** How many elements; 0 for that of each row. */
        @Param("0")
        public int size;
        private final List<Integer> list = new ArrayList<>();
        private final Map<String, Double> map = new HashMap<>();
        private String ascii = "";
        private String cjk = "";

        /** Fills all. */
        @Setup
        public void fill() {
            int elements = size == 0 ? 1_000_000 : size;
            int pairs = size == 0 ? 100_000 : size;
            int chars = size == 0 ? 1 << 20 : size;
            IntStream.range(0, elements).forEach(list::add);
            IntStream.range(0, pairs).forEach(i -> map.put("key" + i, i * 0.5));
            StringBuilder narrow = new StringBuilder();
            StringBuilder wide = new StringBuilder();
            for (int i = 0; i < chars; i++) {
                narrow.append((char) ('a' + i % 16));
                wide.append((char) (0x4e00 + i % 20000));
            }
            ascii = narrow.toString();
            cjk = wide.toString();
        }
    }

    /** What Python reads. */
    public static final class Point {
        /** A field. */
        public int x = 3;

        /** A method. */
        public int getX() {
            return x;
        }
    }

    PeerRows(Peer peer) {
        this.peer = peer;
        peer.exec(source());
        foo = peer.function("foo");
        add = peer.function("add");
        w4 = peer.function("w4");
        ident = peer.function("ident");
        boom = peer.function("boom");
        code = peer.compile("1+1");
        for (int i = 0; i < SHORT_TEXTS; i++) {
            shortTexts[i] = String.format(Locale.ROOT, "%020d", 1234567L * i);
        }
    }

    @Benchmark
    public Object w1() {
        return peer.call(foo);
    }

    @Benchmark
    public Object w1n() {
        return peer.callByName("foo");
    }

    @Benchmark
    public Object w1e() {
        return peer.eval("foo()");
    }

    @Benchmark
    public Object w2() {
        counter = counter == 99999 ? 0 : counter + 1;
        return peer.call(add, counter, 7);
    }

    @Benchmark
    public Object w3() {
        return peer.eval("1+1");
    }

    @Benchmark
    public Object w3p() {
        return peer.run(code);
    }

    @Benchmark
    @OperationsPerInvocation(TIMES)
    public Object w4() {
        return peer.call(w4, function, TIMES);
    }

    @Benchmark
    @OperationsPerInvocation(TIMES)
    public Object w4i() {
        return peer.call(w4, operator, TIMES);
    }

    @Benchmark
    public Object w5a(Large large) {
        return peer.call(peer.function("tolist"), large.list);
    }

    @Benchmark
    public Object w5as(Large large) {
        return peer.call(peer.function("sumiter"), large.list);
    }

    @Benchmark
    public List<?> w5b(Large large) {
        if (numbers == null) {
            numbers = peer.callRaw(peer.function("numbers"), large.list.size());
        }
        return peer.toList(numbers);
    }

    @Benchmark
    public Object w6a(Large large) {
        return peer.call(peer.function("todict"), large.map);
    }

    @Benchmark
    public Map<?, ?> w6b(Large large) {
        if (entries == null) {
            entries = peer.callRaw(peer.function("entries"), large.map.size());
        }
        return peer.toMap(entries);
    }

    @Benchmark
    public Object w7a() {
        counter = (counter + 1) % SHORT_TEXTS;
        return peer.call(ident, shortTexts[counter]);
    }

    @Benchmark
    public Object w7b(Large large) {
        return peer.call(ident, large.ascii);
    }

    @Benchmark
    public Object w7c(Large large) {
        return peer.call(ident, large.cjk);
    }

    @Benchmark
    @OperationsPerInvocation(TIMES)
    public Object w9a() {
        return peer.call(peer.function("getx"), point, TIMES);
    }

    @Benchmark
    @OperationsPerInvocation(TIMES)
    public Object w9b() {
        return peer.call(peer.function("fieldx"), point, TIMES);
    }

    @Benchmark
    public Object w9c(Large large) {
        return peer.call(peer.function("sumiter"), large.list);
    }

    @Benchmark
    public RuntimeException w12a() {
        try {
            throw new AssertionError(peer.call(boom));
        } catch (RuntimeException caught) {
            return caught;
        }
    }

    @Benchmark
    @OperationsPerInvocation(THROWS)
    public Object w12b() {
        return peer.call(peer.function("catcher"), thrower, THROWS);
    }

    private static String source() {
        try (InputStream stream = PeerRows.class
                .getResourceAsStream("/dev/krait/bench/workloads.py")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
