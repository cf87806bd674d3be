package dev.krait.convert.view;

import dev.krait.ref.Ref;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/** Ends the walk through a container that holds itself: each time it is reached it would be another Java object. */
final class Nesting {
    private static final int DEEPEST = 400;
    private static final ThreadLocal<Set<Long>> OPEN = ThreadLocal.withInitial(HashSet::new);

    private Nesting() {}

    /**
     * The answer for a container, or {@code again} when the walk is inside of it already.
     *
     * @throws IllegalStateException when containers lie in each other deeper than the stack is sure to bear
     */
    static <T> T within(Ref container, Supplier<T> answer, T again) {
        Set<Long> open = OPEN.get();
        if (open.size() >= DEEPEST) {
            throw new IllegalStateException(
                    "Python containers lie in each other more than " + DEEPEST + " levels deep");
        }
        if (!open.add(container.identity())) {
            return again;
        }
        try {
            return answer.get();
        } finally {
            open.remove(container.identity());
            if (open.isEmpty()) {
                OPEN.remove();
            }
        }
    }
}
