package dev.krait.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Fails when a row has become much slower than the same work by bare downcalls, about twice its target: independent of
 * the machine, and too wide for noise.
 */
public final class Guard {
    private static final int WARM_UPS = 6;
    private static final int ROUNDS = 3;
    private static final int TRIES = 3;
    private static final List<Limit> LIMITS = List.of(new Limit("Calls.w1Floor", "Calls.w1", 3),
            new Limit("Calls.w1Floor", "Calls.w1n", 4), new Limit("Calls.w2Floor", "Calls.w2", 3.5),
            new Limit("Eval.w3pFloor", "Eval.w3p", 5),
            new Limit("Callbacks.w4Floor", "Callbacks.w4", 4),
            new Limit("Collections.w5aFloor", "Collections.w5a", 4),
            new Limit("Collections.w5bFloor", "Collections.w5b", 5),
            new Limit("Objects.w9aFloor", "Objects.w9a", 4));

    private final JmhRuns runs = new JmhRuns(WARM_UPS, ROUNDS);
    private final Map<String, Double> floors = new HashMap<>();

    private record Limit(String floor, String ours, double ratio) {}

    private Guard() {}

    /** Takes no arguments; the exit code says whether all is well. */
    public static void main(String[] args) throws RunnerException {
        Guard guard = new Guard();
        boolean well = true;
        for (Limit limit : LIMITS) {
            well &= guard.holds(limit);
        }
        System.exit(well ? 0 : 1);
    }

    private boolean holds(Limit limit) throws RunnerException {
        for (int i = 0; i < TRIES; i++) {
            Double known = i == 0 ? floors.get(limit.floor) : null;
            double floor = known == null ? cpu(limit.floor) : known;
            floors.put(limit.floor, floor);
            double ratio = cpu(limit.ours) / floor;
            boolean holds = ratio <= limit.ratio;
            System.out.printf(Locale.ROOT, "%-18s %.2f times bare downcalls, limit %.1f%s%n",
                    limit.ours, ratio, limit.ratio, holds ? "" : ": too slow");
            if (holds) {
                return true;
            }
        }
        return false;
    }

    private double cpu(String name) throws RunnerException {
        return Objects.requireNonNull(runs.measure(name, 0, 1), name).leastCpu();
    }
}
