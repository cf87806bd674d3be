package dev.krait.engine;

import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import org.jspecify.annotations.Nullable;

/** The name of the running script's file: the attribute {@code javax.script.filename} of its context. */
final class FileNames {
    private FileNames() {}

    /** The name; null where the context gives none. */
    static @Nullable String of(ScriptContext context) {
        Object name = mayHaveReserved(context) ? context.getAttribute(ScriptEngine.FILENAME) : null;
        return name == null ? null : name.toString();
    }

    /** False where a look at the usual scopes shows that no {@code javax.script.*} can be set. */
    static boolean mayHaveReserved(ScriptContext context) {
        return !(context.getBindings(ScriptContext.ENGINE_SCOPE) instanceof NamespaceBindings own)
                || own.hasReserved() || Scopes.hasOther(context);
    }
}
