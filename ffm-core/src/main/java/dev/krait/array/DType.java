package dev.krait.array;

import java.nio.ByteOrder;
import java.util.Locale;

/**
 * What the elements of an array are, as NumPy says it: {@code <f8}, {@code |b1}, {@code <M8[ns]}.
 *
 * @param kind what the bytes mean
 * @param bytes how many bytes an element has
 * @param order byte order of elements of more than one byte
 * @param unit the unit of dates and time spans, {@code ns}; empty for others
 */
public record DType(Kind kind, int bytes, ByteOrder order, String unit) {
    /** Truth values of one byte. */
    public static final DType BOOL = of(Kind.BOOL, 1);
    /** Signed, 8 bits. */
    public static final DType INT8 = of(Kind.INT, 1);
    /** Signed, 16 bits. */
    public static final DType INT16 = of(Kind.INT, 2);
    /** Signed, 32 bits. */
    public static final DType INT32 = of(Kind.INT, 4);
    /** Signed, 64 bits. */
    public static final DType INT64 = of(Kind.INT, 8);
    /** Unsigned, 8 bits. */
    public static final DType UINT8 = of(Kind.UINT, 1);
    /** Unsigned, 16 bits. */
    public static final DType UINT16 = of(Kind.UINT, 2);
    /** Unsigned, 32 bits. */
    public static final DType UINT32 = of(Kind.UINT, 4);
    /** Unsigned, 64 bits. */
    public static final DType UINT64 = of(Kind.UINT, 8);
    /** Half precision. */
    public static final DType FLOAT16 = of(Kind.FLOAT, 2);
    /** Single precision. */
    public static final DType FLOAT32 = of(Kind.FLOAT, 4);
    /** Double precision. */
    public static final DType FLOAT64 = of(Kind.FLOAT, 8);
    /** Two floats. */
    public static final DType COMPLEX64 = of(Kind.COMPLEX, 8);
    /** Two doubles. */
    public static final DType COMPLEX128 = of(Kind.COMPLEX, 16);

    /** What the bytes of an element mean. */
    public enum Kind {
        /** 0 or 1. */
        BOOL('b'),
        /** Two's complement. */
        INT('i'),
        /** Unsigned. */
        UINT('u'),
        /** IEEE 754. */
        FLOAT('f'),
        /** Real part, then imaginary part. */
        COMPLEX('c'),
        /** 64 bits since 1970 in a unit; the least is not-a-time. */
        DATETIME('M'),
        /** 64 bits of a unit. */
        TIMEDELTA('m'),
        /** Bytes, filled up with zeros. */
        BYTES('S'),
        /** UTF-32, filled up with zeros. */
        TEXT('U'),
        /** Anything else: structs, for instance. */
        RAW('V');

        private final char code;

        Kind(char code) {
            this.code = code;
        }
    }

    /** A type in the machine's byte order. */
    public static DType of(Kind kind, int bytes) {
        return new DType(kind, bytes, ByteOrder.nativeOrder(), "");
    }

    /** NumPy's {@code datetime64[unit]}: {@code D}, {@code s}, {@code ms}, {@code us}, {@code ns} and so on. */
    public static DType datetime64(String unit) {
        return new DType(Kind.DATETIME, Long.BYTES, ByteOrder.nativeOrder(), unit);
    }

    /** NumPy's {@code timedelta64[unit]}. */
    public static DType timedelta64(String unit) {
        return new DType(Kind.TIMEDELTA, Long.BYTES, ByteOrder.nativeOrder(), unit);
    }

    /**
     * A type by NumPy's code: {@code <f8}, {@code |b1}, {@code >i4}, {@code <M8[ns]}, {@code <U5}.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static DType parse(String code) {
        int bracket = code.indexOf('[');
        String plain = bracket < 0 ? code : code.substring(0, bracket);
        String unit = bracket < 0 ? "" : code.substring(bracket + 1, code.length() - 1);
        for (Kind kind : Kind.values()) {
            if (plain.length() > 2 && plain.charAt(1) == kind.code) {
                int count = Integer.parseInt(plain.substring(2));
                return new DType(kind, kind == Kind.TEXT ? Integer.BYTES * count : count,
                        plain.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : order(plain.charAt(0)),
                        unit);
            }
        }
        throw new IllegalArgumentException("code: '" + code + "' is no element type; '<f8' is one");
    }

    /** NumPy's code for it. */
    public String code() {
        boolean single = bytes == 1 || kind == Kind.BYTES || kind == Kind.RAW;
        char sign = single ? '|' : order == ByteOrder.BIG_ENDIAN ? '>' : '<';
        int count = kind == Kind.TEXT ? bytes / Integer.BYTES : bytes;
        return String.valueOf(sign) + kind.code + count + (unit.isEmpty() ? "" : "[" + unit + "]");
    }

    /** NumPy's name: {@code float64}. */
    public String name() {
        return switch (kind) {
            case BOOL -> "bool";
            case DATETIME, TIMEDELTA -> kind.name().toLowerCase(Locale.ROOT) + "64[" + unit + "]";
            case INT, UINT, FLOAT, COMPLEX ->
                kind.name().toLowerCase(Locale.ROOT) + bytes * Byte.SIZE;
            case BYTES, TEXT, RAW -> code();
        };
    }

    /** Whether the elements are whole numbers. */
    boolean isWhole() {
        return kind == Kind.INT || kind == Kind.UINT;
    }

    @Override
    public String toString() {
        return name();
    }

    private static ByteOrder order(char sign) {
        return sign == '<' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.nativeOrder();
    }
}
