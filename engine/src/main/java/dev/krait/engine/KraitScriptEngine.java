package dev.krait.engine;

import java.io.Reader;
import java.util.Objects;
import javax.script.AbstractScriptEngine;
import javax.script.Bindings;
import javax.script.Compilable;
import javax.script.CompiledScript;
import javax.script.Invocable;
import javax.script.ScriptContext;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptException;
import javax.script.SimpleScriptContext;
import org.jspecify.annotations.Nullable;

/**
 * CPython as a script engine.
 *
 * <p>Each engine has global names of its own; imported modules are shared by all. Any thread may use an engine, several
 * at once too. There is nothing to close: an engine that is dropped is collected with its names.
 */
final class KraitScriptEngine extends AbstractScriptEngine implements Compilable, Invocable {
    private final KraitScriptEngineFactory factory;
    private Run latest;

    KraitScriptEngine(KraitScriptEngineFactory factory) {
        this(factory, new NamespaceBindings());
    }

    private KraitScriptEngine(KraitScriptEngineFactory factory, NamespaceBindings names) {
        super(names);
        this.factory = factory;
        latest = new Run(this, getContext());
        names.of(this);
    }

    @Override
    public ScriptEngineFactory getFactory() {
        return factory;
    }

    /** Any scope its context has. */
    @Override
    public @Nullable Bindings getBindings(int scope) {
        return getContext().getBindings(scope);
    }

    @Override
    public void setBindings(@Nullable Bindings bindings, int scope) {
        getContext().setBindings(bindings, scope);
    }

    /** The default context with other Bindings for ENGINE_SCOPE. */
    @Override
    protected ScriptContext getScriptContext(Bindings bindings) {
        ScriptContext base = getContext();
        return base.getClass() == SimpleScriptContext.class
                ? super.getScriptContext(bindings)
                : new ContextWithBindings(base, bindings);
    }

    @Override
    public Bindings createBindings() {
        return new NamespaceBindings().of(this);
    }

    @Override
    public @Nullable Object eval(String script, ScriptContext target) throws ScriptException {
        Objects.requireNonNull(script, "script");
        return Execution.eval(run(Objects.requireNonNull(target, "context")), script);
    }

    @Override
    public @Nullable Object eval(Reader reader, ScriptContext target) throws ScriptException {
        Objects.requireNonNull(target, "context");
        return eval(Sources.read(reader), target);
    }

    @Override
    public CompiledScript compile(String script) throws ScriptException {
        Objects.requireNonNull(script, "script");
        return new KraitCompiledScript(this, Execution.compile(script, FileNames.of(getContext())));
    }

    @Override
    public CompiledScript compile(Reader script) throws ScriptException {
        return compile(Sources.read(script));
    }

    @Override
    public @Nullable Object invokeFunction(String name, @Nullable Object... args)
            throws ScriptException, NoSuchMethodException {
        return Invocation.function(run(getContext()), Objects.requireNonNull(name, "name"), args);
    }

    @Override
    public @Nullable Object invokeMethod(Object thiz, String name, @Nullable Object... args)
            throws ScriptException, NoSuchMethodException {
        Objects.requireNonNull(name, "name");
        return Invocation.method(run(getContext()), Invocation.target(thiz), name, args);
    }

    @Override
    public <T> @Nullable T getInterface(Class<T> type) {
        return Proxies.ofNamespace(this, type);
    }

    @Override
    public <T> @Nullable T getInterface(Object thiz, Class<T> type) {
        return Proxies.ofObject(this, Invocation.target(thiz), type);
    }

    /** What a script runs under with this context; the one used last is kept. */
    @SuppressWarnings("ReferenceEquality") // contexts are told apart by identity
    Run run(ScriptContext target) {
        Run known = latest;
        if (known.context != target) {
            known = new Run(this, target);
            if (target == getContext()) {
                latest = known;
            }
        }
        return known;
    }
}
