package dev.krait.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs run as the python command runs them. */
class ProgramTest {
    @TempDir
    Path folder;

    private Krait krait() {
        return new Krait(folder);
    }

    private void file(String name, String... lines) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    @Test
    void aFileIsTheRealMainModule() throws IOException {
        file("pro gram.py", "import sys, pickle, dataclasses, threading, signal, beside",
                "@dataclasses.dataclass", "class P:", "    x: int",
                "assert sys.modules['__main__'].P is P",
                "assert pickle.loads(pickle.dumps(P(3))) == P(3)",
                "assert threading.current_thread() is threading.main_thread()",
                "signal.signal(signal.SIGTERM, signal.SIG_DFL)",
                "print(__name__, __file__, sys.argv, sys.path[0], beside.x)");
        file("beside.py", "x = 5");
        Krait.Result result = krait().run("pro gram.py", "-c", "--python", "a b");
        assertEquals("", result.err());
        String real = folder.toRealPath().toString();
        assertEquals("__main__ " + real + "/pro gram.py ['pro gram.py', '-c', '--python', 'a b'] "
                + real + " 5\n", result.out());
        assertEquals(0, result.code());
    }

    @Test
    void textTakesTheRestAsArguments() {
        Krait.Result result = krait().run("-c", "import sys; print(sys.argv, sys.path[0] == '')",
                "-x", "--", "-m", "doctor");
        assertEquals("['-c', '-x', '--', '-m', 'doctor'] True\n", result.out());
    }

    @Test
    void optionsStandBeforeTheText() {
        Krait.Result result = krait().run("-u", "-c", "import sys; print(sys.argv)", "--", "-u");
        assertEquals("['-c', '--', '-u']\n", result.out());
    }

    @Test
    void modulesAndFoldersRun() throws IOException {
        file("pack/__init__.py", "");
        file("pack/__main__.py", "import sys", "print(__name__, __package__, sys.argv[1:])");
        assertEquals("__main__ pack ['a']\n", krait().run("-m", "pack", "a").out());
        file("app/__main__.py", "import inside, sys", "print(inside.x, sys.argv)");
        file("app/inside.py", "x = 7");
        assertEquals("7 ['app', 'b']\n", krait().run("app", "b").out());
    }

    @Test
    void standardInputIsTheProgram() {
        assertEquals("['-', 'a']\n",
                krait().input("import sys\nprint(sys.argv)\n").run("-", "a").out());
        assertEquals("['']\n", krait().input("import sys\nprint(sys.argv)\n").run().out());
    }

    @Test
    void exitCodesAreThoseOfPython() {
        assertEquals(0, krait().run("-c", "import sys; sys.exit()").code());
        assertEquals(7, krait().run("-c", "import sys; sys.exit(7)").code());
        assertEquals(255, krait().run("-c", "import sys; sys.exit(-1)").code());
        Krait.Result text = krait().run("-c", "import sys; print('out'); sys.exit('bye')");
        assertEquals(1, text.code());
        assertEquals("bye\n", text.err());
        assertEquals("out\n", text.out());
    }

    @Test
    void anUncaughtExceptionShowsPythonsTraceback() throws IOException {
        file("bad.py", "def f():", "    return {}['x']", "f()");
        Krait.Result result = krait().run("bad.py");
        assertEquals(1, result.code());
        String file = folder.toRealPath().resolve("bad.py").toString();
        assertTrue(result.err().startsWith("Traceback (most recent call last):\n  File \"" + file
                + "\", line 3, in <module>\n    f()\n"), result.err());
        assertTrue(result.err().endsWith("KeyError: 'x'\n"), result.err());
        assertFalse(result.err().contains("krait>") || result.err().contains("at dev."),
                result.err());
    }

    @Test
    void aSyntaxErrorPointsAtItsPlace() throws IOException {
        file("wrong.py", "x = 1", "def f(:");
        Krait.Result result = krait().run("wrong.py");
        assertEquals(1, result.code());
        assertTrue(result.err().startsWith("  File \"") && result.err().contains("line 2")
                && result.err().endsWith("SyntaxError: invalid syntax\n"), result.err());
    }

    @Test
    void anExceptHookOfTheProgramIsAsked() {
        Krait.Result result = krait().run("-c",
                "import sys\nsys.excepthook = lambda t, v, tb: print('hook', t.__name__, tb.tb_lineno)\n1/0");
        assertEquals("hook ZeroDivisionError 3\n", result.out());
        assertEquals(1, result.code());
    }

    @Test
    void threadsAndExitFunctionsRunToTheirEndBeforeTheProcess() {
        Krait.Result result = krait().javaOption("-Dkrait.exit.seconds=1").run("-c", """
                import atexit, threading, time
                atexit.register(lambda: print('exit function', end=''))
                def work():
                    time.sleep(2)
                    print('thread')
                threading.Thread(target=work).start()
                """);
        assertEquals("thread\nexit function", result.out());
        assertEquals("", result.err());
    }

    @Test
    void aMissingFileIsAUsageError() {
        Krait.Result result = krait().run("none.py");
        assertEquals(2, result.code());
        assertTrue(result.err().contains("can't open file") && result.err().contains("none.py"),
                result.err());
        assertEquals(2, krait().run("--bogus").code());
        assertEquals(2, krait().run("-c").code());
    }

    @Test
    void multiprocessingStartsPythonItself() throws IOException {
        file("many.py", "import multiprocessing", "def f(x):", "    return x * x",
                "if __name__ == '__main__':",
                "    with multiprocessing.get_context('spawn').Pool(1) as pool:",
                "        print(pool.map(f, range(4)))");
        Krait.Result result = krait().run("many.py");
        assertEquals("[0, 1, 4, 9]\n", result.out(), result.err());
    }

    @Test
    void anyTextComesThroughAsArgument() {
        String text = "é \uD83D\uDC0D 'quoted' \"double\" $HOME @file";
        Krait.Result result = krait().environment("LC_ALL", "C.UTF-8").run("-c",
                "import sys; print(sys.argv[1])", text);
        assertEquals(text + "\n", result.out());
    }
}
