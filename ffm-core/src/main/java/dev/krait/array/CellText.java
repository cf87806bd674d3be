package dev.krait.array;

import java.util.List;
import org.apache.commons.lang3.StringUtils;

/** The elements of an array as NumPy prints them, padded to one width. */
final class CellText {
    private static final int BOOL_WIDTH = 5;
    private static final int NAT_WIDTH = 5;

    private CellText() {}

    /** An element by itself. */
    static String single(Object element, DType type) {
        return switch (type.kind()) {
            case FLOAT -> RealText.single(number(element, type));
            case COMPLEX -> {
                double[] parts = (double[]) element;
                String imaginary = RealText.single(parts[1]);
                yield "(" + RealText.without(".0", RealText.single(parts[0]))
                        + (imaginary.startsWith("-") ? "" : "+") + RealText.without(".0", imaginary)
                        + "j)";
            }
            case TEXT -> (String) element;
            case STRUCT -> all(List.of(element), type).getFirst();
            case DATETIME -> StringUtils.strip(MomentText.of((Long) element, type), "'");
            default -> whole(element, type);
        };
    }

    /** All elements, one after the other. */
    static List<String> all(List<Object> elements, DType type) {
        return switch (type.kind()) {
            case FLOAT -> {
                List<Number> numbers = elements.stream().map(each -> number(each, type)).toList();
                RealText form = RealText.of(numbers, type.bytes(), false);
                yield numbers.stream().map(form::text).toList();
            }
            case COMPLEX ->
                complex(elements.stream().map(each -> (double[]) each).toList(), type.bytes() / 2);
            case BOOL -> elements.stream()
                    .map(each -> StringUtils.leftPad(whole(each, type), BOOL_WIDTH)).toList();
            case STRUCT -> Structs.texts(elements, type);
            case TEXT, BYTES, RAW -> elements.stream().map(each -> whole(each, type)).toList();
            default -> padded(elements.stream().map(each -> whole(each, type)).toList());
        };
    }

    private static Number number(Object element, DType type) {
        return type.bytes() == Short.BYTES ? RealText.half((Float) element) : (Number) element;
    }

    private static List<String> complex(List<double[]> elements, int bytes) {
        RealText real = RealText.of(elements.stream().map(each -> part(each[0], bytes)).toList(),
                bytes, false);
        RealText imaginary = RealText
                .of(elements.stream().map(each -> part(each[1], bytes)).toList(), bytes, true);
        return elements.stream().map(each -> {
            String second = imaginary.text(part(each[1], bytes));
            String plain = StringUtils.stripEnd(second, " ");
            return real.text(part(each[0], bytes)) + plain + "j" + second.substring(plain.length());
        }).toList();
    }

    /** A float that was widened has digits of its own. */
    private static Number part(double part, int bytes) {
        return bytes == Float.BYTES ? (Number) (float) part : part;
    }

    private static List<String> padded(List<String> texts) {
        int longest = texts.stream().mapToInt(String::length).max().orElse(0);
        int width = texts.contains("'NaT'") ? Math.max(longest, NAT_WIDTH) : longest;
        return texts.stream().map(text -> StringUtils.leftPad(text, width)).toList();
    }

    private static String whole(Object element, DType type) {
        return switch (element) {
            case Boolean truth -> truth ? "True" : "False";
            case String text -> quoted(text);
            case byte[] bytes -> bytes(bytes, type);
            case Long amount when type.kind() == DType.Kind.DATETIME -> MomentText.of(amount, type);
            case Long amount when type.kind() == DType.Kind.TIMEDELTA ->
                amount == Moments.NOT_A_TIME ? "'NaT'" : amount.toString();
            default -> element.toString();
        };
    }

    private static String quoted(String text) {
        String quote = text.contains("'") && !text.contains("\"") ? "\"" : "'";
        return quote + text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")
                .replace("\t", "\\t").replace(quote, "\\" + quote) + quote;
    }

    /** NumPy leaves the zeros at the end of bytes out. */
    private static String bytes(byte[] bytes, DType type) {
        int end = bytes.length;
        while (type.kind() == DType.Kind.BYTES && end > 0 && bytes[end - 1] == 0) {
            end--;
        }
        StringBuilder text = new StringBuilder("b'");
        for (int i = 0; i < end; i++) {
            char each = (char) (bytes[i] & 0xff);
            boolean plain = type.kind() == DType.Kind.BYTES && each >= ' ' && each < 0x7f;
            if (each == '\'' || each == '\\') {
                text.append('\\').append(each);
            } else {
                text.append(plain ? String.valueOf(each) : "\\x%02x".formatted((int) each));
            }
        }
        return text.append('\'').toString();
    }
}
