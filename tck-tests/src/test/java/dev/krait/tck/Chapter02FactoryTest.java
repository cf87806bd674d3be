package dev.krait.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.util.List;
import javax.script.Bindings;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptException;
import javax.script.SimpleScriptContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("2 ScriptEngineFactory")
class Chapter02FactoryTest {
    private final ScriptEngineFactory factory = Engines.create().getFactory();

    @Test
    @DisplayName("2.1 getEngineName and getEngineVersion name the engine")
    void engineName() {
        assertEquals("Krait", factory.getEngineName());
        assertTrue(factory.getEngineVersion().matches("\\d+\\.\\d+\\.\\d+.*"));
    }

    @Test
    @DisplayName("2.2 getLanguageName and getLanguageVersion name the language")
    void language() {
        assertEquals("Python", factory.getLanguageName());
        assertTrue(factory.getLanguageVersion().startsWith("3"));
    }

    @Test
    @DisplayName("2.3 getExtensions gives an immutable list")
    void extensions() {
        assertEquals(List.of("py"), factory.getExtensions());
        assertThrows(UnsupportedOperationException.class, () -> factory.getExtensions().add("x"));
    }

    @Test
    @DisplayName("2.4 getMimeTypes gives an immutable list")
    void mimeTypes() {
        assertEquals(List.of("text/x-python", "application/x-python", "text/x-python3"),
                factory.getMimeTypes());
        assertThrows(UnsupportedOperationException.class, () -> factory.getMimeTypes().add("x"));
    }

    @Test
    @DisplayName("2.5 getNames gives an immutable list")
    void names() {
        assertEquals(List.of("cpython", "python", "python3", "py", "krait"), factory.getNames());
        assertThrows(UnsupportedOperationException.class, () -> factory.getNames().add("x"));
    }

    @Test
    @DisplayName("2.6 getParameter(ENGINE) is getEngineName")
    void parameterEngine() {
        assertEquals(factory.getEngineName(), factory.getParameter(ScriptEngine.ENGINE));
    }

    @Test
    @DisplayName("2.7 getParameter(ENGINE_VERSION) is getEngineVersion")
    void parameterEngineVersion() {
        assertEquals(factory.getEngineVersion(), factory.getParameter(ScriptEngine.ENGINE_VERSION));
    }

    @Test
    @DisplayName("2.8 getParameter(LANGUAGE) is getLanguageName")
    void parameterLanguage() {
        assertEquals(factory.getLanguageName(), factory.getParameter(ScriptEngine.LANGUAGE));
    }

    @Test
    @DisplayName("2.9 getParameter(LANGUAGE_VERSION) is getLanguageVersion")
    void parameterLanguageVersion() {
        assertEquals(factory.getLanguageVersion(),
                factory.getParameter(ScriptEngine.LANGUAGE_VERSION));
    }

    @Test
    @DisplayName("2.10 getParameter(NAME) is one of getNames")
    void parameterName() {
        assertTrue(factory.getNames().contains(factory.getParameter(ScriptEngine.NAME)));
    }

    @Test
    @DisplayName("2.11 getParameter(THREADING) is MULTITHREADED")
    void parameterThreading() {
        assertEquals("MULTITHREADED", factory.getParameter("THREADING"));
    }

    @Test
    @DisplayName("2.12 getParameter of an unknown key is null")
    void parameterUnknown() {
        assertNull(factory.getParameter("no such key"));
    }

    @Test
    @DisplayName("2.13 getParameter throws NullPointerException for null")
    void parameterNull() {
        assertThrows(NullPointerException.class, () -> factory.getParameter(null));
    }

    @Test
    @DisplayName("2.14 getMethodCallSyntax calls a method with the arguments named")
    void methodCallSyntax() throws ScriptException {
        assertEquals("o.m()", factory.getMethodCallSyntax("o", "m"));
        String call = factory.getMethodCallSyntax("text", "replace", "a", "b");
        ScriptEngine engine = factory.getScriptEngine();
        engine.put("text", "banana");
        engine.put("a", "an");
        engine.put("b", "AN");
        assertEquals("bANANa", engine.eval(call));
    }

    @Test
    @DisplayName("2.15 getMethodCallSyntax throws NullPointerException for a null object, method, array or element")
    void methodCallSyntaxNulls() {
        assertThrows(NullPointerException.class, () -> factory.getMethodCallSyntax(null, "m"));
        assertThrows(NullPointerException.class, () -> factory.getMethodCallSyntax("o", null));
        assertThrows(NullPointerException.class,
                () -> factory.getMethodCallSyntax("o", "m", (String[]) null));
        assertThrows(NullPointerException.class,
                () -> factory.getMethodCallSyntax("o", "m", "a", null));
    }

    @ParameterizedTest(name = "2.16 getOutputStatement prints any text [{index}]")
    @ValueSource(strings = {"plain", "", "it's", "say \"hi\"", "both ' and \"", "back\\slash",
            "\\n", "two\nlines", "tab\tand\rreturn", "\0nul", "\u007f\u001b[0m",
            "snake \uD83D\uDC0D", "'''", "%s {x}", "\u2028", "half \uD83D of one"})
    void outputStatement(String text) throws ScriptException {
        ScriptEngine engine = factory.getScriptEngine();
        StringWriter out = new StringWriter();
        engine.getContext().setWriter(out);
        engine.eval(factory.getOutputStatement(text));
        assertEquals(text + "\n", out.toString());
    }

    @Test
    @DisplayName("2.17 getProgram makes a script of statements")
    void program() throws ScriptException {
        String program = factory.getProgram("x = 6", "if x:\n    x = x * 7", "x");
        assertEquals(42, factory.getScriptEngine().eval(program));
        assertNull(factory.getScriptEngine().eval(factory.getProgram()));
    }

    @Test
    @DisplayName("2.18 getProgram throws NullPointerException for a null array or element")
    void programNulls() {
        assertThrows(NullPointerException.class, () -> factory.getProgram((String[]) null));
        assertThrows(NullPointerException.class, () -> factory.getProgram("a", null));
    }

    @Test
    @DisplayName("2.19 getScriptEngine makes a new engine, whose factory it is")
    void engines() {
        ScriptEngine engine = factory.getScriptEngine();
        assertSame(factory, engine.getFactory());
        assertNotSame(engine, factory.getScriptEngine());
    }

    @Test
    @DisplayName("2.20 an engine made by the factory has an empty ENGINE_SCOPE and may have no GLOBAL_SCOPE")
    void scopesOfANewEngine() throws ScriptException {
        ScriptEngine engine = factory.getScriptEngine();
        Bindings names = engine.getBindings(ScriptContext.ENGINE_SCOPE);
        assertTrue(names.isEmpty());
        assertNull(engine.getBindings(ScriptContext.GLOBAL_SCOPE));
        assertEquals(1, engine.eval("1", new SimpleScriptContext()));
    }
}
