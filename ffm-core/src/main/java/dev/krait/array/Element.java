package dev.krait.array;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;

/** One element in memory, read and written by its type. */
final class Element {
    private static final BigInteger UNSIGNED = BigInteger.ONE.shiftLeft(Long.SIZE);

    private Element() {}

    /** A whole number: of INT, UINT, BOOL, DATETIME and TIMEDELTA; the bits of UINT64. */
    static long getLong(MemorySegment memory, long at, DType type) {
        boolean signed = type.kind() != DType.Kind.UINT && type.kind() != DType.Kind.BOOL;
        ByteOrder order = type.order();
        return switch (type.bytes()) {
            case 1 -> signed
                    ? memory.get(ValueLayout.JAVA_BYTE, at)
                    : Byte.toUnsignedLong(memory.get(ValueLayout.JAVA_BYTE, at));
            case 2 -> {
                short bits = memory.get(ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(order), at);
                yield signed ? bits : Short.toUnsignedLong(bits);
            }
            case 4 -> {
                int bits = memory.get(ValueLayout.JAVA_INT_UNALIGNED.withOrder(order), at);
                yield signed ? bits : Integer.toUnsignedLong(bits);
            }
            default -> memory.get(ValueLayout.JAVA_LONG_UNALIGNED.withOrder(order), at);
        };
    }

    /** A float of 2, 4 or 8 bytes. */
    static double getReal(MemorySegment memory, long at, int bytes, ByteOrder order) {
        return switch (bytes) {
            case 2 -> Float.float16ToFloat(
                    memory.get(ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(order), at));
            case 4 -> memory.get(ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(order), at);
            default -> memory.get(ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(order), at);
        };
    }

    static void setLong(MemorySegment memory, long at, DType type, long value) {
        ByteOrder order = type.order();
        switch (type.bytes()) {
            case 1 -> memory.set(ValueLayout.JAVA_BYTE, at, (byte) value);
            case 2 ->
                memory.set(ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(order), at, (short) value);
            case 4 -> memory.set(ValueLayout.JAVA_INT_UNALIGNED.withOrder(order), at, (int) value);
            default -> memory.set(ValueLayout.JAVA_LONG_UNALIGNED.withOrder(order), at, value);
        }
    }

    static void setReal(MemorySegment memory, long at, int bytes, ByteOrder order, double value) {
        switch (bytes) {
            case 2 -> memory.set(ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(order), at,
                    Float.floatToFloat16((float) value));
            case 4 ->
                memory.set(ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(order), at, (float) value);
            default -> memory.set(ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(order), at, value);
        }
    }

    /** As an object: see {@link NDArray#get}. */
    static Object get(MemorySegment memory, long at, DType type) {
        return switch (type.kind()) {
            case BOOL -> getLong(memory, at, type) != 0;
            case INT -> whole(getLong(memory, at, type), type.bytes());
            case UINT -> unsigned(getLong(memory, at, type), type.bytes());
            case FLOAT -> real(getReal(memory, at, type.bytes(), type.order()), type.bytes());
            case COMPLEX -> new double[]{part(memory, at, type, 0), part(memory, at, type, 1)};
            case DATETIME, TIMEDELTA -> getLong(memory, at, type);
            case STRUCT -> Structs.get(memory, at, type);
            case BYTES, RAW -> memory.asSlice(at, type.bytes()).toArray(ValueLayout.JAVA_BYTE);
            case TEXT ->
                text(memory.asSlice(at, type.bytes()).toArray(ValueLayout.JAVA_BYTE), type.order());
        };
    }

    /** The real (0) or imaginary (1) part of a complex element. */
    static double part(MemorySegment memory, long at, DType type, int index) {
        int half = type.bytes() / 2;
        return getReal(memory, at + (long) index * half, half, type.order());
    }

    static Number unsigned(long bits, int bytes) {
        if (bytes == Long.BYTES) {
            return bits >= 0 ? bits : BigInteger.valueOf(bits).add(UNSIGNED);
        }
        return bytes == Integer.BYTES ? bits : (Number) (int) bits;
    }

    private static Number whole(long value, int bytes) {
        return bytes == Long.BYTES ? (Number) value : (Number) (int) value;
    }

    private static Number real(double value, int bytes) {
        return bytes == Double.BYTES ? value : (Number) (float) value;
    }

    private static String text(byte[] bytes, ByteOrder order) {
        // not by a Charset, which has no lone surrogates
        IntBuffer points = ByteBuffer.wrap(bytes).order(order).asIntBuffer();
        int end = points.limit();
        while (end > 0 && points.get(end - 1) == 0) {
            end--;
        }
        int[] used = new int[end];
        points.get(used);
        return new String(used, 0, end);
    }
}
