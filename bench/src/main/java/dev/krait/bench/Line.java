package dev.krait.bench;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row with what was measured.
 *
 * @param peers by name of the peer, those that can do it
 */
record Line(Row row, @Nullable Figures c, @Nullable Figures floor, Figures ours,
        Map<String, Figures> peers) {

    /** Ours to C's; not a number without C. */
    double ratio() {
        return c == null ? Double.NaN : row.figure(ours) / row.figure(c);
    }

    /** The least of ours to the least of C's. */
    double ratioOfLeast() {
        return c == null ? Double.NaN : row.least(ours) / row.least(c);
    }

    /** {@code ok}, {@code MISS}, or nothing. */
    String verdict() {
        Boolean met = row.isMet(ours, c);
        return met == null ? "" : met ? "ok" : "MISS";
    }
}
