package dev.krait.bench;

import dev.krait.Python;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks and prints a row for each workload: the floor of the same run, ours, and the ratio. */
public final class Report {
    private static final List<Row> ROWS = List.of(new Row("W1", "foo() by handle", "w1Floor", "w1"),
            new Row("W1n", "invokeFunction(\"foo\")", "w1Floor", "w1n"),
            new Row("W2", "add(i, 7), boxed numbers", "w2Floor", "w2"),
            new Row("W3", "eval(\"1+1\"), seen before", "w3Floor", "w3"),
            new Row("W3p", "the same from a CompiledScript", "w3pFloor", "w3p"),
            new Row("W4", "callback of a Function", "w4Floor", "w4"),
            new Row("W4i", "callback of an IntUnaryOperator", "w4Floor", "w4i"));

    private record Row(String id, String work, String floor, String ours) {}

    private Report() {}

    /** Takes an optional regular expression for the benchmarks to run. */
    public static void main(String[] args) throws RunnerException {
        Options options = new OptionsBuilder().include(args.length > 0 ? args[0] : "Benchmark")
                .forks(1).warmupIterations(4).warmupTime(TimeValue.milliseconds(750))
                .measurementIterations(11).measurementTime(TimeValue.milliseconds(300)).build();
        print(new Runner(options).run());
    }

    private static void print(Collection<RunResult> results) {
        Map<String, Double> scores = new HashMap<>();
        for (RunResult result : results) {
            String name = result.getParams().getBenchmark();
            scores.put(name.substring(name.lastIndexOf('.') + 1),
                    result.getPrimaryResult().getStatistics().getPercentile(50));
        }
        System.out.printf(
                "%nCPython %s, Java %s; nanoseconds per operation, median of 11 rounds%n%n",
                Python.start().version(), Runtime.version());
        System.out.println("| id | work | bare downcalls | Krait | ratio |\n|---|---|---|---|---|");
        for (Row row : ROWS) {
            Double floor = scores.get(row.floor);
            Double ours = scores.get(row.ours);
            if (floor != null && ours != null) {
                System.out.printf("| %s | %s | %.0f | %.0f | %.2f |%n", row.id, row.work, floor,
                        ours, ours / floor);
            }
        }
    }
}
