package dev.krait.bench;

import org.jspecify.annotations.Nullable;

/**
 * One row of the table.
 *
 * @param id that of the workload
 * @param work what one operation does
 * @param unit what one operation is
 * @param c the row of the C program that is the limit; null where C has none
 * @param floor the benchmark of the same work by bare downcalls; null where that makes no sense
 * @param ours our benchmark
 * @param target what we want to stay under
 */
record Row(String id, String work, Unit unit, @Nullable String c, @Nullable String floor,
        String ours, Target target) {

    /** What is counted, and how it is shown. */
    enum Unit {
        NANOS, EACH_NANOS, MILLIS, PROCESS, CALLS_A_SECOND;

        /** Whether only wall time says something: processes, and threads that wait for each other. */
        boolean isWall() {
            return this == PROCESS || this == CALLS_A_SECOND;
        }

        /** A figure with its unit. */
        String text(double value) {
            return switch (this) {
                case NANOS,
                        EACH_NANOS ->
                    value < 100_000
                            ? String.format("%.0f ns", value)
                            : String.format("%.0f us", value / 1e3);
                case MILLIS -> String.format("%.1f ms", value / 1e6);
                case PROCESS -> String.format("%.0f ms", value / 1e6);
                case CALLS_A_SECOND -> String.format("%.2f M/s", value / 1e6);
            };
        }
    }

    /**
     * A limit.
     *
     * @param ratio the greatest ratio to C (the least one for calls a second); 0 for none
     * @param nanos the greatest figure; 0 for none
     */
    record Target(double ratio, double nanos) {
        static Target ofC(double ratio) {
            return new Target(ratio, 0);
        }

        static Target nanos(double nanos) {
            return new Target(0, nanos);
        }
    }

    /** How many operations one of a benchmark is. */
    long elements() {
        return unit != Unit.EACH_NANOS ? 1 : id.startsWith("W6") ? 100_000 : 1_000_000;
    }

    /** Whether its size can be chosen. */
    boolean isSized() {
        return id.matches("W(5|6|7[bc]|8|9c).*");
    }

    /** The figure that counts. */
    double figure(Figures figures) {
        return unit.isWall() ? figures.wall() : figures.cpu();
    }

    /** The least of that figure. */
    double least(Figures figures) {
        return unit.isWall() ? figures.leastWall() : figures.leastCpu();
    }

    /** Whether the target is met; null when there is nothing to compare with. */
    @Nullable
    Boolean isMet(Figures measured, @Nullable Figures limit) {
        double value = figure(measured);
        if (target.nanos > 0) {
            return value <= target.nanos;
        }
        if (limit == null) {
            return null;
        }
        double ratio = value / figure(limit);
        return unit == Unit.CALLS_A_SECOND ? ratio >= target.ratio : ratio <= target.ratio;
    }
}
