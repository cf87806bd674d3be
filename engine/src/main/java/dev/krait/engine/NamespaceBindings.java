package dev.krait.engine;

import dev.krait.ClassFilter;
import dev.krait.convert.Conversion;
import dev.krait.gil.Ambience;
import dev.krait.gil.Attachment;
import dev.krait.gil.Gil;
import dev.krait.op.Calls;
import dev.krait.op.Dicts;
import dev.krait.op.Items;
import dev.krait.op.Text;
import dev.krait.ref.Counts;
import java.lang.ref.Reference;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.script.Bindings;
import org.jspecify.annotations.Nullable;

/**
 * A live view of a namespace of the engine's own: a Java {@code put} is a Python global, a Python assignment a Java
 * {@code get}.
 *
 * <p>The namespace is made when the first name is set or looked up. Names with two underscores at both ends can be got
 * and set but are not listed. The keys {@code javax.script.*} stay in Java. Any thread.
 */
final class NamespaceBindings extends AbstractMap<String, Object> implements Bindings {
    private static final String RESERVED = "javax.script.";
    private @Nullable KraitScriptEngine home;
    private volatile @Nullable OwnNames names;
    private volatile Map<String, @Nullable Object> reserved = Map.of();

    /** Says whose streams the functions got from here use when they are called later. */
    NamespaceBindings of(KraitScriptEngine engine) {
        home = engine;
        return this;
    }

    /** The namespace. Callers hold the GIL. */
    OwnNames names() {
        OwnNames known = names;
        if (known == null) {
            OwnNames fresh = new OwnNames();
            known = names;
            if (known == null) { // making it may have let another thread in
                names = fresh;
                return fresh;
            }
            fresh.close();
        }
        return known;
    }

    /** Whether any key {@code javax.script.*} is set. */
    boolean hasReserved() {
        return !reserved.isEmpty();
    }

    @Override
    public @Nullable Object get(Object key) {
        String name = Keys.check(key);
        if (isFilter(name)) {
            return home == null ? null : home.filter();
        }
        return isReserved(name)
                ? reserved.get(name)
                : with((thread, dict) -> java(thread, Dicts.get(thread, dict, name)));
    }

    @Override
    public boolean containsKey(Object key) {
        String name = Keys.check(key);
        return isReserved(name)
                ? reserved.containsKey(name)
                : with((thread, dict) -> Dicts.get(thread, dict, name) != 0);
    }

    @Override
    public @Nullable Object put(String name, @Nullable Object value) {
        Keys.check(name);
        if (isFilter(name)) {
            return changeFilter(value);
        }
        if (isReserved(name)) {
            return changeReserved(name, value, true);
        }
        return with((thread, dict) -> {
            long converted = Conversion.standard().toPython(thread, value);
            try {
                Object former = java(thread, Dicts.get(thread, dict, name));
                Dicts.set(thread, dict, name, converted);
                return former;
            } finally {
                Counts.release(converted);
            }
        });
    }

    @Override
    public @Nullable Object remove(Object key) {
        String name = Keys.check(key);
        if (isFilter(name)) {
            return changeFilter(null);
        }
        if (isReserved(name)) {
            return changeReserved(name, null, false);
        }
        return with((thread, dict) -> {
            Object former = java(thread, Dicts.get(thread, dict, name));
            Dicts.remove(thread, dict, name);
            return former;
        });
    }

    @Override
    public void clear() {
        listed().forEach(this::remove);
    }

    @Override
    public int size() {
        return listed().size();
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return new NamespaceEntries(this);
    }

    /** The keys a host is shown, at this moment. */
    List<String> listed() {
        List<String> listed = new ArrayList<>(reserved.keySet());
        with((thread, dict) -> {
            long list = Calls.call(thread, EnginePython.VISIBLE_NAMES, dict);
            try {
                Items.forEach(list, name -> listed.add(Text.read(name)));
            } finally {
                Counts.release(list);
            }
            return listed;
        });
        return listed;
    }

    private interface Operation<T extends @Nullable Object> {
        T run(Attachment thread, long dict);
    }

    private <T extends @Nullable Object> T with(Operation<T> operation) {
        Started.ensure();
        try {
            return Gil.call(thread -> under(thread, operation));
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    private <T extends @Nullable Object> T under(Attachment thread, Operation<T> operation) {
        KraitScriptEngine engine = home;
        if (engine == null || thread.context() != null) {
            return operation.run(thread, names().globals());
        }
        return Ambience.within(thread, engine.run(engine.getContext()),
                _ -> operation.run(thread, names().globals()));
    }

    private static @Nullable Object java(Attachment thread, long value) {
        if (value == 0) {
            return null;
        }
        Counts.retain(value);
        try {
            return Conversion.standard().toJava(thread, value);
        } finally {
            Counts.release(value);
        }
    }

    private static boolean isReserved(String name) {
        return name.startsWith(RESERVED);
    }

    private static boolean isFilter(String name) {
        return name.equals(ClassFilter.KEY);
    }

    /** The engine keeps its class filter: what clears these Bindings must not lift it. */
    private @Nullable Object changeFilter(@Nullable Object value) {
        KraitScriptEngine engine = Objects.requireNonNull(home, "these Bindings have no engine");
        Object former = engine.filter();
        engine.limits(value);
        return former;
    }

    private synchronized @Nullable Object changeReserved(String name, @Nullable Object value,
            boolean present) {
        Map<String, @Nullable Object> changed = new HashMap<>(reserved);
        Object former = present ? changed.put(name, value) : changed.remove(name);
        reserved = changed;
        return former;
    }
}
