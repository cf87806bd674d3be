package dev.krait.tck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigInteger;
import javax.script.Bindings;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import javax.script.SimpleBindings;
import javax.script.SimpleScriptContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("3 ScriptEngine: eval")
class Chapter03EvalTest {
    private final ScriptEngine engine = Engines.create();

    @Test
    @DisplayName("3.1 eval(String) gives the value of a last expression")
    void lastExpression() throws ScriptException {
        assertEquals(2, engine.eval("1+1"));
        assertEquals(7, engine.eval("a = 3\nb = 4\na + b"));
    }

    @Test
    @DisplayName("3.2 eval gives null where the last statement is no expression")
    void lastStatement() throws ScriptException {
        assertNull(engine.eval("x = 1"));
        assertNull(engine.eval("1\nx = 2"));
        assertNull(engine.eval("def f(): return 1"));
        assertNull(engine.eval("for i in range(3): i"));
    }

    @Test
    @DisplayName("3.3 eval of nothing, of blanks and of comments gives null")
    void nothing() throws ScriptException {
        assertNull(engine.eval(""));
        assertNull(engine.eval("  \n\t\n"));
        assertNull(engine.eval("# nothing\n"));
    }

    @Test
    @DisplayName("3.4 scalars come out as the Java values they are")
    void scalars() throws ScriptException {
        assertNull(engine.eval("None"));
        assertEquals(true, engine.eval("1 < 2"));
        assertEquals(5, engine.eval("5"));
        assertEquals(1L << 40, engine.eval("1 << 40"));
        assertEquals(BigInteger.ONE.shiftLeft(100), engine.eval("1 << 100"));
        assertEquals(2.5, engine.eval("5 / 2"));
        assertEquals("text", engine.eval("'te' + 'xt'"));
        assertArrayEquals(new byte[]{1, 2}, (byte[]) engine.eval("b'\\x01\\x02'"));
    }

    @Test
    @DisplayName("3.5 a result that must be exactly a Boolean is one")
    void exactlyBoolean() throws ScriptException {
        engine.put("amount", 150);
        assertSame(Boolean.class, engine.eval("amount > 100").getClass());
    }

    @Test
    @DisplayName("3.6 eval(String) uses the default context")
    void defaultContext() throws ScriptException {
        engine.getContext().setAttribute("x", 5, ScriptContext.ENGINE_SCOPE);
        assertEquals(5, engine.eval("x"));
    }

    @Test
    @DisplayName("3.7 what a script defines is there for the next")
    void definitionsStay() throws ScriptException {
        engine.eval("import math\ndef area(r): return math.pi * r ** 2");
        assertEquals(Math.PI * 4, engine.eval("area(2)"));
    }

    @Test
    @DisplayName("3.8 eval(Reader) does the same as eval(String)")
    void reader() throws ScriptException {
        assertEquals(2, engine.eval(new StringReader("1+1")));
    }

    @Test
    @DisplayName("3.9 eval(Reader) does not close the reader")
    void readerStaysOpen() throws ScriptException {
        boolean[] closed = new boolean[1];
        engine.eval(new StringReader("1") {
            @Override
            public void close() {
                closed[0] = true;
            }
        });
        assertFalse(closed[0]);
    }

    @Test
    @DisplayName("3.10 a reader that fails midway is a ScriptException with the IOException as cause")
    void readerFails() {
        IOException broken = new IOException("broken");
        Reader reader = new Reader() {
            private boolean started;

            @Override
            public int read(char[] buffer, int offset, int length) throws IOException {
                if (started) {
                    throw broken;
                }
                started = true;
                buffer[offset] = '1';
                return 1;
            }

            @Override
            public void close() {}
        };
        assertSame(broken,
                assertThrows(ScriptException.class, () -> engine.eval(reader)).getCause());
    }

    @Test
    @DisplayName("3.11 eval(String, Bindings) uses them as ENGINE_SCOPE and leaves the engine's own alone")
    void evalWithBindings() throws ScriptException {
        engine.put("x", 1);
        Bindings others = engine.createBindings();
        others.put("x", 2);
        assertEquals(2, engine.eval("y = x; y", others));
        assertEquals(2, others.get("y"));
        assertEquals(1, engine.get("x"));
        assertNull(engine.get("y"));
    }

    @Test
    @DisplayName("3.12 eval(String, Bindings) keeps the default context's reader, writers and GLOBAL_SCOPE")
    void evalWithBindingsKeepsTheRest() throws ScriptException {
        Bindings global = new SimpleBindings();
        global.put("g", "global");
        engine.setBindings(global, ScriptContext.GLOBAL_SCOPE);
        engine.getContext().setReader(new StringReader("typed\n"));
        assertEquals("globaltyped", engine.eval("g + input()", engine.createBindings()));
    }

    @Test
    @DisplayName("3.13 eval(Reader, Bindings) does the same as eval(String, Bindings)")
    void readerWithBindings() throws ScriptException {
        Bindings others = engine.createBindings();
        others.put("x", 20);
        assertEquals(21, engine.eval(new StringReader("x + 1"), others));
    }

    @Test
    @DisplayName("3.14 eval(String, ScriptContext) runs under that context, which is not made the default")
    void evalWithContext() throws ScriptException {
        ScriptContext former = engine.getContext();
        SimpleScriptContext context = new SimpleScriptContext();
        context.setBindings(engine.createBindings(), ScriptContext.ENGINE_SCOPE);
        context.setAttribute("x", 8, ScriptContext.ENGINE_SCOPE);
        assertEquals(16, engine.eval("z = x * 2; z", context));
        assertEquals(16, context.getAttribute("z"));
        assertSame(former, engine.getContext());
        assertNull(engine.get("z"));
    }

    @Test
    @DisplayName("3.15 eval(Reader, ScriptContext) does the same as eval(String, ScriptContext)")
    void readerWithContext() throws ScriptException {
        SimpleScriptContext context = new SimpleScriptContext();
        context.setAttribute("x", 8, ScriptContext.ENGINE_SCOPE);
        assertEquals(9, engine.eval(new StringReader("x + 1"), context));
    }

    @Test
    @DisplayName("3.16 eval throws NullPointerException for a null script")
    void nullScript() {
        assertThrows(NullPointerException.class, () -> engine.eval((String) null));
        assertThrows(NullPointerException.class,
                () -> engine.eval((String) null, engine.createBindings()));
        assertThrows(NullPointerException.class,
                () -> engine.eval((String) null, engine.getContext()));
    }

    @Test
    @DisplayName("3.17 eval throws NullPointerException for a null reader")
    void nullReader() {
        assertThrows(NullPointerException.class, () -> engine.eval((Reader) null));
        assertThrows(NullPointerException.class,
                () -> engine.eval((Reader) null, engine.createBindings()));
        assertThrows(NullPointerException.class,
                () -> engine.eval((Reader) null, engine.getContext()));
    }

    @Test
    @DisplayName("3.18 eval throws NullPointerException for null Bindings and a null context")
    void nullBindings() {
        assertThrows(NullPointerException.class, () -> engine.eval("1", (Bindings) null));
        assertThrows(NullPointerException.class, () -> engine.eval("1", (ScriptContext) null));
        assertThrows(NullPointerException.class,
                () -> engine.eval(new StringReader("1"), (Bindings) null));
        assertThrows(NullPointerException.class,
                () -> engine.eval(new StringReader("1"), (ScriptContext) null));
    }

    @Test
    @DisplayName("3.19 setContext changes the default context")
    void setContext() throws ScriptException {
        SimpleScriptContext context = new SimpleScriptContext();
        context.setBindings(engine.createBindings(), ScriptContext.ENGINE_SCOPE);
        context.setAttribute("x", "of the new", ScriptContext.ENGINE_SCOPE);
        engine.setContext(context);
        assertSame(context, engine.getContext());
        assertEquals("of the new", engine.eval("x"));
    }

    @Test
    @DisplayName("3.20 setContext throws NullPointerException for null")
    void setContextNull() {
        assertThrows(NullPointerException.class, () -> engine.setContext(null));
    }

    @Test
    @DisplayName("3.21 the engine is Compilable and Invocable")
    void optionalInterfaces() {
        assertTrue(engine instanceof javax.script.Compilable);
        assertTrue(engine instanceof javax.script.Invocable);
    }

    @Test
    @DisplayName("3.22 an engine is usable after any error")
    void usableAfterErrors() throws ScriptException {
        Engines.failure(engine, "1/0");
        Engines.failure(engine, "def (");
        Engines.failure(engine, "raise SystemExit");
        assertEquals(4, engine.eval("2 * 2"));
    }

    @Test
    @DisplayName("3.23 two engines never see each other's names")
    void enginesAreApart() throws ScriptException {
        engine.eval("secret = 1");
        assertEquals(false, Engines.create().eval("'secret' in globals()"));
    }

    @Test
    @DisplayName("3.24 engines share imported modules")
    void modulesAreShared() throws ScriptException {
        engine.eval("import json\njson.krait_mark = 'seen'");
        assertEquals("seen", Engines.create().eval("import json\njson.krait_mark"));
    }

    @Test
    @DisplayName("3.25 ten megabytes of source are evaluated")
    void bigSource() throws ScriptException {
        String line = "# " + "x".repeat(97) + "\n";
        assertEquals(1, engine.eval(line.repeat(100_000) + "1"));
    }

    @Test
    @DisplayName("3.26 recursion without end is a RecursionError, not the end of the JVM")
    void endlessRecursion() {
        assertTrue(Engines.failure(engine, "def f(): return f()\nf()").getMessage()
                .startsWith("RecursionError"));
    }
}
