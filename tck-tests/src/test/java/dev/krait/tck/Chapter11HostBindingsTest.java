package dev.krait.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.krait.PyObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.script.Bindings;
import javax.script.Compilable;
import javax.script.CompiledScript;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import javax.script.SimpleBindings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("11 Bindings of the host's own")
class Chapter11HostBindingsTest {
    private final ScriptEngine engine = Engines.create();
    private final Bindings host = new SimpleBindings();

    @Test
    @DisplayName("11.1 their values are globals, assignments are written back")
    void bothWays() throws ScriptException {
        host.put("x", 20);
        assertEquals(21, engine.eval("y = x + 1\ny", host));
        assertEquals(21, host.get("y"));
        assertEquals(Set.of("x", "y"), host.keySet());
    }

    @Test
    @DisplayName("11.2 only what changed is written; no helper, dunder name or module is put into them")
    void onlyWhatChanged() throws ScriptException {
        List<String> written = new ArrayList<>();
        Map<String, Object> map = new HashMap<>(Map.of("a", 1));
        Bindings recording = new SimpleBindings(map) {
            @Override
            public Object put(String name, Object value) {
                written.add(name);
                return super.put(name, value);
            }
        };
        engine.eval(
                "import math\nfrom os import path\n__x__ = 1\nb = a + 1\ndef f(): return math.pi\nc = f() > 3",
                recording);
        assertEquals(List.of("b", "f", "c"), written);
    }

    @Test
    @DisplayName("11.3 functions see later changes made through the same object")
    void laterChanges() throws ScriptException {
        host.put("rate", 2);
        engine.eval("def price(x): return x * rate", host);
        assertEquals(10, engine.eval("price(5)", host));
        host.put("rate", 3);
        assertEquals(15, engine.eval("price(5)", host));
    }

    @Test
    @DisplayName("11.4 functions keep the Bindings under which they were made")
    void functionsKeepTheirBindings() throws ScriptException {
        host.put("who", "first");
        PyObject function = (PyObject) engine.eval("def f(): return who\nf", host);
        Bindings second = new SimpleBindings();
        second.put("who", "second");
        second.put("f", function);
        assertEquals("first", engine.eval("f()", second));
        assertEquals("first", function.call().toJava());
    }

    @Test
    @DisplayName("11.5 a function taken out keeps its Bindings alive")
    void functionsKeepBindingsAlive() throws Exception {
        PyObject function = functionOfDroppedBindings();
        for (int i = 0; i < 5; i++) {
            System.gc();
            Thread.sleep(10);
        }
        assertEquals("kept", function.call().toJava());
    }

    private PyObject functionOfDroppedBindings() throws ScriptException {
        Bindings dropped = new SimpleBindings();
        dropped.put("word", "kept");
        return (PyObject) engine.eval("def f(): return word\nf", dropped);
    }

    @Test
    @DisplayName("11.6 values computed in get are asked by name, the names never listed")
    void lazyBindings() throws ScriptException {
        LazyBindings lazy = new LazyBindings(
                name -> name.startsWith("var_") ? name.substring(4) : null);
        assertEquals("ab", engine.eval("var_a + var_b", lazy));
        assertEquals("c", engine.eval("def f(): return var_c\nf()", lazy));
        engine.eval("result = var_x * 2", lazy);
        assertEquals("xx", lazy.written.get("result"));
    }

    @Test
    @DisplayName("11.7 class bodies, comprehensions and nested functions see them")
    void nestedCode() throws ScriptException {
        host.put("n", 3);
        assertEquals("3 [0, 3, 6] 9", engine.eval("""
                class C:
                    v = n
                    w = [i * n for i in range(n)]
                def outer():
                    def inner(): return n * n
                    return inner()
                f'{C.v} {C.w} {outer()}'
                """, host));
    }

    @Test
    @DisplayName("11.8 a host's value hides the builtin of that name, in class bodies too")
    void hidesBuiltins() throws ScriptException {
        host.put("id", "order 5");
        host.put("type", "sale");
        assertEquals("order 5 sale", engine.eval("class C:\n    v = type\nid + ' ' + C.v", host));
        assertEquals(3, engine.eval("len('abc')", host));
    }

    @Test
    @DisplayName("11.9 global statements are written back")
    void globalStatements() throws ScriptException {
        host.put("count", 1);
        engine.eval("def f():\n    global count, fresh\n    count += 1\n    fresh = 'new'\nf()",
                host);
        assertEquals(2, host.get("count"));
        assertEquals("new", host.get("fresh"));
        host.put("count", 10);
        engine.eval("f()", host);
        assertEquals(11, host.get("count"));
    }

    @Test
    @DisplayName("11.10 del removes from them")
    void deletion() throws ScriptException {
        host.put("x", 1);
        engine.eval("del x", host);
        assertFalse(host.containsKey("x"));
        assertTrue(org.junit.jupiter.api.Assertions
                .assertThrows(ScriptException.class, () -> engine.eval("del x", host)).getMessage()
                .startsWith("NameError"));
    }

    @Test
    @DisplayName("11.11 null is None, not an absent name")
    void nullValues() throws ScriptException {
        host.put("x", null);
        assertEquals(true, engine.eval("x is None", host));
        engine.eval("y = None", host);
        assertTrue(host.containsKey("y"));
    }

    @Test
    @DisplayName("11.12 what a script stored is what it finds: the same Python object")
    void sameObject() throws ScriptException {
        assertEquals(true, engine.eval("""
                import decimal, datetime
                d = decimal.Decimal('1.50')
                t = datetime.datetime(2020, 1, 1)
                l = [1]
                s = {1, 2}
                o = object()
                k = o
                type(d) is decimal.Decimal and type(t) is datetime.datetime and type(l) is list \
                and type(s) is set and k is o
                """, host));
        assertEquals(true, engine.eval("type(d) is decimal.Decimal and l == [1]", host));
        assertEquals(new BigDecimal("1.50"), host.get("d"));
    }

    @Test
    @DisplayName("11.13 a value the host changed meanwhile is found changed")
    void changedByHost() throws ScriptException {
        engine.eval("import decimal\nd = decimal.Decimal('1.50')", host);
        host.put("d", "other");
        assertEquals("other", engine.eval("d", host));
    }

    @Test
    @DisplayName("11.14 globals() and dir() show the host's names")
    void globalsFunction() throws ScriptException {
        host.put("x", 1);
        assertEquals(true,
                engine.eval("'x' in globals() and globals()['x'] == 1 and 'x' in dir()", host));
        engine.eval("globals()['y'] = 5\nglobals().update(z=6)", host);
        assertEquals(5, host.get("y"));
        assertEquals(6, host.get("z"));
        assertEquals("None 7",
                engine.eval("f\"{globals().get('q')} {globals().setdefault('q', 7)}\"", host));
    }

    @Test
    @DisplayName("11.15 GLOBAL_SCOPE is seen behind them, engine and context too")
    void otherScopes() throws ScriptException {
        engine.setBindings(new SimpleBindings(Map.of("g", "global", "x", "global")),
                ScriptContext.GLOBAL_SCOPE);
        host.put("x", "host");
        assertEquals("host global", engine.eval("x + ' ' + g", host));
        assertEquals("host global", engine.eval("def f(): return x + ' ' + g\nf()", host));
        assertEquals("KraitScriptEngine", engine.eval(
                "context is not None and type(engine.getFactory().getScriptEngine()).__name__",
                host));
    }

    @Test
    @DisplayName("11.16 as ENGINE_SCOPE of the default context they serve put, get and invokeFunction")
    void asEngineScope() throws Exception {
        engine.setBindings(host, ScriptContext.ENGINE_SCOPE);
        engine.put("factor", 3);
        engine.eval("def times(x): return x * factor");
        assertEquals(12, Engines.invocable(engine).invokeFunction("times", 4));
        assertTrue(host.get("times") instanceof PyObject);
    }

    @Test
    @DisplayName("11.17 a compiled script runs with them")
    void compiled() throws ScriptException {
        CompiledScript script = ((Compilable) engine).compile("total = price * 2\ntotal");
        for (int i = 0; i < 5; i++) {
            Bindings each = new SimpleBindings();
            each.put("price", i);
            assertEquals(2 * i, script.eval(each));
            assertEquals(2 * i, each.get("total"));
        }
    }

    @Test
    @DisplayName("11.18 Bindings that throw show their exception to the script and its caller")
    void throwing() throws ScriptException {
        IllegalStateException thrown = new IllegalStateException("database gone");
        LazyBindings broken = new LazyBindings(name -> {
            if (name.equals("secret")) {
                throw thrown;
            }
            return null;
        });
        assertEquals("caught",
                engine.eval("try:\n    secret\nexcept Exception:\n    r = 'caught'\nr", broken));
        assertSame(thrown,
                org.junit.jupiter.api.Assertions
                        .assertThrows(ScriptException.class, () -> engine.eval("secret", broken))
                        .getCause());
    }

    @Test
    @DisplayName("11.19 Bindings that take no values leave the script its own")
    void readOnly() throws ScriptException {
        Bindings readOnly = new SimpleBindings(Map.of("x", 1));
        assertEquals(3, engine.eval("y = x + 1\ny + 1", readOnly));
        assertNull(readOnly.get("y"));
    }

    @Test
    @DisplayName("11.20 pickle, dataclasses and __main__ work under them")
    void customs() throws ScriptException {
        assertEquals(7, engine.eval("""
                import pickle, __main__
                from dataclasses import dataclass
                @dataclass
                class P:
                    x: 'int'
                p = pickle.loads(pickle.dumps(P(7)))
                __main__.p.x
                """, host));
    }

    @Test
    @DisplayName("11.21 streams and errors are those of any eval")
    void errors() {
        ScriptException error = org.junit.jupiter.api.Assertions.assertThrows(ScriptException.class,
                () -> engine.eval("\nundefined_name", host));
        assertTrue(error.getMessage().startsWith("NameError: name 'undefined_name' is not defined"),
                error.getMessage());
        assertEquals(2, error.getLineNumber());
    }

    @Test
    @DisplayName("11.22 keys that are no identifiers are harmless")
    void strangeKeys() throws ScriptException {
        host.put("two words", 1);
        host.put("execution.id", 2);
        assertEquals(3, engine.eval("globals()['two words'] + globals()['execution.id']", host));
    }

    @Test
    @DisplayName("11.23 maps that hold no null leave None to the script, until the host sets the name")
    void mapsWithoutNull() throws ScriptException {
        Bindings concurrent = new SimpleBindings(new ConcurrentHashMap<>(Map.of("x", 1)));
        engine.eval("x = None\ndef seen(): return x is None", concurrent);
        assertFalse(concurrent.containsKey("x"));
        assertEquals(true, engine.eval("seen()", concurrent));
        concurrent.put("x", 2);
        assertEquals(false, engine.eval("seen()", concurrent));
        assertEquals(3, engine.eval("x + 1", concurrent));
    }

    @Test
    @DisplayName("11.24 a host that refuses functions and classes leaves them to the script; other values it may refuse")
    void refusedDefinitions() throws ScriptException {
        Bindings storing = new SimpleBindings() {
            @Override
            public Object put(String name, Object value) {
                if (value instanceof PyObject) {
                    throw new IllegalArgumentException(name + " cannot be stored");
                }
                return super.put(name, value);
            }
        };
        storing.put("n", 20);
        assertEquals(42, engine.eval("""
                class Pair:
                    def __init__(self, n): self.both = twice(n)
                def twice(n): return 2 * n
                low = len
                total = Pair(n).both + low('ab')
                total
                """, storing));
        assertEquals(Set.of("n", "total"), storing.keySet());
        assertEquals(6, engine.eval("twice(3)", storing));
        ScriptException refused = assertThrows(ScriptException.class,
                () -> engine.eval("pair = Pair(1)", storing));
        assertTrue(refused.getMessage().contains("pair cannot be stored"), refused::getMessage);
    }
}
