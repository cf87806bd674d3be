package dev.krait.array;

import dev.krait.array.DType.Field;
import dev.krait.array.DType.Kind;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Formats of several parts (PEP 3118): {@code T{i:a:=d:b:}}.
 *
 * <p>NumPy writes padding out, but for that at the end; ctypes, which begins with a byte order, leaves it to the rules
 * of C.
 */
final class StructFormat {
    private static final Pattern PART = Pattern.compile(
            "(?<order>[@=<>!^]?)(\\((?<shape>[0-9, ]+)\\))?(?<sign>[@=<>!^]?)(?<count>[0-9]*)(?<code>T\\{|Z[fd]|[?cbBhHiIlLqQnNefdswx])");
    private static final Pattern NAME = Pattern.compile(":([^:]*):");
    private final String text;
    private final boolean aligned;
    private int at;
    private char sign = '@';

    private StructFormat(String text, boolean aligned) {
        this.text = text;
        this.aligned = aligned;
    }

    /** The fields of elements of a size; none when the format cannot be understood. */
    static List<Field> parse(String format, int size) {
        if (!format.startsWith("T{")) {
            return List.of();
        }
        Struct plain = new StructFormat(format, false).whole();
        if (plain == null || plain.size == size) {
            return plain == null ? List.of() : plain.fields;
        }
        boolean ordered = format.startsWith("T{<") || format.startsWith("T{>");
        Struct padded = ordered ? new StructFormat(format, true).whole() : null;
        if (padded != null && padded.size == size) {
            return padded.fields;
        }
        return plain.size < size ? plain.fields : List.of();
    }

    private @Nullable Struct whole() {
        at = 2;
        Struct struct = struct();
        return at == text.length() ? struct : null;
    }

    /** The format of elements with fields, in the order of their places. */
    static String of(DType type) {
        StringBuilder text = new StringBuilder("T{");
        long end = 0;
        for (Field field : type.fields()) {
            pad(text, field.offset() - end);
            if (!field.shape().isEmpty()) {
                text.append(field.shape().toString().replace('[', '(').replace(']', ')')
                        .replace(" ", ""));
            }
            DType part = field.dtype();
            String code = part.fields().isEmpty() ? Format.of(part) : of(part);
            boolean signed = !part.fields().isEmpty() || code.charAt(0) == '>'
                    || code.charAt(0) == '<';
            text.append(signed ? "" : part.order() == ByteOrder.BIG_ENDIAN ? ">" : "<").append(code)
                    .append(':').append(field.name()).append(':');
            end = field.offset() + field.bytes();
        }
        pad(text, type.bytes() - end);
        return text.append('}').toString();
    }

    private static void pad(StringBuilder text, long bytes) {
        if (bytes > 0) {
            text.append(bytes).append('x');
        }
    }

    private record Struct(List<Field> fields, int size, int alignment) {}

    /** Up to the brace behind it; null when it cannot be understood. */
    private @Nullable Struct struct() {
        List<Field> fields = new ArrayList<>();
        int size = 0;
        int widest = 1;
        Matcher part = PART.matcher(text);
        while (at < text.length() && text.charAt(at) != '}') {
            if (!part.find(at) || part.start() != at) {
                return null;
            }
            at = part.end();
            sign(part.group("order"));
            sign(part.group("sign"));
            List<Long> shape = shape(part.group("shape"));
            int count = part.group("count").isEmpty() ? 1 : Integer.parseInt(part.group("count"));
            Struct inner = part.group("code").equals("T{") ? struct() : null;
            DType type = inner == null
                    ? type(part.group("code"), count)
                    : DType.struct(inner.fields, inner.size);
            int alignment = !aligned ? 1 : inner == null ? alignment(type) : inner.alignment;
            widest = Math.max(widest, alignment);
            Matcher name = NAME.matcher(text);
            if (!name.find(at) || name.start() != at) {
                size += type.bytes(); // padding
                continue;
            }
            at = name.end();
            size = up(size, alignment);
            Field field = new Field(name.group(1), type, size, shape);
            fields.add(field);
            size += Math.toIntExact(field.bytes());
        }
        at++;
        return new Struct(List.copyOf(fields), up(size, widest), widest);
    }

    private void sign(String given) {
        if (!given.isEmpty()) {
            sign = given.charAt(0);
        }
    }

    private static List<Long> shape(@Nullable String lengths) {
        List<Long> shape = new ArrayList<>();
        for (String length : lengths == null ? new String[0] : lengths.split(",", -1)) {
            shape.add(Long.parseLong(length.strip()));
        }
        return List.copyOf(shape);
    }

    private DType type(String code, int count) {
        ByteOrder order = sign == '>' || sign == '!'
                ? ByteOrder.BIG_ENDIAN
                : sign == '<' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.nativeOrder();
        Kind kind = Format.kind(code);
        int bytes = switch (code) {
            case "h", "H", "e" -> Short.BYTES;
            case "i", "I", "f" -> Integer.BYTES;
            case "l", "L" -> sign == '@' || sign == '^' ? Format.LONG : Integer.BYTES;
            case "q", "Q", "n", "N", "d", "Zf" -> Long.BYTES;
            case "Zd" -> 2 * Double.BYTES;
            case "w" -> Integer.BYTES * count;
            case "s", "x" -> count;
            default -> 1;
        };
        return new DType(kind, bytes, order, "", List.of());
    }

    private static int alignment(DType type) {
        return switch (type.kind()) {
            case BYTES, RAW -> 1;
            case TEXT -> Integer.BYTES;
            case COMPLEX -> type.bytes() / 2;
            default -> type.bytes();
        };
    }

    private static int up(int size, int alignment) {
        return Math.ceilDiv(size, alignment) * alignment;
    }
}
