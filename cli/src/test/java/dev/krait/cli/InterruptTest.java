package dev.krait.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C, sent as the signal it is. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no kill command to send SIGINT")
class InterruptTest {
    private static final int INTERRUPTED = 130;
    @TempDir
    Path folder;

    private static void interrupt(Process process) throws IOException {
        Krait.await(new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start());
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
