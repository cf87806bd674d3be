package dev.krait.array;

import dev.krait.array.DType.Kind;
import java.nio.ByteOrder;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.lang3.SystemUtils;
import org.jspecify.annotations.Nullable;

/** The formats of the buffer protocol (module struct, PEP 3118) and element types. */
final class Format {
    private static final Pattern NAMES = Pattern.compile(":[^:]*:");
    private static final Pattern COUNT = Pattern.compile("^[0-9]+(?=[sw]$)");

    /** How many bytes C's {@code long} has here. */
    static final int LONG = SystemUtils.IS_OS_WINDOWS ? Integer.BYTES : Long.BYTES;

    private Format() {}

    /**
     * The element type of a format; {@link Kind#RAW} for one of several parts, null for Python objects and long
     * doubles, alone or as parts.
     */
    static @Nullable DType parse(@Nullable String format, long itemSize) {
        int size = Math.toIntExact(itemSize);
        String text = format == null ? "B" : format;
        Kind kind = text.length() == 1 ? kind(text) : Kind.RAW;
        return kind == Kind.RAW
                ? parse(text, size)
                : new DType(kind, size, ByteOrder.nativeOrder(), "", List.of());
    }

    private static @Nullable DType parse(String text, int size) {
        String withoutNames = NAMES.matcher(text).replaceAll("");
        if (withoutNames.contains("O") || withoutNames.contains("g")) {
            return null;
        }
        boolean ordered = !text.isEmpty() && "@=<>!^".indexOf(text.charAt(0)) >= 0;
        boolean big = ordered && (text.charAt(0) == '>' || text.charAt(0) == '!');
        String code = COUNT.matcher(text.substring(ordered ? 1 : 0)).replaceFirst("");
        ByteOrder order = big
                ? ByteOrder.BIG_ENDIAN
                : ordered && text.charAt(0) == '<'
                        ? ByteOrder.LITTLE_ENDIAN
                        : ByteOrder.nativeOrder();
        Kind kind = kind(code);
        List<DType.Field> fields = kind == Kind.RAW ? StructFormat.parse(text, size) : List.of();
        return fields.isEmpty()
                ? new DType(kind, size, order, "", List.of())
                : DType.struct(fields, size);
    }

    static Kind kind(String code) {
        return switch (code) {
            case "?" -> Kind.BOOL;
            case "b", "h", "i", "l", "q", "n" -> Kind.INT;
            case "B", "H", "I", "L", "Q", "N" -> Kind.UINT;
            case "e", "f", "d" -> Kind.FLOAT;
            case "Zf", "Zd" -> Kind.COMPLEX;
            case "s", "c" -> Kind.BYTES;
            case "w" -> Kind.TEXT;
            default -> Kind.RAW;
        };
    }

    /** The format of an element type; dates as the whole numbers they are made of. */
    static String of(DType type) {
        String code = switch (type.kind()) {
            case BOOL -> "?";
            case INT -> whole(type.bytes());
            case UINT -> whole(type.bytes()).toUpperCase(java.util.Locale.ROOT);
            case FLOAT -> type.bytes() == 2 ? "e" : type.bytes() == Float.BYTES ? "f" : "d";
            case COMPLEX -> type.bytes() == Double.BYTES ? "Zf" : "Zd";
            case DATETIME, TIMEDELTA -> "q";
            case TEXT -> type.bytes() / Integer.BYTES + "w";
            case BYTES -> type.bytes() + "s";
            case RAW -> type.bytes() + "x";
            case STRUCT -> StructFormat.of(type);
        };
        // without a sign: memoryview reads elements of native formats only
        return type.order() == ByteOrder.nativeOrder() || type.bytes() == 1
                ? code
                : (type.order() == ByteOrder.BIG_ENDIAN ? ">" : "<") + code;
    }

    private static String whole(int bytes) {
        return switch (bytes) {
            case Byte.BYTES -> "b";
            case Short.BYTES -> "h";
            case Integer.BYTES -> "i";
            default -> "q";
        };
    }
}
