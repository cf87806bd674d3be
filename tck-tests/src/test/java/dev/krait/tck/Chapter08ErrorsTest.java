package dev.krait.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.krait.error.PythonException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.apache.commons.lang3.SerializationUtils;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("8 ScriptException")
class Chapter08ErrorsTest {
    private final ScriptEngine engine = Engines.create();

    @Test
    @DisplayName("8.1 every error of a script is a ScriptException whose message begins with type and text")
    void message() {
        assertTrue(Engines.failure(engine, "raise ValueError('bad')").getMessage()
                .startsWith("ValueError: bad"));
        assertTrue(Engines.failure(engine, "1/0").getMessage()
                .startsWith("ZeroDivisionError: division by zero"));
    }

    @Test
    @DisplayName("8.2 getLineNumber is the line of the script, 1 for the first")
    void line() {
        assertEquals(1, Engines.failure(engine, "1/0").getLineNumber());
        assertEquals(3, Engines.failure(engine, "x = 1\n\nx/0").getLineNumber());
    }

    @Test
    @DisplayName("8.3 getFileName is the name given by FILENAME, else one made up")
    void fileName() {
        assertTrue(Engines.failure(engine, "1/0").getFileName().startsWith("<"));
        engine.put(ScriptEngine.FILENAME, "orders.py");
        assertEquals("orders.py", Engines.failure(engine, "1/0").getFileName());
    }

    @Test
    @DisplayName("8.4 getColumnNumber is the column, 1 for the first, or -1 where the Python version does not record it")
    void column() throws ScriptException {
        boolean recorded = (Boolean) engine.eval("import sys\nsys.version_info >= (3, 11)");
        assertEquals(recorded ? 5 : -1, Engines.failure(engine, "x = 1/0").getColumnNumber());
    }

    @Test
    @DisplayName("8.5 getMessage contains line, column and file name where they are known")
    void messageWithPlace() {
        engine.put(ScriptEngine.FILENAME, "orders.py");
        ScriptException error = Engines.failure(engine, "\n1/0");
        assertTrue(error.getMessage().contains("orders.py"), error.getMessage());
        assertTrue(error.getMessage().contains("line number 2"), error.getMessage());
    }

    @Test
    @DisplayName("8.6 the cause is a PythonException with class, text and place")
    void cause() {
        PythonException cause = python("raise KeyError('k')");
        assertEquals("KeyError", cause.typeName());
        assertEquals("'k'", cause.text());
        assertEquals(1, cause.position().line());
    }

    @Test
    @DisplayName("8.7 the cause's stack trace begins with the Python frames")
    void frames() {
        PythonException cause = python("def inner():\n    1/0\ndef outer():\n    inner()\nouter()");
        StackTraceElement[] trace = cause.getStackTrace();
        assertEquals("inner", trace[0].getMethodName());
        assertEquals(2, trace[0].getLineNumber());
        assertEquals("outer", trace[1].getMethodName());
        assertEquals("<module>", trace[2].getMethodName());
    }

    @Test
    @DisplayName("8.8 the place reported is in the script, also where a library raised")
    void placeInTheScript() {
        ScriptException error = Engines.failure(engine, "import json\n\njson.loads('{')");
        assertEquals(3, error.getLineNumber());
        assertTrue(error.getMessage().startsWith("json.decoder.JSONDecodeError"),
                error.getMessage());
    }

    @Test
    @DisplayName("8.9 a syntax error points at line and column")
    void syntaxError() {
        ScriptException error = Engines.failure(engine, "a = 1\nb = = 2\n");
        assertEquals(2, error.getLineNumber());
        assertEquals(5, error.getColumnNumber());
        assertTrue(error.getMessage().startsWith("SyntaxError"));
    }

    @Test
    @DisplayName("8.10 the cause's message shows the line of a syntax error with a caret under the place")
    void caret() {
        String message = python("b = = 2").getMessage();
        assertTrue(message.contains("b = = 2\n"), message);
        assertTrue(message.contains("        ^"), message);
    }

    @Test
    @DisplayName("8.11 __cause__ is the cause of the cause")
    void explicitCause() {
        Throwable cause = python(
                "try:\n    1/0\nexcept Exception as e:\n    raise ValueError('v') from e")
                .getCause();
        assertEquals("ZeroDivisionError", ((PythonException) cause).typeName());
    }

    @Test
    @DisplayName("8.12 so is __context__, unless suppressed")
    void implicitCause() {
        Throwable cause = python("try:\n    1/0\nexcept Exception:\n    raise ValueError('v')")
                .getCause();
        assertEquals("ZeroDivisionError", ((PythonException) cause).typeName());
        assertNull(python("try:\n    1/0\nexcept Exception:\n    raise ValueError('v') from None")
                .getCause());
    }

    @Test
    @DisplayName("8.13 notes and the members of an exception group are kept, where the version has them")
    void notesAndGroups() throws ScriptException {
        if (!(Boolean) engine.eval("import sys\nsys.version_info >= (3, 11)")) {
            assertTrue(
                    Engines.failure(engine, "ExceptionGroup").getMessage().startsWith("NameError"));
            return;
        }
        assertTrue(python("e = ValueError('v')\ne.add_note('remember')\nraise e").getMessage()
                .contains("remember"));
        Throwable[] members = python("raise ExceptionGroup('g', [ValueError('a'), KeyError('b')])")
                .getSuppressed();
        assertEquals(2, members.length);
        assertEquals("ValueError", ((PythonException) members[0]).typeName());
    }

    @Test
    @DisplayName("8.14 the host's own exception is the cause, the same object")
    void javaException() {
        Exception thrown = new java.util.concurrent.TimeoutException("too late");
        engine.put("f", (Callable<Object>) () -> {
            throw thrown;
        });
        ScriptException error = Engines.failure(engine, "f()");
        assertSame(thrown, error.getCause());
        assertTrue(error.getMessage().contains("too late"), error.getMessage());
        assertEquals(3, Engines.failure(engine, "def g():\n    pass\nf()").getLineNumber());
    }

    @Test
    @DisplayName("8.15 a host's exception that the script caught is not seen")
    void caughtJavaException() throws ScriptException {
        engine.put("f", (Callable<Object>) () -> {
            throw new IllegalArgumentException("no");
        });
        assertEquals("caught",
                engine.eval("try:\n    f()\nexcept Exception:\n    r = 'caught'\nr"));
    }

    @Test
    @DisplayName("8.16 an Error of Java comes out as it is")
    void javaError() {
        AssertionError thrown = new AssertionError("broken");
        engine.put("f", (Callable<Object>) () -> {
            throw thrown;
        });
        assertSame(thrown, assertThrows(AssertionError.class, () -> engine.eval("f()")));
    }

    @Test
    @DisplayName("8.17 sys.exit never ends the JVM: the cause knows the code")
    void exit() {
        assertEquals(OptionalInt.of(7), python("import sys\nsys.exit(7)").exitCode());
        assertEquals(OptionalInt.of(0), python("import sys\nsys.exit()").exitCode());
        assertEquals(OptionalInt.of(1), python("import sys\nsys.exit('text')").exitCode());
        assertEquals(OptionalInt.empty(), python("1/0").exitCode());
    }

    @Test
    @DisplayName("8.18 KeyboardInterrupt never ends the JVM")
    void keyboardInterrupt() {
        assertEquals("KeyboardInterrupt", python("raise KeyboardInterrupt").typeName());
    }

    @Test
    @DisplayName("8.19 a class of the script's own is named without a module")
    void ownClass() {
        assertTrue(Engines.failure(engine, "class Bad(Exception): pass\nraise Bad('x')")
                .getMessage().startsWith("Bad: x"));
    }

    @Test
    @DisplayName("8.20 an exception whose str() fails does no harm")
    void brokenStr() {
        assertNotNull(
                Engines.failure(engine, "class E(Exception):\n    def __str__(self): 1/0\nraise E")
                        .getMessage());
    }

    @Test
    @DisplayName("8.21 source with NUL is a ScriptException with the line")
    void nulInSource() {
        ScriptException error = Engines.failure(engine, "a = 1\nb = '\0'\n");
        assertTrue(error.getMessage().startsWith("SyntaxError"), error.getMessage());
        assertEquals(2, error.getLineNumber());
    }

    @Test
    @DisplayName("8.22 async code at the top level is refused with the usual SyntaxError")
    void topLevelAwait() {
        assertTrue(Engines.failure(engine, "import asyncio\nawait asyncio.sleep(0)").getMessage()
                .startsWith("SyntaxError"));
    }

    @Test
    @DisplayName("8.23 tracebacks made by the script show its own source lines")
    void sourceLines() throws ScriptException {
        assertTrue(((String) engine.eval("import traceback\ntry:\n    1 / 0  # this line\n"
                + "except Exception:\n    t = traceback.format_exc()\nt")).contains("# this line"));
    }

    @Test
    @DisplayName("8.24 printStackTrace shows Python and Java frames")
    void printStackTrace() {
        StringWriter text = new StringWriter();
        Engines.failure(engine, "def f():\n    1/0\nf()").printStackTrace(new PrintWriter(text));
        assertTrue(text.toString().contains("Caused by: dev.krait.error.PythonException"));
        assertTrue(text.toString().contains("<python>.f("), text.toString());
    }

    @Test
    @DisplayName("8.25 an error under a nested eval reaches the outer script as an exception")
    void nestedErrors() throws ScriptException {
        engine.put("nested", (Callable<Object>) () -> engine.eval("1/0"));
        assertEquals("seen",
                engine.eval("try:\n    nested()\nexcept Exception as e:\n    r = 'seen'\nr"));
        assertInstanceOf(ScriptException.class, Engines.failure(engine, "nested()").getCause());
    }

    @Test
    @DisplayName("8.26 the line is shown too for what the compiler refuses after parsing")
    void lateSyntaxErrors() {
        for (String late : List.of("await x", "return 5", "break")) {
            PythonException error = python("x = 1\n" + late);
            assertTrue(error.getMessage().contains("\n    " + late + "\n    ^"),
                    error.getMessage());
            assertEquals(2, error.position().line());
        }
    }

    @Test
    @DisplayName("8.27 it prints as a javax.script.ScriptException")
    void printedName() {
        assertTrue(Engines.failure(engine, "1/0").toString()
                .startsWith("javax.script.ScriptException: ZeroDivisionError: division by zero"));
    }

    @Test
    @DisplayName("8.28 of a very long line with a syntax error the part around the place is shown")
    void longLine() {
        String message = python("[" + "1, ".repeat(100_000) + "2 2" + ", 3".repeat(100_000) + "]")
                .getMessage();
        assertTrue(message.length() < 1000, "" + message.length());
        List<String> lines = message.lines().toList();
        int place = lines.get(2).indexOf('^');
        assertTrue(lines.get(1).substring(place).startsWith("2"), message);
    }

    @Test
    @DisplayName("8.29 it can be serialized, with place, cause and Python frames")
    void serialized() {
        ScriptException copy = SerializationUtils
                .roundtrip(Engines.failure(engine, "def f():\n    1/0\nf()"));
        assertEquals(2, copy.getLineNumber());
        PythonException cause = (PythonException) copy.getCause();
        assertEquals("ZeroDivisionError", cause.typeName());
        assertEquals("f", cause.getStackTrace()[0].getMethodName());
    }

    @Test
    @DisplayName("8.30 a text of several lines is whole, as that of an overload that was not found")
    void severalLines() {
        String message = Engines.failure(engine, "raise ValueError('one\\ntwo')").getMessage();
        assertTrue(message.startsWith("ValueError: one\ntwo in "), message);
        String overloads = Engines.failure(engine, "from java.lang import Math\nMath.max('a')")
                .getMessage();
        assertTrue(overloads.contains("max(int, int)"), overloads);
    }

    private PythonException python(String script) {
        return (PythonException) Engines.failure(engine, script).getCause();
    }
}
