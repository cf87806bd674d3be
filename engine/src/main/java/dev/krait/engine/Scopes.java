package dev.krait.engine;

import java.util.List;
import java.util.Objects;
import javax.script.Bindings;
import javax.script.ScriptContext;
import javax.script.SimpleBindings;
import javax.script.SimpleScriptContext;
import org.jspecify.annotations.Nullable;

/** The scopes of a context besides ENGINE_SCOPE. */
final class Scopes {
    private Scopes() {}

    /** Whether there may be any name in them. */
    static boolean hasOther(ScriptContext context) {
        if (context.getClass() != SimpleScriptContext.class) {
            return true;
        }
        Bindings global = context.getBindings(ScriptContext.GLOBAL_SCOPE);
        return global != null && !(isPlain(global) && global.isEmpty());
    }

    /** Whether it is known what listing a scope does: a host's own class may not like it. */
    static boolean isPlain(Bindings scope) {
        return scope.getClass() == SimpleBindings.class || scope instanceof NamespaceBindings;
    }

    /** They themselves, the nearest first. */
    static List<Bindings> others(ScriptContext context) {
        return context.getScopes().stream().filter(scope -> scope != ScriptContext.ENGINE_SCOPE)
                .sorted().map(context::getBindings).filter(Objects::nonNull).toList();
    }

    /** A value of theirs, the nearest first, or {@link Absent}. */
    static @Nullable Object find(ScriptContext context, String name) {
        if (hasOther(context)) {
            for (Bindings scope : others(context)) {
                Object value = find(scope, name);
                if (!(value instanceof Absent)) {
                    return value;
                }
            }
            return computed(context, name);
        }
        return Absent.NAME;
    }

    /** What a host's own context says of a name that none of its maps has, or {@link Absent}. */
    static Object computed(ScriptContext context, String name) {
        boolean asked = mayCompute(context)
                && !context.getBindings(ScriptContext.ENGINE_SCOPE).containsKey(name);
        Object value = asked ? context.getAttribute(name) : null;
        return value == null ? Absent.NAME : value;
    }

    /** Whether a context may know names that are in none of its maps. */
    static boolean mayCompute(ScriptContext context) {
        Class<?> type = context.getClass();
        return type != SimpleScriptContext.class && type != ContextWithBindings.class;
    }

    /** A value of one map, or {@link Absent}: hosts compute values in get, so that is asked first. */
    static @Nullable Object find(Bindings scope, String name) {
        if (name.isEmpty()) {
            return Absent.NAME;
        }
        Object value = scope.get(name);
        return value != null || scope.containsKey(name) ? value : Absent.NAME;
    }
}
