package dev.krait.array;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the elements of an array are, as NumPy says it: {@code <f8}, {@code |b1}, {@code <M8[ns]}.
 *
 * @param kind what the bytes mean
 * @param bytes how many bytes an element has
 * @param order byte order of elements of more than one byte
 * @param unit the unit of dates and time spans, {@code ns}; empty for others
 * @param fields the named parts of a struct, by their places; empty for others
 */
public record DType(Kind kind, int bytes, ByteOrder order, String unit, List<Field> fields) {
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

    private static final List<DType> NAMED = List.of(BOOL, INT8, INT16, INT32, INT64, UINT8, UINT16,
            UINT32, UINT64, FLOAT16, FLOAT32, FLOAT64, COMPLEX64, COMPLEX128);
    private static final Pattern CODE = Pattern.compile(
            "(?<order>[<>=|]?)(?<kind>[biufcMmSUV])(?<count>[0-9]{1,8})(\\[(?<unit>[0-9]*[a-zA-Z]+)\\])?");
    private static final Pattern TIME = Pattern
            .compile("(?:datetime|timedelta)64\\[([0-9]*[a-zA-Z]+)\\]");

    /**
     * A named part of the elements of a structured array.
     *
     * @param name how it is called
     * @param dtype what it is, or what its elements are
     * @param offset its place in the element, in bytes
     * @param shape the lengths of its axes when it is an array; else empty
     */
    public record Field(String name, DType dtype, long offset, List<Long> shape) {
        /** A part of one value, at a place. */
        public Field(String name, DType dtype, long offset) {
            this(name, dtype, offset, List.of());
        }

        long[] lengths() {
            return shape.stream().mapToLong(Long::longValue).toArray();
        }

        /** How many bytes it has. */
        public long bytes() {
            return Math.multiplyExact(Layouts.count(lengths()), (long) dtype.bytes());
        }
    }

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
        /** Anything else. */
        RAW('V'),
        /** Named parts: {@link DType#fields}. */
        STRUCT('V');

        private final char code;

        Kind(char code) {
            this.code = code;
        }

        private static Kind of(char code) {
            return Arrays.stream(values()).filter(kind -> kind.code == code).findFirst()
                    .orElseThrow();
        }

        /** Whether there are elements of so many bytes; of so many characters for text. */
        private boolean has(int count) {
            return switch (this) {
                case BOOL -> count == 1;
                case INT, UINT -> count == 1 || count == 2 || count == 4 || count == 8;
                case FLOAT -> count == 2 || count == 4 || count == 8;
                case COMPLEX -> count == 8 || count == 16;
                case DATETIME, TIMEDELTA -> count == 8;
                case BYTES, TEXT, RAW, STRUCT -> true;
            };
        }
    }

    /** A type in the machine's byte order. */
    public static DType of(Kind kind, int bytes) {
        return new DType(kind, bytes, ByteOrder.nativeOrder(), "", List.of());
    }

    /** NumPy's {@code datetime64[unit]}: {@code D}, {@code s}, {@code ms}, {@code us}, {@code ns} and so on. */
    public static DType datetime64(String unit) {
        return new DType(Kind.DATETIME, Long.BYTES, ByteOrder.nativeOrder(), unit, List.of());
    }

    /** NumPy's {@code timedelta64[unit]}. */
    public static DType timedelta64(String unit) {
        return new DType(Kind.TIMEDELTA, Long.BYTES, ByteOrder.nativeOrder(), unit, List.of());
    }

    /**
     * A struct whose fields lie one after the other without gaps, as they do in {@code numpy.dtype([('a', 'i4'), ('b',
     * 'f8')])}.
     */
    public static DType struct(SequencedMap<String, DType> fields) {
        List<Field> placed = new ArrayList<>();
        int end = 0;
        for (Map.Entry<String, DType> each : fields.entrySet()) {
            placed.add(new Field(each.getKey(), each.getValue(), end));
            end = Math.addExact(end, each.getValue().bytes());
        }
        return struct(placed, end);
    }

    /**
     * A struct of fields, given by their places, in elements of a size.
     *
     * @throws IllegalArgumentException when fields overlap, have the same name, or do not fit
     */
    public static DType struct(List<Field> fields, int bytes) {
        long end = 0;
        Set<String> names = new HashSet<>();
        for (Field each : fields) {
            if (each.offset() < end || each.offset() + each.bytes() > bytes) {
                throw new IllegalArgumentException("fields: '" + each.name() + "' at "
                        + each.offset() + " overlaps what is before it, or the end");
            }
            if (!names.add(each.name())) {
                throw new IllegalArgumentException("fields: '" + each.name() + "' is there twice");
            }
            end = each.offset() + each.bytes();
        }
        return new DType(Kind.STRUCT, bytes, ByteOrder.nativeOrder(), "", List.copyOf(fields));
    }

    /**
     * A field of a struct.
     *
     * @throws IllegalArgumentException when it has none of this name; the message lists those it has
     */
    public Field field(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException(fields.isEmpty()
                ? "name: there is no field '" + name + "'; " + this + " has no fields"
                : "name: there is no field '" + name + "'; there are "
                        + fields.stream().map(Field::name).collect(Collectors.joining(", "))));
    }

    Optional<Field> find(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /**
     * A type by NumPy's code or name: {@code <f8}, {@code |b1}, {@code >i4}, {@code <M8[ns]}, {@code <U5}, {@code
     * float64}, {@code datetime64[s]}.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static DType parse(String code) {
        Matcher parts = CODE.matcher(code);
        if (parts.matches()) {
            Kind kind = Kind.of(parts.group("kind").charAt(0));
            int count = Integer.parseInt(parts.group("count"));
            String unit = Objects.requireNonNullElse(parts.group("unit"), "");
            if (kind.has(count)) {
                return new DType(kind, kind == Kind.TEXT ? Integer.BYTES * count : count,
                        order(parts.group("order")), unit, List.of());
            }
        }
        return NAMED.stream().filter(type -> type.name().equals(code)).findFirst().orElseGet(() -> {
            Matcher time = TIME.matcher(code);
            if (!time.matches()) {
                throw new IllegalArgumentException(
                        "code: '" + code + "' is no element type; '<f8' and 'float64' are");
            }
            return code.startsWith("d") ? datetime64(time.group(1)) : timedelta64(time.group(1));
        });
    }

    /** NumPy's code for it. */
    public String code() {
        boolean single = bytes == 1 || kind == Kind.BYTES || kind.code == 'V';
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
            case STRUCT ->
                fields.stream().map(DType::text).collect(Collectors.joining(", ", "[", "]"));
            case BYTES, TEXT, RAW -> code();
        };
    }

    /** Whether the elements are whole numbers. */
    boolean isWhole() {
        return kind == Kind.INT || kind == Kind.UINT;
    }

    private static String text(Field field) {
        String code = field.dtype.kind == Kind.BOOL ? "?" : field.dtype.code().replace("|", "");
        String type = field.dtype.fields.isEmpty() ? "'" + code + "'" : field.dtype.name();
        String shape = field.shape.isEmpty()
                ? ""
                : ", " + field.shape.toString().replace('[', '(').replace("]",
                        field.shape.size() == 1 ? ",)" : ")");
        return "('" + field.name + "', " + type + shape + ")";
    }

    @Override
    public String toString() {
        return name();
    }

    private static ByteOrder order(String sign) {
        return switch (sign) {
            case ">" -> ByteOrder.BIG_ENDIAN;
            case "<" -> ByteOrder.LITTLE_ENDIAN;
            default -> ByteOrder.nativeOrder();
        };
    }
}
