package dev.krait.host;

import dev.krait.convert.Conversion;
import dev.krait.gil.Attachment;
import java.util.Comparator;
import java.util.List;

/**
 * The overloads that take arguments of some kinds, the best first.
 *
 * @param overloads all that may fit
 * @param equals the best ones, when several are as good and none is more specific; empty otherwise
 */
record Ranking(List<Overload> overloads, List<Overload> equals) {
    static Ranking of(List<Overload> candidates, ArgumentKind[] kinds) {
        List<Overload> fitting = candidates.stream().filter(each -> each.score(kinds) >= 0)
                .sorted(Comparator.comparingInt(each -> each.score(kinds))).toList();
        if (fitting.size() < 2) {
            return new Ranking(fitting, List.of());
        }
        int best = fitting.getFirst().score(kinds);
        List<Overload> tied = fitting.stream().filter(each -> each.score(kinds) == best).toList();
        List<Overload> top = tied.stream()
                .filter(each -> tied.stream().noneMatch(
                        other -> other.isMoreSpecific(each) && !each.isMoreSpecific(other)))
                .toList();
        List<Overload> sorted = fitting.stream()
                .sorted(Comparator.comparing(each -> !top.contains(each))).toList();
        return new Ranking(sorted, top.size() > 1 && isKnown(kinds) ? top : List.of());
    }

    /**
     * Refuses a call that several overloads would take equally well.
     *
     * @param tried arguments of the same kinds to try them with, as some can be read but once
     */
    void checkClear(Attachment thread, Conversion conversion, MethodGroup group,
            ArgumentKind[] kinds, long args, long tried) {
        if (equals.isEmpty()) {
            return;
        }
        List<Overload> taking = equals.stream().filter(
                each -> each.takes(thread, conversion, tried, kinds.length, each.spreads(kinds)))
                .toList();
        if (taking.size() > 1) {
            throw Misfits.ambiguous(group, taking, kinds.length, args);
        }
    }

    /** A callable that does not say how many arguments it takes is given to whatever comes first. */
    private static boolean isKnown(ArgumentKind[] kinds) {
        for (ArgumentKind each : kinds) {
            if (each.isOfUnknownArity()) {
                return false;
            }
        }
        return true;
    }
}
