package dev.krait.array;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.lang3.StringUtils;

/** Arrays as NumPy prints them: rows in brackets, columns aligned, long axes cut in the middle. */
final class ArrayText {
    private static final int SHOWN_WHOLE = 1000;
    private static final int EDGE = 3;

    private ArrayText() {}

    static String of(NDArray array) {
        if (array.rank() == 0) {
            return text(array.get());
        }
        boolean cut = array.size() > SHOWN_WHOLE;
        List<String> cells = new ArrayList<>();
        collect(array, cut, cells);
        int width = cells.stream().mapToInt(String::length).max().orElse(0);
        StringBuilder text = new StringBuilder();
        append(text, array, cut, width, 1);
        return text.toString();
    }

    private static void collect(NDArray array, boolean cut, List<String> cells) {
        if (array.rank() == 0) {
            cells.add(text(array.get()));
            return;
        }
        for (long i : shown(array.length(0), cut)) {
            if (i >= 0) {
                collect(array.at(i), cut, cells);
            }
        }
    }

    private static void append(StringBuilder text, NDArray array, boolean cut, int width,
            int depth) {
        if (array.rank() == 0) {
            text.append(StringUtils.leftPad(text(array.get()), width));
            return;
        }
        text.append('[');
        boolean first = true;
        for (long i : shown(array.length(0), cut)) {
            if (!first) {
                text.append(array.rank() == 1
                        ? " "
                        : "\n".repeat(array.rank() - 1) + " ".repeat(depth));
            }
            first = false;
            if (i < 0) {
                text.append("...");
            } else {
                append(text, array.at(i), cut, width, depth + 1);
            }
        }
        text.append(']');
    }

    /** The indexes to show; -1 for the gap. */
    private static long[] shown(long length, boolean cut) {
        if (!cut || length <= 2 * EDGE) {
            long[] all = new long[Math.toIntExact(length)];
            Arrays.setAll(all, i -> i);
            return all;
        }
        return new long[]{0, 1, 2, -1, length - 3, length - 2, length - 1};
    }

    private static String text(Object element) {
        return switch (element) {
            case Boolean truth -> truth ? "True" : "False";
            case Float _,Double _ -> real(((Number) element).toString());
            case double[] parts -> real(Double.toString(parts[0])) + (parts[1] < 0 ? "" : "+")
                    + real(Double.toString(parts[1])) + "j";
            case String text -> "'" + text + "'";
            case byte[] bytes -> Arrays.toString(bytes);
            default -> element.toString();
        };
    }

    private static String real(String text) {
        String plain = text.endsWith(".0") ? text.substring(0, text.length() - 1) : text;
        return plain.equals("NaN") ? "nan" : plain.replace("Infinity", "inf");
    }
}
