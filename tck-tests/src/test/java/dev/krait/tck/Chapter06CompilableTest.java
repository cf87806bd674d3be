package dev.krait.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.script.Bindings;
import javax.script.Compilable;
import javax.script.CompiledScript;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import javax.script.SimpleBindings;
import javax.script.SimpleScriptContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("6 Compilable and CompiledScript")
class Chapter06CompilableTest {
    private final ScriptEngine engine = Engines.create();
    private final Compilable compilable = Engines.compilable(engine);

    @Test
    @DisplayName("6.1 compile(String) runs nothing")
    void compileRunsNothing() throws ScriptException {
        compilable.compile("x = 1");
        assertFalse(engine.getBindings(ScriptContext.ENGINE_SCOPE).containsKey("x"));
    }

    @Test
    @DisplayName("6.2 eval() of the compiled script runs it in the default context, as often as wanted")
    void evalAgain() throws ScriptException {
        engine.put("n", 0);
        CompiledScript script = compilable.compile("n += 1\nn");
        assertEquals(1, script.eval());
        assertEquals(2, script.eval());
        assertEquals(2, engine.get("n"));
    }

    @Test
    @DisplayName("6.3 compile(Reader) does the same, and leaves the reader open")
    void compileReader() throws ScriptException {
        boolean[] closed = new boolean[1];
        Reader reader = new StringReader("6 * 7") {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        assertEquals(42, compilable.compile(reader).eval());
        assertFalse(closed[0]);
    }

    @Test
    @DisplayName("6.4 compile throws NullPointerException for null")
    void compileNull() {
        assertThrows(NullPointerException.class, () -> compilable.compile((String) null));
        assertThrows(NullPointerException.class, () -> compilable.compile((Reader) null));
    }

    @Test
    @DisplayName("6.5 compile throws ScriptException with the place for a syntax error")
    void compileSyntaxError() {
        ScriptException error = assertThrows(ScriptException.class,
                () -> compilable.compile("ok = 1\nif:\n"));
        assertEquals(2, error.getLineNumber());
        assertEquals(3, error.getColumnNumber());
    }

    @Test
    @DisplayName("6.6 a reader that fails is a ScriptException")
    void compileFailingReader() {
        Reader reader = new Reader() {
            @Override
            public int read(char[] buffer, int offset, int length) throws IOException {
                throw new IOException("gone");
            }

            @Override
            public void close() {}
        };
        assertEquals("gone", assertThrows(ScriptException.class, () -> compilable.compile(reader))
                .getCause().getMessage());
    }

    @Test
    @DisplayName("6.7 eval(Bindings) uses them as ENGINE_SCOPE")
    void evalBindings() throws ScriptException {
        CompiledScript script = compilable.compile("y = x * 2\ny");
        Bindings names = engine.createBindings();
        names.put("x", 4);
        assertEquals(8, script.eval(names));
        assertEquals(8, names.get("y"));
        assertEquals(10, script.eval(new SimpleBindings(new java.util.HashMap<>(Map.of("x", 5)))));
        assertNull(engine.get("y"));
    }

    @Test
    @DisplayName("6.8 eval((Bindings) null) is eval() in the default context")
    void evalNullBindings() throws ScriptException {
        engine.put("x", 3);
        assertEquals(3, compilable.compile("x").eval((Bindings) null));
    }

    @Test
    @DisplayName("6.9 eval(Bindings) keeps the default context's GLOBAL_SCOPE, reader and writer")
    void evalBindingsKeepsTheRest() throws ScriptException {
        StringWriter out = new StringWriter();
        engine.getContext().setWriter(out);
        engine.setBindings(new SimpleBindings(Map.of("g", "global")), ScriptContext.GLOBAL_SCOPE);
        compilable.compile("print(g)").eval(engine.createBindings());
        assertEquals("global\n", out.toString());
    }

    @Test
    @DisplayName("6.10 eval(ScriptContext) runs under that context")
    void evalContext() throws ScriptException {
        SimpleScriptContext context = new SimpleScriptContext();
        context.setAttribute("x", 11, ScriptContext.ENGINE_SCOPE);
        assertEquals(11, compilable.compile("x").eval(context));
    }

    @Test
    @DisplayName("6.11 eval((ScriptContext) null) throws NullPointerException")
    void evalNullContext() throws ScriptException {
        CompiledScript script = compilable.compile("1");
        assertThrows(NullPointerException.class, () -> script.eval((ScriptContext) null));
    }

    @Test
    @DisplayName("6.12 getEngine is the engine that compiled it")
    void getEngine() throws ScriptException {
        assertSame(engine, compilable.compile("1").getEngine());
    }

    @Test
    @DisplayName("6.13 an error at run time is a ScriptException with the place")
    void runtimeError() throws ScriptException {
        CompiledScript script = compilable.compile("x = 1\nx / 0");
        assertEquals(2, assertThrows(ScriptException.class, script::eval).getLineNumber());
    }

    @Test
    @DisplayName("6.14 FILENAME at compile time names the code")
    void fileName() throws ScriptException {
        engine.put(ScriptEngine.FILENAME, "rules.py");
        CompiledScript script = compilable.compile("1 / 0");
        ScriptException error = assertThrows(ScriptException.class, script::eval);
        assertEquals("rules.py", error.getFileName());
    }

    @Test
    @DisplayName("6.15 many threads evaluate one compiled script at once, each with Bindings of its own")
    void manyThreads() throws Exception {
        CompiledScript script = compilable
                .compile("total = 0\nfor i in range(n):\n    total += i\ntotal");
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            List<Future<Object>> results = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                Bindings names = engine.createBindings();
                names.put("n", i * 10);
                results.add(pool.submit(() -> script.eval(names)));
            }
            for (int i = 0; i < 64; i++) {
                assertEquals(i * 10 * (i * 10 - 1) / 2, results.get(i).get());
            }
        }
    }

    @Test
    @DisplayName("6.16 a compiled script runs with Bindings of another engine, while other engines live")
    void otherEnginesBindings() throws ScriptException {
        ScriptEngine other = Engines.create();
        other.put("who", "other");
        engine.put("who", "own");
        CompiledScript script = compilable.compile("who");
        assertEquals("other", script.eval(other.getBindings(ScriptContext.ENGINE_SCOPE)));
        assertEquals("own", script.eval());
    }

    @Test
    @DisplayName("6.17 functions that a compiled script defines are there afterwards")
    void definitions() throws Exception {
        compilable.compile("def twice(x): return 2 * x").eval();
        assertEquals(6, Engines.invocable(engine).invokeFunction("twice", 3));
    }

    @Test
    @DisplayName("6.18 a compiled script sees later values of its globals")
    void laterValues() throws ScriptException {
        CompiledScript script = compilable.compile("price * quantity");
        engine.put("price", 10);
        engine.put("quantity", 2);
        assertEquals(20, script.eval());
        engine.put("quantity", 3);
        assertEquals(30, script.eval());
    }

    @Test
    @DisplayName("6.19 text that is evaluated again gives the same as the first time")
    void textAgain() throws ScriptException {
        for (int i = 0; i < 50; i++) {
            engine.put("i", i);
            assertEquals(i + 1, engine.eval("i + 1"));
        }
    }

    @Test
    @DisplayName("6.20 thousands of different texts are evaluated")
    void manyTexts() throws ScriptException {
        for (int i = 0; i < 3000; i++) {
            assertEquals(i, engine.eval("0 + " + i));
        }
    }
}
