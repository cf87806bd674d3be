package dev.krait.convert;

import java.lang.reflect.Type;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The conversions one table has made so far, kept with the classes they are about until any rule changes. */
final class TargetCache {
    private static final AtomicInteger RULES = new AtomicInteger();
    private final Conversion conversion;
    private volatile Made made = new Made(RULES.get());

    private static final class Made extends ClassValue<Map<Type, Target>> {
        private final int rules;

        Made(int rules) {
            this.rules = rules;
        }

        @Override
        protected Map<Type, Target> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    }

    TargetCache(Conversion conversion) {
        this.conversion = conversion;
    }

    /** Forgets what all tables have made: a rule has changed. */
    static void invalidate() {
        RULES.incrementAndGet();
    }

    Target find(Type type) {
        Made current = made;
        int rules = RULES.get();
        if (current.rules != rules) {
            current = new Made(rules);
            made = current;
        }
        Class<?> raw = Generics.raw(type);
        Map<Type, Target> ofClass = current.get(raw);
        Target known = ofClass.get(type);
        if (known == null) {
            // a type may hold itself, so its elements are looked up when there are some
            known = conversion.newTarget(raw, type);
            ofClass.put(type, known);
        }
        return known;
    }
}
