package dev.krait.engine;

import java.util.List;
import java.util.Objects;
import javax.script.Bindings;
import javax.script.ScriptContext;
import javax.script.SimpleScriptContext;
import org.jspecify.annotations.Nullable;

/** A host's context with other Bindings for ENGINE_SCOPE, for the length of one eval. Its further scopes stay. */
final class ContextWithBindings extends SimpleScriptContext {
    private final ScriptContext base;

    ContextWithBindings(ScriptContext base, Bindings bindings) {
        this.base = base;
        engineScope = Objects.requireNonNull(bindings, "bindings");
        reader = base.getReader();
        writer = base.getWriter();
        errorWriter = base.getErrorWriter();
    }

    @Override
    public List<Integer> getScopes() {
        return base.getScopes();
    }

    @Override
    public @Nullable Bindings getBindings(int scope) {
        return scope == ENGINE_SCOPE ? engineScope : base.getBindings(scope);
    }

    @Override
    public void setBindings(@Nullable Bindings bindings, int scope) {
        if (scope == ENGINE_SCOPE) {
            super.setBindings(bindings, scope);
        } else {
            base.setBindings(bindings, scope);
        }
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        int scope = getAttributesScope(name);
        return scope == -1 ? null : getAttribute(name, scope);
    }

    @Override
    public @Nullable Object getAttribute(String name, int scope) {
        return scope == ENGINE_SCOPE
                ? super.getAttribute(name, scope)
                : base.getAttribute(name, scope);
    }

    @Override
    public void setAttribute(String name, @Nullable Object value, int scope) {
        if (scope == ENGINE_SCOPE) {
            super.setAttribute(name, value, scope);
        } else {
            base.setAttribute(name, value, scope);
        }
    }

    @Override
    public @Nullable Object removeAttribute(String name, int scope) {
        return scope == ENGINE_SCOPE
                ? super.removeAttribute(name, scope)
                : base.removeAttribute(name, scope);
    }

    @Override
    public int getAttributesScope(String name) {
        for (int scope : getScopes()) {
            Bindings bindings = getBindings(scope);
            if (bindings != null && bindings.containsKey(name)) {
                return scope;
            }
        }
        return -1;
    }
}
