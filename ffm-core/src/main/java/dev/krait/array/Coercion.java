package dev.krait.array;

import java.lang.foreign.MemorySegment;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.lang3.builder.EqualsBuilder;
import org.apache.commons.lang3.builder.HashCodeBuilder;

/** Elements read as another kind of number, and values written as elements, with checks. */
final class Coercion {
    private Coercion() {}

    static double getDouble(MemorySegment memory, long at, DType type) {
        return switch (type.kind()) {
            case FLOAT -> Element.getReal(memory, at, type.bytes(), type.order());
            case INT -> Element.getLong(memory, at, type);
            case UINT, BOOL ->
                Element.unsigned(Element.getLong(memory, at, type), type.bytes()).doubleValue();
            default ->
                throw new IllegalArgumentException("an element of " + type + " is no real number");
        };
    }

    static long getLong(MemorySegment memory, long at, DType type) {
        return switch (type.kind()) {
            case INT, UINT, BOOL, DATETIME, TIMEDELTA -> Element.getLong(memory, at, type);
            default ->
                throw new IllegalArgumentException("an element of " + type + " is no whole number");
        };
    }

    static void set(MemorySegment memory, long at, DType type, Object value) {
        switch (type.kind()) {
            case BOOL ->
                Element.setLong(memory, at, type, cast(value, Boolean.class, type) ? 1 : 0);
            case INT, UINT -> Element.setLong(memory, at, type, whole(value, type));
            case DATETIME, TIMEDELTA -> {
                Long time = Moments.write(value, type);
                Element.setLong(memory, at, type,
                        time == null ? cast(value, Long.class, type) : time);
            }
            case FLOAT -> setReal(memory, at, type, cast(value, Number.class, type));
            case COMPLEX -> setComplex(memory, at, type, value);
            case TEXT -> setText(memory, at, type, cast(value, String.class, type));
            case STRUCT -> {
                if (value instanceof byte[] bytes) {
                    setBytes(memory, at, type, bytes);
                } else {
                    Structs.set(memory, at, type, value);
                }
            }
            case BYTES, RAW -> setBytes(memory, at, type, cast(value, byte[].class, type));
        }
    }

    private static long whole(Object value, DType type) {
        BigInteger number = switch (value) {
            case BigInteger big -> big;
            case Byte _,Short _,Integer _,Long _ ->
                BigInteger.valueOf(((Number) value).longValue());
            case Character unit -> BigInteger.valueOf(unit);
            case Float _,Double _ when isWhole(((Number) value).doubleValue()) ->
                new BigDecimal(((Number) value).doubleValue()).toBigInteger();
            default -> throw unfit(value, type);
        };
        int bits = type.bytes() * Byte.SIZE;
        boolean fits = type.kind() == DType.Kind.INT
                ? number.bitLength() < bits
                : number.signum() >= 0 && number.bitLength() <= bits;
        if (!fits) {
            throw unfit(value, type);
        }
        return number.longValue();
    }

    static void setReal(MemorySegment memory, long at, DType type, Number value) {
        double real = value.doubleValue();
        Element.setReal(memory, at, type.bytes(), type.order(), real);
        boolean wasFinite = Double.isFinite(real)
                || (value instanceof BigInteger || value instanceof BigDecimal);
        if (wasFinite
                && Double.isInfinite(Element.getReal(memory, at, type.bytes(), type.order()))) {
            throw unfit(value, type);
        }
    }

    private static boolean isWhole(double value) {
        return value == Math.rint(value) && !Double.isInfinite(value);
    }

    private static void setComplex(MemorySegment memory, long at, DType type, Object value) {
        double[] parts = value instanceof double[] both && both.length == 2
                ? both
                : new double[]{real(value, type), 0};
        int half = type.bytes() / 2;
        Element.setReal(memory, at, half, type.order(), parts[0]);
        Element.setReal(memory, at + half, half, type.order(), parts[1]);
    }

    private static double real(Object value, DType type) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException(unfit(value, type).getMessage()
                + ": a number, or the real and the imaginary part as a double[], does");
    }

    private static void setText(MemorySegment memory, long at, DType type, String text) {
        int[] points = text.codePoints().toArray();
        if (points.length * Integer.BYTES > type.bytes()) {
            throw unfit("'" + text + "'", type);
        }
        ByteBuffer bytes = ByteBuffer.allocate(points.length * Integer.BYTES).order(type.order());
        bytes.asIntBuffer().put(points);
        setBytes(memory, at, type, bytes.array());
    }

    private static void setBytes(MemorySegment memory, long at, DType type, byte[] bytes) {
        if (bytes.length > type.bytes()) {
            throw new IllegalArgumentException(
                    "value: " + bytes.length + " bytes do not fit " + type);
        }
        MemorySegment element = memory.asSlice(at, type.bytes());
        element.fill((byte) 0);
        element.copyFrom(MemorySegment.ofArray(bytes));
    }

    private static <T> T cast(Object value, Class<T> wanted, DType type) {
        if (!wanted.isInstance(value)) {
            throw unfit(value, type);
        }
        return wanted.cast(value);
    }

    static IllegalArgumentException unfit(Object value, DType type) {
        return new IllegalArgumentException("value: " + value + " does not fit " + type);
    }

    /** Whether two elements are equal as Python sees them: 1, 1.0 and True are. */
    static boolean equal(Object a, Object b) {
        if (a instanceof byte[] bytes) {
            return b instanceof byte[] others && Arrays.equals(bytes, others);
        }
        if (a instanceof Map<?, ?> fields) {
            return b instanceof Map<?, ?> others && fields.keySet().equals(others.keySet())
                    && fields.keySet().stream()
                            .allMatch(name -> equal(Objects.requireNonNull(fields.get(name)),
                                    Objects.requireNonNull(others.get(name))));
        }
        if (a instanceof double[] parts) {
            return b instanceof double[] others && parts[0] == others[0] && parts[1] == others[1];
        }
        if (a.getClass().isArray() && b.getClass().isArray()) {
            return new EqualsBuilder().append(a, b).isEquals();
        }
        if (a instanceof String || b instanceof String) {
            return a.equals(b);
        }
        Object left = number(a);
        Object right = number(b);
        if (!(left instanceof Double) && !(right instanceof Double)) {
            return left.equals(right);
        }
        return left instanceof Number x && right instanceof Number y
                && x.doubleValue() == y.doubleValue();
    }

    static int hash(Object element) {
        return switch (element) {
            case byte[] bytes -> Arrays.hashCode(bytes);
            case double[] parts -> Arrays.hashCode(parts);
            case String text -> text.hashCode();
            case Map<?, ?> fields ->
                fields.values().stream().mapToInt(each -> hash(Objects.requireNonNull(each))).sum();
            case Object array when array.getClass().isArray() ->
                new HashCodeBuilder().append(array).toHashCode();
            default -> Double.hashCode(
                    number(element) instanceof Number number ? number.doubleValue() + 0.0 : 0);
        };
    }

    private static Object number(Object element) {
        return switch (element) {
            case Boolean truth -> BigInteger.valueOf(truth ? 1 : 0);
            case BigInteger big -> big;
            case Byte _,Short _,Integer _,Long _ ->
                BigInteger.valueOf(((Number) element).longValue());
            case Number real -> real.doubleValue();
            default -> element;
        };
    }
}
