package dev.krait.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The rows as bars on a logarithmic scale: how many times longer than C. */
final class Plot {
    private static final int LEFT = 60;
    private static final int DECADE = 110;
    private static final int BAR = 9;
    private static final double LEAST = 0.1;
    private static final int DECADES = 5;
    private static final String[] COLOURS = {"#2a6f97", "#bc6c25", "#6a994e", "#8d5a97"};

    private Plot() {}

    static String svg(List<Line> lines, List<String> peers, String title) {
        List<Line> shown = lines.stream().filter(each -> !Double.isNaN(each.ratio())).toList();
        int rowHeight = BAR * (1 + peers.size()) + 8;
        int height = 60 + shown.size() * rowHeight;
        StringBuilder svg = new StringBuilder(String.format(Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
                        + " font-family=\"sans-serif\" font-size=\"11\">%n<rect width=\"100%%\""
                        + " height=\"100%%\" fill=\"white\"/>%n<text x=\"%d\" y=\"16\">%s</text>%n",
                LEFT + DECADES * DECADE + 60, height, LEFT, title));
        legend(svg, peers);
        scale(svg, height);
        int y = 50;
        for (Line line : shown) {
            svg.append(String.format(Locale.ROOT, "<text x=\"8\" y=\"%d\">%s</text>%n", y + BAR,
                    line.row().id()));
            bars(svg, line, peers, y);
            y += rowHeight;
        }
        return svg.append("</svg>\n").toString();
    }

    private static void bars(StringBuilder svg, Line line, List<String> peers, int top) {
        bar(svg, ratio(line, line.ours()), top, COLOURS[0]);
        for (int i = 0; i < peers.size(); i++) {
            Map<String, Figures> measured = line.peers();
            Figures peer = measured.get(peers.get(i));
            if (peer != null) {
                bar(svg, ratio(line, peer), top + BAR * (i + 1), COLOURS[i + 1]);
            }
        }
    }

    /** More is always slower, for calls a second too. */
    private static double ratio(Line line, Figures figures) {
        double c = line.row().figure(java.util.Objects.requireNonNull(line.c()));
        double other = line.row().figure(figures);
        return line.row().unit() == Row.Unit.CALLS_A_SECOND ? c / other : other / c;
    }

    private static void bar(StringBuilder svg, double ratio, int top, String colour) {
        svg.append(String.format(Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%n", LEFT, top,
                Math.max(1, x(ratio) - LEFT), BAR - 1, colour));
    }

    private static double x(double ratio) {
        return LEFT + DECADE * Math.min(DECADES, Math.log10(ratio / LEAST));
    }

    private static void legend(StringBuilder svg, List<String> peers) {
        for (int i = 0; i <= peers.size(); i++) {
            svg.append(String.format(Locale.ROOT, "<text x=\"%d\" y=\"32\" fill=\"%s\">%s</text>%n",
                    LEFT + 80 * i, COLOURS[i], i == 0 ? "Krait" : peers.get(i - 1)));
        }
    }

    private static void scale(StringBuilder svg, int height) {
        for (int i = 0; i <= DECADES; i++) {
            double ratio = LEAST * Math.pow(10, i);
            svg.append(String.format(Locale.ROOT,
                    "<line x1=\"%1$.0f\" x2=\"%1$.0f\" y1=\"46\" y2=\"%2$d\" stroke=\"%3$s\"/>"
                            + "<text x=\"%1$.0f\" y=\"44\" text-anchor=\"middle\""
                            + " fill=\"#777\">%4$s</text>%n",
                    x(ratio), height - 8, i == 1 ? "#444" : "#ddd",
                    i == 0 ? "0.1" : String.format(Locale.ROOT, "%.0f", ratio)));
        }
    }
}
