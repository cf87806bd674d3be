package dev.krait.engine;

import dev.krait.ClassFilter;
import dev.krait.Converters;
import dev.krait.convert.InForce;
import dev.krait.convert.OwnRules;
import dev.krait.gil.Limits;
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
import javax.script.SimpleBindings;
import javax.script.SimpleScriptContext;
import org.jspecify.annotations.Nullable;

/**
 * CPython as a script engine.
 *
 * <p>Each engine has global names of its own; imported modules are shared by all. Any thread may use an engine, several
 * at once too. There is nothing to close: an engine that is dropped is collected with its names.
 */
public final class KraitScriptEngine extends AbstractScriptEngine implements Compilable, Invocable {
    private final KraitScriptEngineFactory factory;
    private Run latest;
    private volatile @Nullable Converters converters;
    private volatile @Nullable Limits limits = Limits.here(); // of the script that makes it

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

    /** The bindings of a manager may bring a class filter along. */
    @Override
    public void setBindings(@Nullable Bindings bindings, int scope) {
        if (scope == ScriptContext.GLOBAL_SCOPE && bindings instanceof SimpleBindings
                && bindings.get(ClassFilter.KEY) != null && limits == null) {
            limits(bindings.get(ClassFilter.KEY));
        }
        getContext().setBindings(bindings, scope);
    }

    @Override
    public void put(String key, @Nullable Object value) {
        if (ClassFilter.KEY.equals(key)) {
            limits(value);
        } else {
            super.put(key, value);
        }
    }

    @Override
    public @Nullable Object get(String key) {
        return ClassFilter.KEY.equals(key) ? filter() : super.get(key);
    }

    /** Its class filter; null for none. */
    @Nullable
    Object filter() {
        return limits instanceof EngineLimits own ? own.filter() : null;
    }

    /** Sets what is given under the key of the class filter. */
    void limits(@Nullable Object filter) {
        limits = EngineLimits.of(filter);
    }

    /** What its scripts may use of Java; null for everything. */
    @Nullable
    Limits limits() {
        return limits;
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
        return new KraitCompiledScript(this, Execution.compile(run(getContext()), script));
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

    /**
     * The conversion rules of this engine, beyond the common ones.
     *
     * @return null when it has none
     */
    public @Nullable Converters getConverters() {
        return converters;
    }

    /**
     * Gives this engine conversion rules of its own, from the next call on: for what it evaluates, for its Bindings, for
     * its functions, views and interfaces when Java calls them later on any thread, and for Java methods that its scripts
     * call. They hold wherever the script's streams do; other engines do not see them. Rules of
     * {@link Converters#use} go before them.
     *
     * <pre>{@code
     * Converters matrices = Python.start().converters()
     *         .toJava("numpy", "ndarray", array -> Matrix.of(array.as(double[][].class)));
     * ((KraitScriptEngine) engine).setConverters(matrices);
     * }</pre>
     *
     * @param rules null for none
     */
    public void setConverters(@Nullable Converters rules) {
        converters = rules;
    }

    /** The conversion rules that hold for what runs in this engine, given those the thread has. */
    @Nullable
    Object inForce(@Nullable Object former) {
        Converters own = converters;
        return former == null && own == null
                ? null
                : InForce.under(former, own == null ? null : OwnRules.of(own));
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
