package dev.krait.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The rows as a Markdown table: medians, the least in brackets. */
final class MarkdownTable {
    private final List<String> peers;

    MarkdownTable(List<String> peers) {
        this.peers = peers;
    }

    String head() {
        List<String> cells = new ArrayList<>(List.of("id", "work", "C", "bare downcalls", "Krait",
                "wall time", "Krait to C", "least to least", "target", ""));
        cells.addAll(peers);
        return line(cells) + "\n" + "|---".repeat(cells.size()) + "|";
    }

    String line(Line measured) {
        Row row = measured.row();
        List<String> cells = new ArrayList<>(List.of(row.id(), row.work(), cell(row, measured.c()),
                cell(row, measured.floor()), cell(row, measured.ours()),
                row.unit().text(measured.ours().wall()), ratio(measured.ratio()),
                ratio(measured.ratioOfLeast()), target(row), measured.verdict()));
        peers.forEach(peer -> cells.add(cell(row, measured.peers().get(peer))));
        return line(cells);
    }

    private static String ratio(double ratio) {
        return Double.isNaN(ratio) ? "" : String.format(Locale.ROOT, "%.2f", ratio);
    }

    private static String target(Row row) {
        return row.target().nanos() > 0
                ? row.unit().text(row.target().nanos())
                : String.format(Locale.ROOT, "%s %.2f C",
                        row.unit() == Row.Unit.CALLS_A_SECOND ? "≥" : "≤", row.target().ratio());
    }

    private static String cell(Row row, @Nullable Figures figures) {
        return figures == null
                ? ""
                : row.unit().text(row.figure(figures)) + " (" + row.unit().text(row.least(figures))
                        + ")";
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
