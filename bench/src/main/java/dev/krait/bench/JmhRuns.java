package dev.krait.bench;

import java.util.Collection;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs one JMH benchmark in a JVM of its own. */
final class JmhRuns {
    private static final String PACKAGE = "dev.krait.bench.";
    private static final int WARM_UP_ROUND_MILLIS = 250;
    private static final int ROUND_MILLIS = 250;
    private final int warmUps;
    private final int rounds;

    JmhRuns(int warmUps, int rounds) {
        this.warmUps = warmUps;
        this.rounds = rounds;
    }

    /**
     * Its figures for each operation; null when it failed, or there is none of this name.
     *
     * @param name group and method, {@code Calls.w1}
     * @param size the number of elements; 0 for that of the benchmark
     * @param operations how many of the row's operations are one of the benchmark's
     */
    @Nullable
    Figures measure(String name, long size, long operations) throws RunnerException {
        int dot = name.lastIndexOf('.');
        String method = PACKAGE + name.substring(0, dot) + "Benchmark" + name.substring(dot);
        boolean isStart = name.startsWith("Startup.");
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + Pattern.quote(method) + "$").forks(1).addProfiler(CpuTime.class)
                .verbosity(VerboseMode.SILENT)
                .jvmArgsAppend("-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow") // JMH 1.37 uses it
                .warmupIterations(isStart ? 1 : warmUps)
                .warmupTime(TimeValue.milliseconds(WARM_UP_ROUND_MILLIS))
                .measurementIterations(rounds)
                .measurementTime(TimeValue.milliseconds(ROUND_MILLIS));
        if (size != 0) {
            options.param("size", Long.toString(size));
        }
        try {
            Collection<RunResult> results = new Runner(options.build()).run();
            return results.isEmpty() ? null : figures(results.iterator().next(), operations);
        } catch (NoBenchmarksException none) {
            return null;
        }
    }

    private static Figures figures(RunResult run, long operations) {
        BenchmarkParams params = run.getParams();
        Collection<IterationResult> rounds = run.getBenchmarkResults().iterator().next()
                .getIterationResults();
        double[] wall = rounds.stream().mapToDouble(each -> each.getPrimaryResult().getScore())
                .toArray();
        double[] cpu = params.getMode() == Mode.AverageTime
                ? rounds.stream().mapToDouble(JmhRuns::cpu).toArray()
                : wall;
        return Figures.of(cpu, wall, operations);
    }

    private static double cpu(IterationResult round) {
        Result<?> cpu = round.getSecondaryResults().get(CpuTime.LABEL);
        return cpu == null ? round.getPrimaryResult().getScore() : cpu.getScore();
    }
}
