package dev.krait.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.script.Bindings;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import javax.script.SimpleBindings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("4 Bindings and scopes: Bindings")
class Chapter04BindingsTest {
    private static final Object NO_NAME = 5;
    private final ScriptEngine engine = Engines.create();
    private final Bindings names = engine.getBindings(ScriptContext.ENGINE_SCOPE);

    @Test
    @DisplayName("4.1 a value that was put is a global of scripts")
    void put() throws ScriptException {
        engine.put("x", 20);
        assertEquals(21, engine.eval("x + 1"));
    }

    @Test
    @DisplayName("4.2 a global of a script can be got")
    void get() throws ScriptException {
        engine.eval("y = 'made in Python'");
        assertEquals("made in Python", engine.get("y"));
        assertNull(engine.get("never set"));
    }

    @Test
    @DisplayName("4.3 put and get of the engine are those of ENGINE_SCOPE")
    void putIsThatOfTheScope() {
        engine.put("x", 1);
        assertEquals(1, names.get("x"));
        names.put("x", 2);
        assertEquals(2, engine.get("x"));
    }

    @Test
    @DisplayName("4.4 deletions show on both sides")
    void deletions() throws ScriptException {
        engine.eval("x = 1\ny = 2\ndel x");
        assertFalse(names.containsKey("x"));
        names.remove("y");
        assertTrue(Engines.failure(engine, "y").getMessage().startsWith("NameError"));
    }

    @Test
    @DisplayName("4.5 null is a value: None in Python, present in the Bindings")
    void nullValues() throws ScriptException {
        engine.put("n", null);
        assertEquals(true, engine.eval("n is None"));
        assertTrue(names.containsKey("n"));
        engine.eval("m = None");
        assertTrue(names.containsKey("m"));
        assertNull(names.get("m"));
    }

    @Test
    @DisplayName("4.6 engine.put and get throw NullPointerException for a null key, IllegalArgumentException for an empty one")
    void engineKeys() {
        assertThrows(NullPointerException.class, () -> engine.put(null, 1));
        assertThrows(IllegalArgumentException.class, () -> engine.put("", 1));
        assertThrows(NullPointerException.class, () -> engine.get(null));
        assertThrows(IllegalArgumentException.class, () -> engine.get(""));
    }

    @Test
    @DisplayName("4.7 Bindings.put throws NullPointerException for a null name, IllegalArgumentException for an empty one")
    void bindingsPut() {
        assertThrows(NullPointerException.class, () -> names.put(null, 1));
        assertThrows(IllegalArgumentException.class, () -> names.put("", 1));
    }

    @Test
    @DisplayName("4.8 Bindings.put gives the former value")
    void bindingsPutFormer() {
        assertNull(names.put("x", 1));
        assertEquals(1, names.put("x", 2));
    }

    @Test
    @DisplayName("4.9 Bindings.get checks its key: null, no String, empty")
    void bindingsGet() {
        assertThrows(NullPointerException.class, () -> names.get(null));
        assertThrows(ClassCastException.class, () -> names.get(NO_NAME));
        assertThrows(IllegalArgumentException.class, () -> names.get(""));
    }

    @Test
    @DisplayName("4.10 Bindings.containsKey checks its key: null, no String, empty")
    void bindingsContainsKey() {
        assertThrows(NullPointerException.class, () -> names.containsKey(null));
        assertThrows(ClassCastException.class, () -> names.containsKey(NO_NAME));
        assertThrows(IllegalArgumentException.class, () -> names.containsKey(""));
    }

    @Test
    @DisplayName("4.11 Bindings.remove checks its key and gives the former value")
    void bindingsRemove() {
        assertThrows(NullPointerException.class, () -> names.remove(null));
        assertThrows(ClassCastException.class, () -> names.remove(NO_NAME));
        assertThrows(IllegalArgumentException.class, () -> names.remove(""));
        names.put("x", 1);
        assertEquals(1, names.remove("x"));
        assertNull(names.remove("x"));
    }

    @Test
    @DisplayName("4.12 Bindings.putAll puts all, and throws NullPointerException for a null map or key")
    void bindingsPutAll() throws ScriptException {
        names.putAll(Map.of("a", 1, "b", 2));
        assertEquals(3, engine.eval("a + b"));
        assertThrows(NullPointerException.class, () -> names.putAll(null));
        java.util.HashMap<String, Object> bad = new java.util.HashMap<>();
        bad.put(null, 1);
        assertThrows(NullPointerException.class, () -> names.putAll(bad));
        assertThrows(IllegalArgumentException.class, () -> names.putAll(Map.of("", 1)));
    }

    @Test
    @DisplayName("4.13 keySet, values, entrySet, size show the script's names, none with two underscores at both ends")
    void views() throws ScriptException {
        engine.eval("a = 1\nb = 'two'\n__c__ = 3");
        assertEquals(Set.of("a", "b"), names.keySet());
        assertEquals(Set.of(1, "two"), Set.copyOf(names.values()));
        assertEquals(Map.of("a", 1, "b", "two"), Map.copyOf(names));
        assertEquals(2, names.size());
        assertEquals(3, names.get("__c__"));
    }

    @Test
    @DisplayName("4.14 entries write through, iterators remove")
    void entries() throws ScriptException {
        engine.eval("a = 1\nb = 2");
        Iterator<Map.Entry<String, Object>> entries = names.entrySet().iterator();
        entries.next().setValue(10);
        entries.next();
        entries.remove();
        assertEquals(10, engine.eval("a"));
        assertFalse(names.containsKey("b"));
    }

    @Test
    @DisplayName("4.15 clear empties it and the engine works on")
    void clear() throws ScriptException {
        engine.eval("a = 1\ndef f(): return len('abc')");
        names.clear();
        assertTrue(names.isEmpty());
        assertEquals(3, engine.eval("len('abc')"));
    }

    @Test
    @DisplayName("4.16 equals, hashCode and containsValue are those of a map")
    void mapEquality() {
        names.put("a", 1);
        assertEquals(Map.of("a", 1), names);
        assertEquals(Map.of("a", 1).hashCode(), names.hashCode());
        assertTrue(names.containsValue(1));
        assertEquals("[a=1]", names.entrySet().toString());
    }

    @Test
    @DisplayName("4.17 keys that are no identifiers are harmless and reachable through globals()")
    void strangeKeys() throws ScriptException {
        engine.put("two words", 1);
        engine.put("a.b", 2);
        engine.put("class", 3);
        engine.put("\uD83D\uDC0D", 4);
        assertEquals(10, engine
                .eval("g = globals()\ng['two words'] + g['a.b'] + g['class'] + g['\\U0001F40D']"));
    }

    @Test
    @DisplayName("4.18 createBindings gives new, empty Bindings")
    void createBindings() {
        engine.put("x", 1);
        Bindings created = engine.createBindings();
        assertTrue(created.isEmpty());
        assertNotSame(created, engine.createBindings());
    }

    @Test
    @DisplayName("4.19 setBindings makes other Bindings ENGINE_SCOPE")
    void setEngineScope() throws ScriptException {
        Bindings others = engine.createBindings();
        others.put("x", "other");
        engine.setBindings(others, ScriptContext.ENGINE_SCOPE);
        assertSame(others, engine.getBindings(ScriptContext.ENGINE_SCOPE));
        assertEquals("other", engine.eval("x"));
    }

    @Test
    @DisplayName("4.20 setBindings throws NullPointerException for null as ENGINE_SCOPE")
    void setEngineScopeNull() {
        assertThrows(NullPointerException.class,
                () -> engine.setBindings(null, ScriptContext.ENGINE_SCOPE));
    }

    @Test
    @DisplayName("4.21 setBindings and getBindings throw IllegalArgumentException for another scope")
    void otherScopes() {
        assertThrows(IllegalArgumentException.class,
                () -> engine.setBindings(new SimpleBindings(), 77));
        assertThrows(IllegalArgumentException.class, () -> engine.getBindings(77));
    }

    @Test
    @DisplayName("4.34 the Bindings of one engine given to another are shared")
    void sharedBindings() throws ScriptException {
        ScriptEngine other = Engines.create();
        engine.eval("x = 5");
        assertEquals(5, other.eval("y = x; x", names));
        assertEquals(5, engine.get("y"));
    }

    @Test
    @DisplayName("4.35 getAttribute of the context finds what scripts set")
    void contextAttributes() throws ScriptException {
        engine.eval("x = 1");
        ScriptContext context = engine.getContext();
        assertEquals(1, context.getAttribute("x"));
        assertEquals(ScriptContext.ENGINE_SCOPE, context.getAttributesScope("x"));
        assertEquals(1, context.removeAttribute("x", ScriptContext.ENGINE_SCOPE));
        assertEquals(false, engine.eval("'x' in globals()"));
    }

    @Test
    @DisplayName("4.36 changes while iterating do not break the iteration")
    void iterationIsASnapshot() throws ScriptException {
        engine.eval("a = 1\nb = 2");
        List<String> seen = new ArrayList<>();
        Iterator<String> each = names.keySet().iterator();
        while (each.hasNext()) {
            seen.add(each.next());
            names.put("more_" + seen.getLast(), 1);
        }
        assertEquals(List.of("a", "b"), seen);
    }
}
