package dev.krait.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javax.script.Bindings;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import javax.script.SimpleBindings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("1 ScriptEngineManager")
class Chapter01ManagerTest {
    private final ScriptEngineManager manager = new ScriptEngineManager();

    @Test
    @DisplayName("1.1 the constructor finds engines through the thread's context class loader")
    void findsByContextLoader() {
        assertTrue(manager.getEngineFactories().stream().anyMatch(Chapter01ManagerTest::isOurs));
    }

    @Test
    @DisplayName("1.2 the constructor with a class loader finds engines through that")
    void findsByGivenLoader() {
        assertNotNull(
                new ScriptEngineManager(getClass().getClassLoader()).getEngineByName("cpython"));
    }

    @Test
    @DisplayName("1.3 with a null class loader only engines of the platform are found, and nothing fails")
    void nullLoaderIsAllowed() {
        assertNull(new ScriptEngineManager(null).getEngineByName("cpython"));
    }

    @Test
    @DisplayName("1.4 a null context class loader is allowed; an engine of a registered factory works under it")
    void nullContextLoaderIsAllowed() throws ScriptException {
        ScriptEngineFactory factory = ours();
        ClassLoader outer = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(null);
        try {
            ScriptEngineManager bare = new ScriptEngineManager();
            bare.registerEngineName("mine", factory);
            assertEquals(3, bare.getEngineByName("mine").eval("1 + 2"));
        } finally {
            Thread.currentThread().setContextClassLoader(outer);
        }
    }

    @ParameterizedTest(name = "1.5 getEngineByName finds it as {0}")
    @ValueSource(strings = {"cpython", "python", "python3", "py", "krait"})
    void foundByName(String name) {
        assertTrue(isOurs(manager.getEngineByName(name).getFactory()));
    }

    @Test
    @DisplayName("1.6 getEngineByName gives null for an unknown name")
    void unknownNameIsNull() {
        assertNull(manager.getEngineByName("no such language"));
    }

    @Test
    @DisplayName("1.7 getEngineByName throws NullPointerException for null")
    void nullNameIsRefused() {
        assertThrows(NullPointerException.class, () -> manager.getEngineByName(null));
    }

    @Test
    @DisplayName("1.8 getEngineByExtension finds it as py")
    void foundByExtension() {
        assertTrue(isOurs(manager.getEngineByExtension("py").getFactory()));
    }

    @Test
    @DisplayName("1.9 getEngineByExtension throws NullPointerException for null and gives null for others")
    void otherExtensions() {
        assertThrows(NullPointerException.class, () -> manager.getEngineByExtension(null));
        assertNull(manager.getEngineByExtension("no-such"));
    }

    @ParameterizedTest(name = "1.10 getEngineByMimeType finds it as {0}")
    @ValueSource(strings = {"text/x-python", "application/x-python", "text/x-python3"})
    void foundByMimeType(String type) {
        assertTrue(isOurs(manager.getEngineByMimeType(type).getFactory()));
    }

    @Test
    @DisplayName("1.11 getEngineByMimeType throws NullPointerException for null and gives null for others")
    void otherMimeTypes() {
        assertThrows(NullPointerException.class, () -> manager.getEngineByMimeType(null));
        assertNull(manager.getEngineByMimeType("text/no-such"));
    }

    @Test
    @DisplayName("1.12 each look-up gives an engine of its own")
    void eachLookUpGivesANewEngine() {
        assertNotSame(manager.getEngineByName("cpython"), manager.getEngineByName("cpython"));
    }

    @Test
    @DisplayName("1.13 the manager's Bindings are GLOBAL_SCOPE of its engines, the same object")
    void managerBindingsAreGlobalScope() {
        assertSame(manager.getBindings(),
                manager.getEngineByName("cpython").getBindings(ScriptContext.GLOBAL_SCOPE));
    }

    @Test
    @DisplayName("1.14 put and get of the manager reach the scripts of all its engines")
    void putReachesScripts() throws ScriptException {
        ScriptEngine first = manager.getEngineByName("cpython");
        ScriptEngine second = manager.getEngineByName("cpython");
        manager.put("shared", 21);
        assertEquals(21, manager.get("shared"));
        assertEquals(42, first.eval("shared * 2"));
        assertEquals(63, second.eval("shared * 3"));
    }

    @Test
    @DisplayName("1.15 setBindings makes other Bindings the GLOBAL_SCOPE of engines made later")
    void setBindings() throws ScriptException {
        Bindings others = new SimpleBindings();
        others.put("x", "of the others");
        manager.setBindings(others);
        assertEquals("of the others", manager.getEngineByName("cpython").eval("x"));
    }

    @Test
    @DisplayName("1.16 setBindings throws IllegalArgumentException for null")
    void nullBindingsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> manager.setBindings(null));
    }

    @Test
    @DisplayName("1.17 put throws NullPointerException for a null key and IllegalArgumentException for an empty one")
    void badKeysAreRefused() {
        assertThrows(NullPointerException.class, () -> manager.put(null, 1));
        assertThrows(IllegalArgumentException.class, () -> manager.put("", 1));
    }

    @Test
    @DisplayName("1.18 a factory registered for a name, a MIME type and an extension is found by them")
    void registeredFactoriesAreFound() {
        ScriptEngineFactory factory = ours();
        manager.registerEngineName("jython", factory);
        manager.registerEngineMimeType("text/jython", factory);
        manager.registerEngineExtension("jy", factory);
        assertTrue(isOurs(manager.getEngineByName("jython").getFactory()));
        assertTrue(isOurs(manager.getEngineByMimeType("text/jython").getFactory()));
        assertTrue(isOurs(manager.getEngineByExtension("jy").getFactory()));
    }

    @Test
    @DisplayName("1.19 the engine's factory is the kind the manager lists")
    void factoryIsTheListedOne() {
        assertSame(ours().getClass(), manager.getEngineByName("cpython").getFactory().getClass());
    }

    private ScriptEngineFactory ours() {
        return manager.getEngineFactories().stream().filter(Chapter01ManagerTest::isOurs)
                .findFirst().orElseThrow();
    }

    private static boolean isOurs(ScriptEngineFactory factory) {
        return factory.getEngineName().equals("Krait");
    }
}
