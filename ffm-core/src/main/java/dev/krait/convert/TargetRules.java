package dev.krait.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The rules for named Java types: one for the exact class goes first, then the latest whose predicate holds. */
final class TargetRules {
    private final Map<Class<?>, TargetRule> exact = new ConcurrentHashMap<>();
    private final List<Entry> kinds = new CopyOnWriteArrayList<>();

    /** Adds more of them; emptied once by whoever first looks for one. */
    private volatile List<Runnable> later = List.of();

    private record Entry(Predicate<Class<?>> kind, TargetRule rule) {}

    void add(Class<?> type, TargetRule rule) {
        exact.put(type, rule);
    }

    void add(Predicate<Class<?>> kind, TargetRule rule) {
        kinds.addFirst(new Entry(kind, rule));
    }

    synchronized void addLater(Runnable additions) {
        List<Runnable> more = new ArrayList<>(later);
        more.add(additions);
        later = more;
    }

    @Nullable
    TargetRule find(Class<?> type) {
        if (!later.isEmpty()) {
            addThoseOfLater();
        }
        TargetRule own = exact.get(type);
        return own != null ? own : findKind(type);
    }

    /** The rule that would serve if there were none for the exact class. */
    @Nullable
    TargetRule findKind(Class<?> type) {
        return kinds.stream().filter(entry -> entry.kind.test(type)).findFirst().map(Entry::rule)
                .orElse(null);
    }

    private synchronized void addThoseOfLater() {
        later.forEach(Runnable::run);
        later = List.of();
    }
}
