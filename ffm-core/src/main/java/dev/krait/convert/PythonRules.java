package dev.krait.convert;

import dev.krait.capi.Layout;
import dev.krait.capi.Memory;
import dev.krait.ref.Ref;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The rules from Python to Java by type object: that of the nearest type in the method resolution order wins.
 *
 * <p>Types are told apart by address; those that have a rule are kept alive, so an address never comes to mean
 * another type.
 */
final class PythonRules {
    private final Map<Long, Entry> entries = new ConcurrentHashMap<>();

    private record Entry(Ref type, ToJava rule) {}

    /** Callers hold the GIL. */
    void add(long type, ToJava rule) {
        entries.put(type, new Entry(Ref.retaining(type), rule));
    }

    /** The rule for exactly this type. Callers hold the GIL. */
    @Nullable
    ToJava exact(long type) {
        Entry entry = entries.get(type);
        return entry == null ? null : entry.rule;
    }

    /** Callers hold the GIL. */
    @Nullable
    ToJava find(long type) {
        Entry exact = entries.get(type);
        if (exact != null) {
            return exact.rule;
        }
        long order = Memory.getLong(type + Layout.TYPE_MRO);
        long count = Memory.getLong(order + Layout.SIZE);
        for (int i = 1; i < count; i++) {
            Entry inherited = entries
                    .get(Memory.getLong(order + Layout.TUPLE_ITEMS + (long) i * Long.BYTES));
            if (inherited != null) {
                return inherited.rule;
            }
        }
        return null;
    }
}
