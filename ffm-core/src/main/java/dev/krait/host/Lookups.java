package dev.krait.host;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Look-ups in Java collections by keys that came from Python: what is not found as it is, is tried in the other
 * widths of its number, a one-letter text as a Character. A ClassCastException is a miss.
 */
final class Lookups {
    private Lookups() {}

    /** The key of a map that a Python key means; null when the map has none, unless that is the key. */
    static @Nullable Object keyIn(Map<?, ?> map, @Nullable Object key) {
        return find(key, map::containsKey);
    }

    /** Whether a map has a key. */
    static boolean has(Map<?, ?> map, @Nullable Object key) {
        return has(map::containsKey, key);
    }

    /** Whether a collection has an element. */
    static boolean has(Collection<?> collection, @Nullable Object element) {
        return has(collection::contains, element);
    }

    /** The element of a collection that a Python value means. */
    static @Nullable Object elementIn(Collection<?> collection, @Nullable Object element) {
        return find(element, collection::contains);
    }

    /** The elements of a collection that Python values mean; those it does not have are left out, unless wanted. */
    static List<@Nullable Object> elementsIn(Collection<?> collection,
            Collection<? extends @Nullable Object> elements, boolean all) {
        List<@Nullable Object> found = new ArrayList<>();
        for (Object each : elements) {
            Object meant = elementIn(collection, each);
            if (meant != null || all || (each == null && has(collection, null))) {
                found.add(meant == null ? each : meant);
            }
        }
        return found;
    }

    private static boolean has(Predicate<@Nullable Object> container, @Nullable Object key) {
        return holds(container, key)
                || others(key).stream().anyMatch(other -> holds(container, other));
    }

    private static @Nullable Object find(@Nullable Object key,
            Predicate<@Nullable Object> container) {
        if (holds(container, key)) {
            return key;
        }
        return others(key).stream().filter(other -> holds(container, other)).findFirst()
                .orElse(null);
    }

    private static boolean holds(Predicate<@Nullable Object> container, @Nullable Object key) {
        try {
            return container.test(key);
        } catch (ClassCastException otherKind) {
            return false;
        } catch (NullPointerException noNulls) {
            if (key == null) {
                return false;
            }
            throw noNulls;
        }
    }

    /** The other forms of a key. */
    static List<Object> others(@Nullable Object key) {
        List<Object> others = new ArrayList<>();
        if (key instanceof Integer || key instanceof Long) {
            long value = ((Number) Objects.requireNonNull(key)).longValue();
            others.add(value);
            if ((short) value == value) {
                others.add((short) value);
            }
            if ((byte) value == value) {
                others.add((byte) value);
            }
            others.add(BigInteger.valueOf(value));
        } else if (key instanceof Double real) {
            others.add(real.floatValue());
        } else if (key instanceof String text && text.length() == 1) {
            others.add(text.charAt(0));
        }
        return others;
    }
}
