package dev.krait.tck.crash;

import static dev.krait.tck.crash.Where.MAIN;
import static dev.krait.tck.crash.Where.VIRTUAL;

import dev.krait.Python;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Other processes: never a copy of the JVM. */
final class ForkScenarios {
    private ForkScenarios() {}

    @Scenario(on = {MAIN, VIRTUAL})
    static void forkIsRefusedWithTheRemedy() {
        Python python = Python.start();
        for (String fork : new String[]{"import os\nos.fork()", "import os\nos.forkpty()",
                "import posix\nposix.fork()", "import pty\npty.fork()",
                "from os import fork\nfork()"}) {
            var error = Check.raises("RuntimeError", () -> python.exec(fork));
            Check.that(error.text().contains("subprocess"), error);
        }
        Check.works();
    }

    @Scenario(on = {MAIN, VIRTUAL})
    static void subprocessWorks() {
        Python.start()
                .exec("""
                        import os, subprocess, sys
                        assert os.path.basename(sys.executable).startswith('python'), sys.executable
                        def run(*a): return subprocess.run([sys.executable, *a], capture_output=True, text=True, timeout=30)
                        done = run('-c', 'import sys; print(sys.version_info[:2]); sys.exit(3)')
                        assert done.returncode == 3 and done.stdout.strip() == str(sys.version_info[:2]), done
                        assert subprocess.check_output('echo shell', shell=True) == b'shell\\n'
                        assert os.system('exit 2') >> 8 == 2
                        assert os.popen('echo popen').read() == 'popen\\n'
                        assert os.spawnv(os.P_WAIT, '/bin/sh', ['sh', '-c', 'exit 4']) == 4
                        assert os.spawnlp(os.P_WAIT, 'sh', 'sh', '-c', 'exit 5') == 5
                        """);
        Check.works();
    }

    @Scenario
    static void multiprocessingSpawns() throws IOException {
        Files.writeString(Path.of("work.py"), "def square(x): return x * x\n");
        Python.start().exec("""
                import sys
                sys.path.insert(0, '.')
                import multiprocessing, concurrent.futures, work
                assert multiprocessing.get_start_method() == 'spawn'
                with multiprocessing.Pool(2) as pool:
                    assert pool.map(work.square, range(5)) == [0, 1, 4, 9, 16]
                with concurrent.futures.ProcessPoolExecutor(2) as pool:
                    assert list(pool.map(work.square, range(5))) == [0, 1, 4, 9, 16]
                """);
        Check.works();
    }

    @Scenario
    static void multiprocessingWorksFromAScriptFile() throws IOException {
        Path script = Path.of("script.py");
        Files.writeString(script, """
                import multiprocessing
                def square(x): return x * x
                if __name__ == '__main__':
                    with multiprocessing.Pool(2) as pool:
                        result = pool.map(square, range(5))
                """);
        Python python = Python.start();
        python.main().set("__file__", script.toAbsolutePath().toString());
        python.exec(Files.readString(script));
        Check.that(python.eval("result == [0, 1, 4, 9, 16]").as(Boolean.class), "wrong result");
    }

    @Scenario
    static void anExplicitForkContextIsRefused() {
        Check.raises("RuntimeError", () -> Python.start().exec("""
                import multiprocessing
                context = multiprocessing.get_context('fork')
                context.Process(target=len, args=('',)).start()
                """));
        Check.works();
    }
}
