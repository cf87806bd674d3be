package dev.krait.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.script.Bindings;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import javax.script.SimpleBindings;
import javax.script.SimpleScriptContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("4 Bindings and scopes: scopes")
class Chapter04ScopesTest {
    private final ScriptEngine engine = Engines.create();
    private final Bindings names = engine.getBindings(ScriptContext.ENGINE_SCOPE);

    @Test
    @DisplayName("4.22 names of GLOBAL_SCOPE are seen where ENGINE_SCOPE has none")
    void globalScope() throws ScriptException {
        global().put("g", 5);
        assertEquals(6, engine.eval("g + 1"));
        engine.eval("def f(): return g");
        assertEquals(5, engine.eval("f()"));
    }

    @Test
    @DisplayName("4.23 GLOBAL_SCOPE is live: changed and removed names")
    void globalScopeIsLive() throws ScriptException {
        Bindings global = global();
        engine.eval("def f(): return g");
        global.put("g", 1);
        assertEquals(1, engine.eval("f()"));
        global.put("g", 2);
        assertEquals(2, engine.eval("f()"));
        global.remove("g");
        assertTrue(Engines.failure(engine, "f()").getMessage().startsWith("NameError"));
    }

    @Test
    @DisplayName("4.24 ENGINE_SCOPE shadows GLOBAL_SCOPE")
    void shadowing() throws ScriptException {
        global().put("x", "global");
        engine.put("x", "engine");
        assertEquals("engine", engine.eval("x"));
        engine.eval("del x");
        assertEquals("global", engine.eval("x"));
    }

    @Test
    @DisplayName("4.25 scripts never write to GLOBAL_SCOPE")
    void globalScopeIsNotWritten() throws ScriptException {
        Bindings global = global();
        global.put("x", 1);
        engine.eval("x = 2");
        assertEquals(1, global.get("x"));
        assertEquals(2, engine.get("x"));
    }

    @Test
    @DisplayName("4.26 GLOBAL_SCOPE comes before builtins, which come back when it goes")
    void globalScopeHidesBuiltins() throws ScriptException {
        Bindings global = global();
        global.put("id", "customer 7");
        assertEquals("customer 7", engine.eval("id"));
        global.remove("id");
        assertEquals(true, engine.eval("callable(id)"));
    }

    @Test
    @DisplayName("4.27 GLOBAL_SCOPE may be null")
    void nullGlobalScope() throws ScriptException {
        global().put("x", 1);
        assertEquals(1, engine.eval("x"));
        engine.setBindings(null, ScriptContext.GLOBAL_SCOPE);
        assertNull(engine.getBindings(ScriptContext.GLOBAL_SCOPE));
        assertTrue(Engines.failure(engine, "x").getMessage().startsWith("NameError"));
    }

    @Test
    @DisplayName("4.28 GLOBAL_SCOPE names are not names of ENGINE_SCOPE")
    void globalNamesAreNotListed() throws ScriptException {
        global().put("g", 1);
        engine.eval("g");
        assertFalse(names.containsKey("g"));
        assertEquals(false, engine.eval("'g' in globals()"));
    }

    @Test
    @DisplayName("4.29 GLOBAL_SCOPE of a host's own class is asked by name, never listed")
    void lazyGlobalScope() throws ScriptException {
        LazyBindings lazy = new LazyBindings(name -> name.startsWith("lazy") ? name : null);
        engine.setBindings(lazy, ScriptContext.GLOBAL_SCOPE);
        assertEquals("lazy_one", engine.eval("lazy_one"));
        engine.eval("def f():\n    return [lazy_two for _ in range(1)][0]");
        assertEquals("lazy_two", engine.eval("f()"));
        assertEquals(3, engine.eval("len('abc')"));
    }

    @Test
    @DisplayName("4.30 further scopes of a custom context are seen, the nearest first")
    void customScopes() throws ScriptException {
        ScopedContext context = new ScopedContext();
        context.setBindings(engine.createBindings(), ScriptContext.ENGINE_SCOPE);
        context.request.put("who", "request");
        context.setBindings(new SimpleBindings(Map.of("who", "global", "only", "global")),
                ScriptContext.GLOBAL_SCOPE);
        assertEquals("request global", engine.eval("who + ' ' + only", context));
    }

    @Test
    @DisplayName("4.31 a script that assigns a builtin's name changes only its own engine")
    void builtinsAreShadowed() throws ScriptException {
        engine.eval("len = lambda x: -1");
        assertEquals(-1, engine.eval("len('abc')"));
        assertEquals(3, Engines.create().eval("len('abc')"));
    }

    @Test
    @DisplayName("4.32 what is set in the module builtins shows in every engine")
    void builtinsModule() throws ScriptException {
        ScriptEngine other = Engines.create();
        other.eval("1");
        engine.eval("import builtins\nbuiltins.krait_added = 'here'");
        try {
            assertEquals("here", engine.eval("krait_added"));
            assertEquals("here", other.eval("krait_added"));
        } finally {
            engine.eval("del builtins.krait_added");
        }
        assertTrue(Engines.failure(other, "krait_added").getMessage().startsWith("NameError"));
    }

    @Test
    @DisplayName("4.33 class bodies, comprehensions and lambdas see the scopes too")
    void nestedCode() throws ScriptException {
        global().put("g", 2);
        engine.put("e", 3);
        engine.eval(
                "class C:\n    v = g * e\n    w = [g + e for _ in range(1)]\nf = lambda: g - e");
        assertEquals(6, engine.eval("C.v"));
        assertEquals(5, engine.eval("C.w[0]"));
        assertEquals(-1, engine.eval("f()"));
    }

    @Test
    @DisplayName("4.37 a script that changes a scope through its context sees the change at once")
    void scopesChangedByTheScript() throws ScriptException {
        global();
        assertEquals(5, engine.eval("context.setAttribute('fresh', 5, 200)\nfresh"));
        assertEquals(6, engine.eval("context.setAttribute('own', 6, 100)\nown"));
    }

    @Test
    @DisplayName("4.38 further scopes of the default context are got and set through the engine")
    void furtherScopesOfTheEngine() throws ScriptException {
        ScopedContext context = new ScopedContext();
        engine.setContext(context);
        assertSame(context.request, engine.getBindings(ScopedContext.REQUEST_SCOPE));
        engine.setBindings(new SimpleBindings(Map.of("user", "ann")), ScopedContext.REQUEST_SCOPE);
        assertEquals("ann", engine.eval("user"));
    }

    @Test
    @DisplayName("4.39 eval with Bindings sees all other scopes of the default context")
    void furtherScopesBesideBindings() throws ScriptException {
        ScopedContext context = new ScopedContext();
        context.request.put("user", "ann");
        engine.setContext(context);
        Bindings own = new SimpleBindings(new HashMap<>(Map.of("x", 1)));
        assertEquals("ann1", engine.eval("y = user + str(x)\ny", own));
        assertEquals("ann1", own.get("y"));
        assertEquals("ann1", Engines.compilable(engine).compile("user + str(x)").eval(own));
        assertEquals(7, engine.eval("context.setAttribute('z', 7, 150)\nz", own));
        assertEquals(7, context.request.get("z"));
        assertNull(engine.get("y"));
    }

    @Test
    @DisplayName("4.40 names that a context computes in getAttribute are seen behind the scopes")
    void computedAttributes() throws ScriptException {
        SimpleScriptContext context = new SimpleScriptContext() {
            @Override
            public Object getAttribute(String name) {
                return name.startsWith("conf_") ? name.substring(5) : super.getAttribute(name);
            }
        };
        assertEquals("color", engine.eval("conf_color", context));
        context.setBindings(engine.createBindings(), ScriptContext.ENGINE_SCOPE);
        assertEquals("size", engine.eval("def f(): return conf_size\nf()", context));
        assertEquals("own", engine.eval("conf_size = 'own'\nf()", context));
        assertTrue(assertThrows(ScriptException.class, () -> engine.eval("other", context))
                .getMessage().startsWith("NameError"));
    }

    private Bindings global() {
        Bindings global = new SimpleBindings();
        engine.setBindings(global, ScriptContext.GLOBAL_SCOPE);
        return global;
    }

    /** A context with a scope between the two usual ones. */
    private static final class ScopedContext extends SimpleScriptContext {
        private static final int REQUEST_SCOPE = 150;
        private Bindings request = new SimpleBindings();

        @Override
        public List<Integer> getScopes() {
            return List.of(ENGINE_SCOPE, REQUEST_SCOPE, GLOBAL_SCOPE);
        }

        @Override
        public Bindings getBindings(int scope) {
            return scope == REQUEST_SCOPE ? request : super.getBindings(scope);
        }

        @Override
        public void setBindings(Bindings bindings, int scope) {
            if (scope == REQUEST_SCOPE) {
                request = bindings;
            } else {
                super.setBindings(bindings, scope);
            }
        }

        @Override
        public void setAttribute(String name, Object value, int scope) {
            getBindings(scope).put(name, value);
        }
    }

}
