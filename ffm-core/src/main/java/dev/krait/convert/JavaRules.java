package dev.krait.convert;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The rules from Java to Python by class: the latest rule whose class is a supertype of the value's class wins.
 * Looked up once for each class and kept with the class.
 */
final class JavaRules {
    private final List<Entry> entries = new CopyOnWriteArrayList<>();
    private volatile ClassValue<Found> found = lookUp();

    private record Entry(Class<?> type, ToPython rule) {}

    private record Found(@Nullable ToPython rule) {}

    void add(Class<?> type, ToPython rule) {
        entries.addFirst(new Entry(type, rule));
        found = lookUp();
    }

    @Nullable
    ToPython find(Class<?> type) {
        return found.get(type).rule;
    }

    private ClassValue<Found> lookUp() {
        return new ClassValue<>() {
            @Override
            protected Found computeValue(Class<?> type) {
                return new Found(entries.stream().filter(entry -> entry.type.isAssignableFrom(type))
                        .findFirst().map(Entry::rule).orElse(null));
            }
        };
    }
}
