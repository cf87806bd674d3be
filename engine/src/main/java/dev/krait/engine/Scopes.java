package dev.krait.engine;

import java.util.Map;
import javax.script.ScriptContext;
import javax.script.SimpleScriptContext;

/** The scopes of a context besides ENGINE_SCOPE. */
final class Scopes {
    private Scopes() {}

    /** Whether there may be any name in them. */
    static boolean hasOther(ScriptContext context) {
        if (context.getClass() != SimpleScriptContext.class) {
            return true;
        }
        Map<String, Object> global = context.getBindings(ScriptContext.GLOBAL_SCOPE);
        return global != null && !global.isEmpty();
    }
}
