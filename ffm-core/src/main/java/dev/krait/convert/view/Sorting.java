package dev.krait.convert.view;

import dev.krait.capi.AbstractApi;
import dev.krait.capi.ListApi;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Sorting a list by Java's order: the Python elements change their places and stay what they are. */
final class Sorting {
    private Sorting() {}

    private record Ranked(@Nullable Object value, int from) {}

    static void sort(ListView view, @Nullable Comparator<? super @Nullable Object> order) {
        @Nullable
        Object[] values = view.toArray();
        Ranked[] ranked = new Ranked[values.length];
        Arrays.setAll(ranked, i -> new Ranked(values[i], i));
        Comparator<? super @Nullable Object> by = order == null ? natural() : order;
        Arrays.sort(ranked, (a, b) -> by.compare(a.value, b.value));
        view.under(thread -> replace(view.ref().pointer(), ranked));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // elements that cannot be compared end in
                                                 // ClassCastException, as List.sort says
    private static Comparator<? super @Nullable Object> natural() {
        return (Comparator) Comparator.naturalOrder();
    }

    private static int replace(long list, Ranked[] ranked) {
        if (Sequences.size(list) != ranked.length) {
            throw SequenceView.changed();
        }
        long sorted = Raise.check(ListApi.newList(0));
        try {
            for (Ranked each : ranked) {
                long item = Sequences.newItem(list, each.from);
                int status = ListApi.append(sorted, item);
                Counts.release(item);
                Raise.checkStatus(status);
            }
            return Raise.checkStatus(AbstractApi.setSlice(list, 0, ranked.length, sorted));
        } finally {
            Counts.release(sorted);
        }
    }
}
