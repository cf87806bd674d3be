package dev.krait.array;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.commons.lang3.StringUtils;

/** Arrays as NumPy prints them: rows in brackets, lines of 75 characters, long axes cut in the middle. */
final class ArrayText {
    private static final int SHOWN_WHOLE = 1000;
    private static final int EDGE = 3;
    private static final int WIDTH = 75;
    private static final long GAP = -1;
    private final NDArray array;
    private final boolean cut;
    private final Iterator<String> cells;

    private ArrayText(NDArray array, boolean cut, Iterator<String> cells) {
        this.array = array;
        this.cut = cut;
        this.cells = cells;
    }

    static String of(NDArray array) {
        if (array.rank() == 0) {
            return CellText.single(array.get(), array.dtype());
        }
        if (array.size() == 0) {
            return "[]";
        }
        boolean cut = array.size() > SHOWN_WHOLE;
        List<Object> elements = new ArrayList<>();
        collect(array, cut, elements);
        List<String> cells = CellText.all(elements, array.dtype());
        return new ArrayText(array, cut, cells.iterator()).rows(0, " ", WIDTH);
    }

    private static void collect(NDArray array, boolean cut, List<Object> elements) {
        if (array.rank() == 0) {
            elements.add(array.get());
            return;
        }
        for (long i : shown(array.length(0), cut)) {
            if (i != GAP) {
                collect(array.at(i), cut, elements);
            }
        }
    }

    /** Axes from one on, each line but the first behind an indent. */
    private String rows(int axis, String indent, int width) {
        int left = array.rank() - axis;
        StringBuilder text = left == 1 ? line(indent, width) : new StringBuilder();
        if (left > 1) {
            String between = "\n".repeat(left - 1);
            for (long i : shown(array.length(axis), cut)) {
                text.append(text.isEmpty() ? "" : between).append(indent)
                        .append(i == GAP ? "..." : rows(axis + 1, indent + " ", width - 1));
            }
        }
        return "[" + text.substring(indent.length()) + "]";
    }

    /** The elements of the last axis, on as many lines as it takes. */
    private StringBuilder line(String indent, int width) {
        StringBuilder text = new StringBuilder();
        StringBuilder line = new StringBuilder(indent);
        for (long i : shown(array.length(array.rank() - 1), cut)) {
            String word = i == GAP ? "..." : cells.next();
            if (line.length() + word.length() > width - 1 && line.length() > indent.length()) {
                text.append(StringUtils.stripEnd(line.toString(), " ")).append('\n');
                line = new StringBuilder(indent);
            }
            line.append(word).append(' ');
        }
        return text.append(line, 0, line.length() - 1);
    }

    /** The indexes to show. */
    private static long[] shown(long length, boolean cut) {
        return cut && length > 2 * EDGE
                ? new long[]{0, 1, 2, GAP, length - 3, length - 2, length - 1}
                : LongStream.range(0, length).toArray();
    }
}
