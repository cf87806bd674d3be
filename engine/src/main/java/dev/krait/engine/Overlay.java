package dev.krait.engine;

import dev.krait.capi.DictApi;
import dev.krait.convert.Conversion;
import dev.krait.gil.Attachment;
import dev.krait.op.Calls;
import dev.krait.op.Dicts;
import dev.krait.op.Names;
import dev.krait.op.Script;
import dev.krait.ref.Counts;
import dev.krait.ref.Ref;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.Map;
import javax.script.ScriptContext;
import javax.script.SimpleBindings;
import javax.script.SimpleScriptContext;
import org.jspecify.annotations.Nullable;

/**
 * The names of the scopes beside ENGINE_SCOPE, laid over a namespace's copy of builtins when a run begins.
 *
 * <p>So scripts find them after their own globals and before builtins, at the cost of an exact dict. Where the other
 * scopes are empty, a run pays nothing. Guarded by the GIL.
 */
final class Overlay {
    private final Ref builtins;
    private Map<String, @Nullable Object> laid = Map.of();
    private long known;

    Overlay(Ref builtins) {
        this.builtins = builtins;
        known = DictApi.size(EnginePython.BUILTINS);
    }

    /** Makes it what the context says now. */
    void update(Attachment thread, ScriptContext context, long globals, @Nullable Script script) {
        if (DictApi.size(EnginePython.BUILTINS) != known) {
            addBuiltins(thread);
        }
        boolean other = Scopes.hasOther(context);
        if ((other || !laid.isEmpty()) && !(other && isLaid(context))) {
            lay(thread, other ? OtherNames.of(thread, context, globals, script) : Map.of());
        }
    }

    /** Whether a usual context holds what is laid already, which costs no copy to find out. */
    private boolean isLaid(ScriptContext context) {
        if (context.getClass() != SimpleScriptContext.class
                || !(context
                        .getBindings(ScriptContext.GLOBAL_SCOPE) instanceof SimpleBindings global)
                || global.getClass() != SimpleBindings.class || global.size() != laid.size()) {
            return false;
        }
        try {
            for (Map.Entry<String, Object> each : global.entrySet()) {
                if (isNew(laid, each.getKey(), each.getValue())) {
                    return false;
                }
            }
            return true;
        } catch (ConcurrentModificationException changing) {
            return false;
        }
    }

    /** Puts the builtins back into a namespace that a script has cleared. */
    void restore(Attachment thread, long globals) {
        Counts.release(Calls.call(thread, EnginePython.RESTORE, globals, builtins.pointer()));
    }

    void close() {
        builtins.close();
    }

    private void lay(Attachment thread, Map<String, @Nullable Object> wanted) {
        Map<String, @Nullable Object> former = laid;
        laid = wanted;
        for (String name : former.keySet()) {
            if (!wanted.containsKey(name)) {
                uncover(thread, name);
            }
        }
        for (Map.Entry<String, @Nullable Object> each : wanted.entrySet()) {
            Object value = each.getValue();
            if (isNew(former, each.getKey(), value)) {
                cover(thread, each.getKey(), value);
            }
        }
    }

    @SuppressWarnings("ReferenceEquality") // an equal object is another object
    private static boolean isNew(Map<String, @Nullable Object> former, String name,
            @Nullable Object value) {
        return former.get(name) != value || (value == null && !former.containsKey(name));
    }

    private void cover(Attachment thread, String name, @Nullable Object value) {
        long converted = Conversion.standard().toPython(thread, value);
        try {
            Dicts.set(thread, builtins.pointer(), name, converted);
        } finally {
            Counts.release(converted);
        }
    }

    private void uncover(Attachment thread, String name) {
        long text = Names.newName(thread, name);
        try {
            Counts.release(Calls.call(thread, EnginePython.UNCOVER, builtins.pointer(), text));
        } finally {
            Counts.release(text);
        }
    }

    private void addBuiltins(Attachment thread) {
        Counts.release(Calls.call(thread, EnginePython.ADD_BUILTINS, builtins.pointer()));
        known = DictApi.size(EnginePython.BUILTINS);
        laid = new HashMap<>();
    }
}
