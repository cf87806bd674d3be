package dev.krait.tck.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.krait.PyObject;
import dev.krait.Python;
import dev.krait.TypeRef;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A hundred thousand values of each type, the same in every run, go to Python and come back unchanged. */
class RoundTripTest {
    private static final int VALUES = 100_000;
    private static final int DEEPEST = 50;
    private final Python python = Python.start();
    private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
    private final PyObject same = python.eval("lambda x: x");
    private final PyObject copied = python.eval("lambda x: list(x)");

    /** Each value by itself, and all of them in one list through the bulk paths. */
    private <T> void roundTrip(Class<T> type, IntFunction<T> values, IntFunction<Object> bits) {
        List<T> all = IntStream.range(0, VALUES).mapToObj(values).toList();
        for (T value : all) {
            assertEquals(value, same.callAs(type, value));
        }
        List<?> back = Objects.requireNonNull(copied.call(all).as(List.class));
        assertEquals(VALUES, back.size());
        int index = 0;
        for (Object each : back) {
            T value = all.get(index++);
            if (!value.equals(type.cast(each instanceof Integer narrow && type == Long.class
                    ? (Object) (long) narrow
                    : each))) {
                assertEquals(value, each, () -> bits.apply(0) + " at " + all.indexOf(value));
            }
        }
    }

    @Test
    void integersAroundEveryWidth() {
        roundTrip(Long.class, i -> {
            long edge = 1L << random.nextInt(64);
            long near = edge + random.nextInt(-3, 4);
            return random.nextBoolean() ? near : -near;
        }, i -> "a long");
    }

    @Test
    void integersOfAnySize() {
        for (int i = 0; i < VALUES; i++) {
            BigInteger value = BigInteger.ONE
                    .shiftLeft(random.nextInt(i % 1000 == 0 ? 20_000 : 200))
                    .add(BigInteger.valueOf(random.nextInt(-3, 4)));
            BigInteger signed = random.nextBoolean() ? value : value.negate();
            assertEquals(signed, same.callAs(BigInteger.class, signed));
        }
    }

    @Test
    void doublesBitByBit() {
        PyObject list = copied;
        double[] all = new double[VALUES];
        for (int i = 0; i < VALUES; i++) {
            // every tenth a NaN with a payload; signalling ones a processor may make quiet
            long bits = i % 10 == 0 ? random.nextLong() | 0x7ff8000000000000L : random.nextLong();
            all[i] = Double.longBitsToDouble(isSignalling(bits) ? bits | 1L << 51 : bits);
            double back = Objects.requireNonNull(same.callAs(double.class, all[i]));
            assertEquals(Double.doubleToRawLongBits(all[i]), Double.doubleToRawLongBits(back));
        }
        double[] back = Objects.requireNonNull(list.callAs(double[].class, all));
        for (int i = 0; i < VALUES; i++) {
            assertEquals(Double.doubleToRawLongBits(all[i]), Double.doubleToRawLongBits(back[i]));
        }
    }

    private static boolean isSignalling(long bits) {
        return Double.isNaN(Double.longBitsToDouble(bits)) && (bits & 1L << 51) == 0;
    }

    @Test
    void stringsOfEveryPlaneWithLoneSurrogates() {
        roundTrip(String.class, i -> {
            StringBuilder text = new StringBuilder();
            int kind = random.nextInt(5);
            for (int length = random.nextInt(12); length > 0; length--) {
                switch (kind) {
                    case 0 -> text.append((char) random.nextInt(128));
                    case 1 -> text.append((char) random.nextInt(256));
                    case 2 -> text.append((char) random.nextInt(65536));
                    case 3 -> text.append((char) random.nextInt(0xd800, 0xe000));
                    default -> text.appendCodePoint(random.nextInt(0x110000));
                }
            }
            return text.toString();
        }, i -> "a text");
    }

    @Test
    void bytesOfAnyLength() {
        for (int i = 0; i < VALUES; i++) {
            byte[] value = new byte[random.nextInt(20)];
            random.nextBytes(value);
            byte[] back = Objects.requireNonNull(same.callAs(byte[].class, (Object) value));
            org.junit.jupiter.api.Assertions.assertArrayEquals(value, back);
        }
    }

    @Test
    void containersInContainersToDepthFifty() {
        PyObject native_ = python.eval("__import__('krait').py");
        int values = 0;
        for (int depth = 0; values < VALUES; depth = (depth + 1) % (DEEPEST + 1)) {
            int[] count = {0};
            @Nullable
            Object value = container(depth, count);
            values += count[0];
            @Nullable
            Object there = native_.call(value).toJava();
            assertEquals(value, there);
            assertEquals(Objects.hashCode(value), Objects.hashCode(there));
            @Nullable
            Object back = native_.call(there).toJava();
            assertEquals(there, back);
        }
    }

    /** A container with one that goes as deep as asked, and leaves beside it. */
    private @Nullable Object container(int depth, int[] count) {
        if (depth == 0) {
            count[0]++;
            return leaf();
        }
        Supplier<@Nullable Object> inner = () -> container(depth - 1, count);
        if (random.nextBoolean()) {
            List<@Nullable Object> list = new ArrayList<>(Collections.nCopies(3, leaf()));
            list.add(inner.get());
            count[0] += 3;
            return list;
        }
        Map<@Nullable Object, @Nullable Object> map = new HashMap<>();
        map.put("deeper", inner.get());
        map.put(random.nextInt(), leaf());
        map.put(null, leaf());
        count[0] += 3;
        return map;
    }

    private @Nullable Object leaf() {
        return switch (random.nextInt(6)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextInt();
            case 3 -> random.nextDouble();
            case 4 -> BigInteger.ONE.shiftLeft(80).add(BigInteger.valueOf(random.nextInt(100)));
            default -> "text " + random.nextInt(1000);
        };
    }

    @Test
    void typedViewsGiveWhatTheyWereMadeOf() {
        List<Double> reals = random.doubles(VALUES).boxed().toList();
        List<Double> back = Objects
                .requireNonNull(copied.call(reals).as(new TypeRef<List<Double>>() {
                }));
        assertEquals(reals, back);
        Map<String, Long> longs = new HashMap<>();
        random.longs(VALUES).forEach(each -> longs.put("key " + each, each));
        PyObject dict = python.eval("dict").call(longs);
        assertEquals(longs, dict.as(new TypeRef<Map<String, Long>>() {
        }));
    }
}
