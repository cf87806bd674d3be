package dev.krait.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.krait.Python;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The REPL on a terminal in memory; what the programs print is caught in Python. */
@Timeout(30)
class ReplTest {
    private static final Logger LOGGER = Logger.getLogger("org.jline");
    @TempDir
    Path folder;
    private int code;

    @BeforeAll
    static void keepJlineQuiet() {
        // it warns when a terminal is closed while it waits for output
        LOGGER.setLevel(Level.OFF);
    }

    /** Types the keys, one text at each prompt; gives what the inputs printed. */
    private String type(String... keys) throws IOException {
        Python python = Python.start();
        PythonSide program = PythonSide.load(python, "program.py");
        python.exec(
                "import io, sys\nkept = sys.stdout, sys.stderr\nsys.stdout = sys.stderr = caught = io.StringIO()");
        try (PipedOutputStream keyboard = new PipedOutputStream();
                PipedInputStream input = new PipedInputStream(keyboard, 1 << 16);
                Terminal terminal = TerminalBuilder.builder().system(false).type("ansi")
                        .streams(input, new Typist(keyboard, List.of(keys)))
                        .encoding(StandardCharsets.UTF_8).build()) {
            terminal.setSize(Size.of(80, 24));
            code = Repl.run(python, program, terminal, folder.resolve("history"));
            return python.eval("caught.getvalue()").toString();
        } finally {
            python.exec("sys.stdout, sys.stderr = kept");
        }
    }

    @Test
    void theValueOfAnInputIsShownAndKept() throws IOException {
        assertEquals("42\n43\n'a'\n", type("6*7\r", "_ + 1\r", "None\r", "'a'\r"));
        assertEquals(0, code);
    }

    @Test
    void aBlockGoesOnUntilABlankLine() throws IOException {
        assertEquals("4\n6\n", type("for i in (2, 3):\r", "    print(i * 2)\r", "\r"));
        assertEquals("[1, 2]\n", type("[1,\r", "2]\r"));
    }

    @Test
    void namesAndAttributesAreCompleted() throws IOException {
        assertEquals("5\n", type("some_long_name = 5\r", "some_lo\t\r"));
        assertEquals("True\n", type("import sys\r", "sys.byteord\t in ('little', 'big')\r"));
    }

    @Test
    void anExceptionIsShownAndTheReplGoesOn() throws IOException {
        String out = type("1/0\r", "7\r");
        assertTrue(out.endsWith("ZeroDivisionError: division by zero\n7\n"), out);
        assertTrue(!out.contains("<krait>"), out);
        assertTrue(type("def f(:\r", "8\r").contains("SyntaxError"), out);
    }

    @Test
    void controlCCancelsTheLine() throws IOException {
        assertEquals("9\n", type("this is wrong\u0003", "9\r"));
    }

    @Test
    void exitEndsWithItsCode() throws IOException {
        type("import sys\r", "sys.exit(3)\r");
        assertEquals(3, code);
    }

    @Test
    void inputsAreRemembered() throws IOException {
        type("first = 1\r", "second = 2\r");
        assertEquals("first = 1\nsecond = 2\n", Files.readString(folder.resolve("history")));
        assertEquals("1\n", type("\u0010\u0010; print(first)\r"));
    }
}
