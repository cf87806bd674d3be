package dev.krait.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.FilterReader;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.function.Supplier;
import javax.script.Compilable;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import javax.script.SimpleScriptContext;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("5 ScriptContext: streams")
class Chapter05StreamsTest {
    private final ScriptEngine engine = Engines.create();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void redirect() {
        engine.getContext().setWriter(out);
        engine.getContext().setErrorWriter(err);
    }

    @Test
    @DisplayName("5.1 the writer of the context is sys.stdout")
    void writer() throws ScriptException {
        engine.eval("print('hello', 5)");
        assertEquals("hello 5\n", out.toString());
    }

    @Test
    @DisplayName("5.2 the error writer is sys.stderr")
    void errorWriter() throws ScriptException {
        engine.eval("import sys\nprint('oops', file=sys.stderr)");
        assertEquals("oops\n", err.toString());
        assertEquals("", out.toString());
    }

    @Test
    @DisplayName("5.3 the reader is sys.stdin: input(), readline, read, iteration")
    void reader() throws ScriptException {
        engine.getContext().setReader(new StringReader("one\r\ntwo\nthree\nfour\nrest\nof it"));
        assertEquals("one", engine.eval("input()"));
        assertEquals("two\n", engine.eval("import sys\nsys.stdin.readline()"));
        assertEquals("three\n", engine.eval("next(sys.stdin)"));
        assertEquals("fo", engine.eval("sys.stdin.read(2)"));
        assertEquals("ur\nrest\nof it", engine.eval("sys.stdin.read()"));
        assertEquals("", engine.eval("sys.stdin.read()"));
    }

    @Test
    @DisplayName("5.4 input() shows its prompt and raises EOFError at the end")
    void prompt() throws ScriptException {
        engine.getContext().setReader(new StringReader("Ada\n"));
        assertEquals("Ada", engine.eval("input('name? ')"));
        assertEquals("name? ", out.toString());
        assertTrue(Engines.failure(engine, "input()").getMessage().startsWith("EOFError"));
    }

    @Test
    @DisplayName("5.5 nothing behind the line read is taken from the reader")
    void readsNoFurther() throws Exception {
        StringReader reader = new StringReader("first\nsecond\n");
        engine.getContext().setReader(reader);
        engine.eval("input()");
        assertEquals('s', reader.read());
    }

    @Test
    @DisplayName("5.6 sys.stdin.buffer gives the text in UTF-8, whatever sizes are asked")
    void binaryInput() throws ScriptException {
        engine.getContext().setReader(new StringReader("h\u00e9\uD83D\uDC0D"));
        assertEquals("68c3a9f09f908d", engine.eval(
                "import sys\nb = b''\nwhile True:\n    c = sys.stdin.buffer.read(1)\n    if not c: break\n    b += c\nb.hex()"));
    }

    @Test
    @DisplayName("5.7 sys.stdout.buffer takes UTF-8, also cut inside a character")
    void binaryOutput() throws ScriptException {
        engine.eval(
                "import sys\nfor c in 'h\u00e9!'.encode(): sys.stdout.buffer.write(bytes([c]))");
        assertEquals("h\u00e9!", out.toString());
    }

    @Test
    @DisplayName("5.8 a writer set between two evals is used by the second")
    void changedWriter() throws ScriptException {
        engine.eval("print(1)");
        StringWriter second = new StringWriter();
        engine.getContext().setWriter(second);
        engine.eval("print(2)");
        assertEquals("1\n", out.toString());
        assertEquals("2\n", second.toString());
    }

    @Test
    @DisplayName("5.9 a script that runs under another context writes there")
    void otherContext() throws ScriptException {
        StringWriter other = new StringWriter();
        SimpleScriptContext context = new SimpleScriptContext();
        context.setBindings(engine.createBindings(), ScriptContext.ENGINE_SCOPE);
        context.setWriter(other);
        engine.eval("print('there')", context);
        assertEquals("there\n", other.toString());
        assertEquals("", out.toString());
    }

    @Test
    @DisplayName("5.10 output is flushed when eval returns")
    void flushed() throws ScriptException {
        StringWriter behind = new StringWriter();
        engine.getContext().setWriter(new BufferedWriter(behind, 1 << 16));
        engine.eval("print('now')");
        assertEquals("now\n", behind.toString());
    }

    @Test
    @DisplayName("5.11 output is flushed before an error comes out too")
    void flushedBeforeErrors() {
        StringWriter behind = new StringWriter();
        engine.getContext().setWriter(new PrintWriter(new BufferedWriter(behind)));
        Engines.failure(engine, "print('before')\n1/0");
        assertEquals("before\n", behind.toString());
    }

    @Test
    @DisplayName("5.12 print(flush=True) flushes at once")
    void printFlush() throws ScriptException {
        StringWriter behind = new StringWriter();
        engine.getContext().setWriter(new BufferedWriter(behind));
        engine.put("seen", (Supplier<String>) behind::toString);
        assertEquals("x", engine.eval("print('x', end='', flush=True)\nseen()"));
    }

    @Test
    @DisplayName("5.13 a writer that throws is OSError in the script")
    void throwingWriter() throws ScriptException {
        engine.getContext().setWriter(new FailingWriter(new IOException("disk full")));
        assertEquals(true, engine.eval(
                "try:\n    print('x')\nexcept OSError as e:\n    seen = 'disk full' in str(e)\nseen"));
        engine.getContext().setWriter(new FailingWriter(new IllegalStateException("closed")));
        assertEquals(true, engine.eval(
                "try:\n    print('x')\nexcept OSError as e:\n    seen = 'closed' in str(e)\nseen"));
    }

    @Test
    @DisplayName("5.14 a writer that throws is a ScriptException where the script lets it be")
    void throwingWriterUncaught() {
        engine.getContext().setWriter(new FailingWriter(new IOException("disk full")));
        assertTrue(Engines.failure(engine, "print('x')").getMessage().contains("disk full"));
    }

    @Test
    @DisplayName("5.32 an Error of a writer or reader comes out as it is")
    void errorsOfStreams() {
        Error full = new OutOfMemoryError("full");
        engine.getContext().setWriter(new FilterWriter(out) {
            @Override
            public void write(String text, int offset, int length) {
                throw full;
            }
        });
        engine.getContext().setReader(new FilterReader(new StringReader("")) {
            @Override
            public int read() {
                throw full;
            }
        });
        String script = "try:\n    %s\nexcept OSError:\n    pass";
        assertSame(full,
                assertThrows(Error.class, () -> engine.eval(script.formatted("print('x')"))));
        assertSame(full, assertThrows(Error.class, () -> engine.eval(script.formatted("input()"))));
    }

    @Test
    @DisplayName("5.15 sys.stdout can be replaced by the script itself")
    void redirectStdout() throws ScriptException {
        engine.eval("import io, contextlib\nbuffer = io.StringIO()\n"
                + "with contextlib.redirect_stdout(buffer):\n    print('inside')\nprint('outside')");
        assertEquals("inside\n", engine.eval("buffer.getvalue()"));
        assertEquals("outside\n", out.toString());
    }

    @Test
    @DisplayName("5.21 a callback that evaluates under another context leaves the outer streams as they were")
    void nestedEval() throws ScriptException {
        StringWriter inner = new StringWriter();
        SimpleScriptContext context = new SimpleScriptContext();
        context.setBindings(engine.createBindings(), ScriptContext.ENGINE_SCOPE);
        context.setWriter(inner);
        engine.put("nested", (Supplier<Object>) () -> {
            try {
                return engine.eval("print('inner')\n7", context);
            } catch (ScriptException failed) {
                throw new IllegalStateException(failed);
            }
        });
        assertEquals(7, engine.eval("print('a')\nn = nested()\nprint('b')\nn"));
        assertEquals("a\nb\n", out.toString());
        assertEquals("inner\n", inner.toString());
    }

    @Test
    @DisplayName("5.22 printing ten megabytes is quick")
    void tenMegabytes() {
        Assertions.assertTimeout(Duration.ofSeconds(5),
                () -> engine.eval("print('x' * 10_000_000)"));
        assertEquals(10_000_001, out.getBuffer().length());
    }

    @Test
    @DisplayName("5.23 any text comes through: NUL, astral planes, lone surrogates")
    void anyText() throws ScriptException {
        engine.eval("print('\\0\\U0001F40D\\ud800', end='')");
        assertEquals("\0\uD83D\uDC0D\uD800", out.toString());
    }

    @Test
    @DisplayName("5.24 the streams answer what programs ask of them")
    void streamAttributes() throws ScriptException {
        assertEquals("utf-8 False True <stdout>", engine.eval("import sys\ns = sys.stdout\n"
                + "s.reconfigure(encoding='utf-8')\n' '.join(map(str, (s.encoding, s.isatty(), s.writable(), s.name)))"));
        assertTrue(Engines.failure(engine, "import sys\nsys.stdout.fileno()").getMessage()
                .contains("fileno"));
        assertTrue(Engines.failure(engine, "import sys\nsys.stdout.write(5)").getMessage()
                .startsWith("TypeError"));
        engine.eval("sys.stdout.close()\nprint('still open')");
        assertEquals("still open\n", out.toString());
    }

    @Test
    @DisplayName("5.25 the default context's streams are those of System, until they are set")
    void defaults() {
        ScriptContext context = Engines.create().getContext();
        assertNotNull(context.getReader());
        assertNotNull(context.getWriter());
        assertNotNull(context.getErrorWriter());
        assertSame(out, engine.getContext().getWriter());
        assertFalse(out.equals(context.getWriter()));
    }

    @Test
    @DisplayName("5.26 warnings and logging go to the error writer")
    void warnings() throws ScriptException {
        engine.eval(
                "import warnings\nwith warnings.catch_warnings():\n    warnings.simplefilter('always')\n"
                        + "    warnings.warn('careful')");
        assertTrue(err.toString().contains("careful"), err.toString());
    }

    @Test
    @DisplayName("5.31 so do warnings of the compiler, also those of compile")
    void warningsOfTheCompiler() throws ScriptException {
        engine.eval("x = 1 is 1");
        assertTrue(err.toString().contains("SyntaxWarning"), err.toString());
        err.getBuffer().setLength(0);
        ((Compilable) engine).compile("y = 2 is 2");
        assertTrue(err.toString().contains("SyntaxWarning"), err.toString());
    }

    private static final class FailingWriter extends Writer {
        private final Exception thrown;

        FailingWriter(Exception thrown) {
            this.thrown = thrown;
        }

        @Override
        public void write(char[] text, int offset, int length) throws IOException {
            if (thrown instanceof IOException checked) {
                throw checked;
            }
            throw (RuntimeException) thrown;
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
