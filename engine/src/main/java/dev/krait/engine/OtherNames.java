package dev.krait.engine;

import dev.krait.capi.Statics;
import dev.krait.gil.Attachment;
import dev.krait.op.Calls;
import dev.krait.op.Items;
import dev.krait.op.Script;
import dev.krait.op.Text;
import dev.krait.ref.Counts;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.script.Bindings;
import javax.script.ScriptContext;
import org.jspecify.annotations.Nullable;

/**
 * What the scopes beside ENGINE_SCOPE hold. Plain maps are read whole; maps of a host's own, whose values may be made
 * when asked for, are asked for the names that the code may look up.
 */
final class OtherNames {
    private static final int MOST_ATTEMPTS = 1000;

    private OtherNames() {}

    /** The names and values, the nearest scope's first. Callers hold the GIL. */
    static Map<String, @Nullable Object> of(Attachment thread, ScriptContext context, long globals,
            @Nullable Script script) {
        List<Bindings> scopes = Scopes.others(context);
        if (scopes.stream().allMatch(Scopes::isPlain) && !Scopes.mayCompute(context)) {
            return collect(context, scopes, List.of());
        }
        Collection<String> asked = wanted(thread, globals, script);
        return Released.get(thread, () -> collect(context, scopes, asked));
    }

    private static Map<String, @Nullable Object> collect(ScriptContext context,
            List<Bindings> scopes, Collection<String> asked) {
        Map<String, @Nullable Object> found = new HashMap<>();
        for (String name : asked) {
            Object value = Scopes.computed(context, name);
            if (!(value instanceof Absent)) {
                found.put(name, value);
            }
        }
        for (Bindings scope : scopes.reversed()) {
            if (Scopes.isPlain(scope)) {
                found.putAll(copy(scope));
            } else {
                asked.forEach(name -> {
                    Object value = Scopes.find(scope, name);
                    if (!(value instanceof Absent)) {
                        found.put(name, value);
                    }
                });
            }
        }
        return found;
    }

    /** Other threads may put names into a map of the manager's at any time, and such maps are not made for that. */
    private static Map<String, @Nullable Object> copy(Bindings scope) {
        for (int attempts = 0;; attempts++) {
            try {
                return new HashMap<>(scope);
            } catch (ConcurrentModificationException changing) {
                if (attempts == MOST_ATTEMPTS) {
                    throw changing;
                }
            }
        }
    }

    private static Collection<String> wanted(Attachment thread, long globals,
            @Nullable Script script) {
        long codes = script == null
                ? Items.newTuple(Counts.retain(Statics.NONE))
                : script.newCodes();
        try {
            long names = Calls.call(thread, EnginePython.WANTED_NAMES, codes, globals);
            Collection<String> wanted = new TreeSet<>();
            try {
                Items.forEach(names, name -> wanted.add(Text.read(name)));
            } finally {
                Counts.release(names);
            }
            return wanted;
        } finally {
            Counts.release(codes);
        }
    }
}
