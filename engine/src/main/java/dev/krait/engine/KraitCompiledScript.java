package dev.krait.engine;

import dev.krait.op.Script;
import java.util.Objects;
import javax.script.Bindings;
import javax.script.CompiledScript;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.jspecify.annotations.Nullable;

/** Code that is compiled once and runs in whatever names it is given. Any thread, several at once too. */
final class KraitCompiledScript extends CompiledScript {
    private final KraitScriptEngine engine;
    private final Script script;

    KraitCompiledScript(KraitScriptEngine engine, Script script) {
        this.engine = engine;
        this.script = script;
    }

    @Override
    public @Nullable Object eval(ScriptContext context) throws ScriptException {
        return Execution.eval(engine.run(Objects.requireNonNull(context, "context")), script);
    }

    @Override
    public @Nullable Object eval(@Nullable Bindings bindings) throws ScriptException {
        return bindings == null ? eval() : eval(engine.getScriptContext(bindings));
    }

    @Override
    public ScriptEngine getEngine() {
        return engine;
    }
}
