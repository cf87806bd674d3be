package dev.krait.bench;

import java.util.Arrays;

/**
 * What rounds of one benchmark took.
 *
 * @param cpu median of CPU time, in nanoseconds for each operation; for rows of threads calls a second
 * @param leastCpu minimum
 * @param wall median of wall time
 * @param leastWall minimum
 */
record Figures(double cpu, double leastCpu, double wall, double leastWall) {
    static Figures of(double[] cpu, double[] wall, long operations) {
        return new Figures(median(cpu) / operations, least(cpu) / operations,
                median(wall) / operations, least(wall) / operations);
    }

    /** One number for all. */
    static Figures of(double single) {
        return new Figures(single, single, single, single);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double least(double[] values) {
        return Arrays.stream(values).min().orElseThrow();
    }
}
