package dev.krait.tck.hosts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.krait.tck.Jvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Host: jrunscript of the JDK")
class JrunscriptTest {
    @TempDir
    private Path folder;

    @Test
    void evaluatesTextOfTheCommandLine() throws Exception {
        assertEquals("42", run("", "-e", "print(6*7)"));
    }

    @Test
    void runsAFile() throws Exception {
        Path file = folder.resolve("job.py");
        Files.writeString(file, "def f(x):\n    return x * 2\n\nprint(f(21), __name__)\n");
        assertEquals("42 __main__", run("", "-f", file.toString()));
    }

    @Test
    void namesTheFileOfAnError() throws Exception {
        Path file = folder.resolve("job.py");
        Files.writeString(file, "x = 1\nx / 0\n");
        Jvm.Ending ending = Jvm.tool("jrunscript", "-l", "cpython", "-f", file.toString()).run("");
        assertTrue(ending.output().contains("ZeroDivisionError"), ending.output());
        assertTrue(ending.output().contains("job.py at line number 2"), ending.output());
    }

    @Test
    void runsStandardInput() throws Exception {
        String output = run("x = 2\nprint(x + 3)\n", "-f", "-");
        assertTrue(output.contains("5"), output);
    }

    @Test
    void isInteractive() throws Exception {
        String output = run("x = 20\nx + 1\nimport math\nmath.factorial(5)\n");
        assertTrue(output.contains("21"), output);
        assertTrue(output.contains("120"), output);
    }

    @Test
    void knowsTheLanguage() throws Exception {
        assertTrue(Jvm.tool("jrunscript", "-q").run("").output().contains("Language Python 3"));
    }

    private static String run(String input, String... arguments) throws Exception {
        String[] all = new String[arguments.length + 2];
        all[0] = "-l";
        all[1] = "cpython";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        Jvm.Ending ending = Jvm.tool("jrunscript", all).run(input);
        assertEquals(0, ending.code(), ending.output());
        return ending.output().lines().filter(line -> !line.startsWith("Warning:"))
                .collect(Collectors.joining("\n"));
    }
}
