package dev.krait.bench;

import dev.krait.Python;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures the rows one after the other and prints each as soon as it is known: C, bare downcalls, ours and the peers
 * close together, as machines drift.
 */
public final class Report {
    private final Options options;
    private final @Nullable CProgram c;
    private final JmhRuns runs;
    private final JmhRuns fewer;
    private final List<Line> lines = new ArrayList<>();

    private Report(Options options, @Nullable CProgram c) {
        this.options = options;
        this.c = c;
        runs = new JmhRuns(options.warmUps(), options.rounds());
        fewer = new JmhRuns(options.warmUps(), Math.max(1, options.rounds() / 2));
    }

    /** Options and a regular expression for ids; {@code bench/run --help} names them. */
    public static void main(String[] args)
            throws IOException, InterruptedException, RunnerException {
        Options options = Options.of(args);
        new Report(options, CProgram.build(options.rounds()).orElse(null)).run();
    }

    private void run() throws IOException, InterruptedException, RunnerException {
        MarkdownTable table = new MarkdownTable(options.peers());
        System.out.println(title() + "\n\n" + table.head());
        for (Row row : Rows.ALL) {
            if (options.wants(row)) {
                Line line = measure(row);
                if (line == null) { // W8 without NumPy; else JMH's own main class shows why
                    System.err.println(row.id() + ": " + row.ours() + " did not run");
                } else {
                    lines.add(line);
                    System.out.println(table.line(line));
                }
            }
        }
        Path plot = Path.of("bench/target/bench.svg");
        Files.writeString(plot, Plot.svg(lines, options.peers(), title()));
        System.out.println("\nplot: " + plot);
    }

    private @Nullable Line measure(Row row)
            throws IOException, InterruptedException, RunnerException {
        long size = options.size();
        long operations = size != 0 && row.elements() > 1 ? size : row.elements();
        Figures limit = c == null || row.c() == null ? null : c.measure(row.c(), size);
        Figures floor = row.floor() == null ? null : fewer.measure(row.floor(), size, operations);
        Figures ours = runs.measure(row.ours(), size, operations);
        Map<String, Figures> peers = new LinkedHashMap<>();
        for (String peer : options.peers()) {
            Figures its = fewer.measure("peers." + peer + "." + method(row), size, operations);
            if (its != null) {
                peers.put(peer, its);
            }
        }
        return ours == null ? null : new Line(row, limit, floor, ours, peers);
    }

    private static String method(Row row) {
        return row.ours().substring(row.ours().indexOf('.') + 1);
    }

    private static String title() {
        return "CPython " + Python.start().version() + ", Java " + Runtime.version() + ", "
                + Runtime.getRuntime().availableProcessors() + " cores, "
                + LocalDate.now(ZoneOffset.UTC);
    }
}
