package dev.krait.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C, sent as the signal it is. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no kill command to send SIGINT")
class InterruptTest {
    private static final int INTERRUPTED = 130;
    private static final int TERMINATED = 143;
    @TempDir
    Path folder;

    private static void interrupt(Process process) throws IOException {
        send("-INT", process);
    }

    private static void send(String signal, Process process) throws IOException {
        Krait.await(new ProcessBuilder("kill", signal, String.valueOf(process.pid())).start());
    }

    private Process startScript(String text) throws IOException {
        Path script = Files.writeString(folder.resolve("script.py"), text);
        return new Krait(folder).start(script.toString());
    }

    @Test
    void aWaitingProgramGetsKeyboardInterrupt() throws IOException {
        Process process = new Krait(folder).start("-c", """
                import time
                try:
                    print('waits', flush=True)
                    time.sleep(100)
                except KeyboardInterrupt:
                    print('interrupted', flush=True)
                time.sleep(100)
                """);
        BufferedReader reader = process.inputReader();
        assertEquals("waits", reader.readLine());
        interrupt(process);
        assertEquals("interrupted", reader.readLine());
        interrupt(process);
        assertTrue(reader.lines().toList().contains("KeyboardInterrupt"));
        assertEquals(INTERRUPTED, Krait.await(process));
    }

    @Test
    void theSecondOneEndsAProgramThatCannotNotice() throws IOException, InterruptedException {
        Process process = new Krait(folder).start("-c",
                "import re; print('busy', flush=True); re.sub('(x+x+)+y', '', 'x' * 28); sum(range(10**12))");
        BufferedReader reader = process.inputReader();
        assertEquals("busy", reader.readLine());
        interrupt(process);
        Thread.sleep(300);
        interrupt(process);
        assertEquals(INTERRUPTED, Krait.await(process));
    }

    @Test
    void aScriptInALoopEndsWithItsTraceback() throws IOException {
        Process process = startScript("""
                def spin():
                    while True:
                        pass
                print('loops', flush=True)
                spin()
                """);
        BufferedReader reader = process.inputReader();
        assertEquals("loops", reader.readLine());
        interrupt(process);
        List<String> traceback = reader.lines().toList();
        assertEquals("Traceback (most recent call last):", traceback.getFirst());
        assertTrue(traceback.stream().anyMatch(line -> line.endsWith("line 3, in spin")),
                traceback::toString);
        assertEquals("KeyboardInterrupt", traceback.getLast());
        assertEquals(INTERRUPTED, Krait.await(process));
    }

    @Test
    void aScriptThatSwallowsItIsInterruptedEachTime() throws IOException, InterruptedException {
        Process process = startScript("""
                for i in range(3):
                    try:
                        print('loops', flush=True)
                        while True:
                            pass
                    except KeyboardInterrupt:
                        print('swallowed', flush=True)
                print('over', flush=True)
                """);
        BufferedReader reader = process.inputReader();
        for (int i = 0; i < 3; i++) {
            assertEquals("loops", reader.readLine());
            interrupt(process);
            assertEquals("swallowed", reader.readLine());
            Thread.sleep(500); // sooner, the next might count as one that nobody noticed
        }
        assertEquals("over", reader.readLine());
        assertEquals(0, Krait.await(process));
    }

    @Test
    void terminationRunsExitFunctions() throws IOException {
        Process process = startScript("""
                import atexit
                atexit.register(print, 'exit function', flush=True)
                print('loops', flush=True)
                while True:
                    pass
                """);
        BufferedReader reader = process.inputReader();
        assertEquals("loops", reader.readLine());
        send("-TERM", process);
        assertEquals(List.of("exit function"), reader.lines().toList());
        assertEquals(TERMINATED, Krait.await(process));
    }

    /** The JVM's end would wait 300 ms for a thread in native code. */
    @Test
    void whoReadsTheSignalsEndsWithTheProgram() {
        Krait.Result result = new Krait(folder).run("-c",
                """
                        import sys, time
                        from java.lang import Thread
                        def is_read():
                            return any(t.getName() == 'krait-interrupts' for t in Thread.getAllStackTraces().keySet())
                        class Out:
                            write = sys.stdout.write
                            def flush(self):
                                for i in range(200):
                                    if not is_read():
                                        return self.write('ended')
                                    time.sleep(0.01)
                                self.write('still reading')
                        assert is_read()
                        sys.stdout = Out()
                        """);
        assertEquals("", result.err());
        assertTrue(result.out().startsWith("ended"), result::out);
    }

    @Test
    void asyncioCancelsItsMainTask() throws IOException {
        Process process = new Krait(folder).start("-c", """
                import asyncio
                async def main():
                    try:
                        print('waits', flush=True)
                        await asyncio.sleep(100)
                    finally:
                        print('cleaned', flush=True)
                asyncio.run(main())
                """);
        BufferedReader reader = process.inputReader();
        assertEquals("waits", reader.readLine());
        interrupt(process);
        assertEquals("cleaned", reader.readLine());
        assertEquals(INTERRUPTED, Krait.await(process));
    }
}
