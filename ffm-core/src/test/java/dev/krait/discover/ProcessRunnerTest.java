package dev.krait.discover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs that are run are shell scripts")
@Timeout(30)
class ProcessRunnerTest {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(20);
    @TempDir
    Path folder;
    private Sandbox machine;

    @BeforeEach
    void makeAMachine() throws IOException {
        machine = new Sandbox(folder);
    }

    @Test
    void outputErrorsAndStatusAreKept() throws Exception {
        Runner.Ending ending = new ProcessRunner(LONG).run(script("cat; echo \"$1\" >&2; exit 3"),
                List.of("an argument"), "input");
        assertEquals(new Runner.Ending(3, "input", "an argument\n"), ending);
    }

    @Test
    void hangingProgramIsEndedWithItsChildren() throws Exception {
        Path pids = folder.resolve("pids");
        Path script = script("sleep 100 & echo $! $$ > " + pids + "; wait");
        IOException e = assertThrows(IOException.class,
                () -> new ProcessRunner(SHORT).run(script, List.of(), ""));
        assertEquals("it did not end within 0.3 s", e.getMessage());
        for (String pid : Files.readString(pids).strip().split(" ", -1)) {
            assertTrue(isGone(Long.parseLong(pid)), pid);
        }
    }

    @Test
    void childThatKeepsTheOutputOpenDoesNotHoldUs() throws Exception {
        long before = System.nanoTime();
        Runner.Ending ending = new ProcessRunner(LONG).run(script("echo early; sleep 15 & exit 0"),
                List.of(), "");
        assertEquals("early\n", ending.output());
        assertTrue(System.nanoTime() - before < TimeUnit.SECONDS.toNanos(10));
    }

    @Test
    void endlessOutputNeitherBlocksNorFillsMemory() throws Exception {
        Runner.Ending ending = new ProcessRunner(LONG).run(script(
                "i=0; while [ $i -lt 3000 ]; do echo $i$i$i$i$i$i$i$i$i$i$i$i$i$i$i; echo errors $i >&2; "
                        + "i=$((i+1)); done"),
                List.of(), "");
        assertEquals(64 * 1024, ending.output().length());
        assertTrue(ending.errors().endsWith("errors 2999\n"));
    }

    @Test
    void inputThatNobodyReadsDoesNoHarm() throws Exception {
        Runner.Ending ending = new ProcessRunner(LONG).run(script("exec <&-; echo done"), List.of(),
                "x".repeat(1 << 20));
        assertEquals("done\n", ending.output());
    }

    @Test
    void pythonVariablesAreKeptFromTheProgram() throws Exception {
        Path script = script("env");
        Runner.Ending ending = new ProcessRunner(LONG).run(script, List.of(), "");
        assertFalse(ending.output().lines().anyMatch(line -> line.startsWith("PYTHON")),
                ending.output());
        assertTrue(ending.output().contains("PATH="), "the rest stays");
    }

    @Test
    void hangingCandidateIsRefusedWithTheReason() throws IOException {
        Report report = search(script("sleep 100"), SHORT);
        assertEquals("it could not be asked: it did not end within 0.3 s",
                report.attempts().getLast().reason());
    }

    @Test
    void junkIsRefusedAndQuoted() throws IOException {
        assertReason("echo I am no Python",
                "it does not answer as a Python does, saying: I am no Python");
        assertReason("exit 0", "it does not answer as a Python does and said nothing");
        assertReason("head -c 100000 /dev/zero", "it does not answer as a Python does");
    }

    @Test
    void failureIsRefusedWithTheEndOfItsErrors() throws IOException {
        assertReason("echo 'Fatal: no encodings' >&2; echo '  second line' >&2; exit 7",
                "it ended with status 7, saying: Fatal: no encodings / second line");
    }

    @Test
    void programThatCannotStartIsRefused() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken"), "#!/no/such/interpreter\n");
        Files.setPosixFilePermissions(broken, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertTrue(reason(broken).startsWith("it could not be asked: "), reason(broken));
    }

    @Test
    void answerOfAScriptServes() throws IOException {
        machine.python("opt/py", "3.12.4");
        Path answer = Sandbox.write(folder.resolve("answer"),
                Sandbox.text(Sandbox.answer(machine.root.resolve("opt/py"), "3.12.4")));
        assertEquals("3.12.4", search(script("cat '" + answer + "'"), LONG).require().version());
    }

    @Test
    void staticOnlyScriptIsRefused() throws IOException {
        Map<String, String> values = Sandbox.answer(machine.root.resolve("opt/py"), "3.12.4");
        values.putAll(Map.of("LDLIBRARY", "libpython3.12.a", "INSTSONAME", "libpython3.12.a",
                "Py_ENABLE_SHARED", "0"));
        Path answer = Sandbox.write(folder.resolve("answer"), Sandbox.text(values));
        assertTrue(reason(script("cat '" + answer + "'")).contains("static-only"));
    }

    @Test
    void interruptedThreadStaysInterrupted() throws IOException {
        Path script = script("sleep 100");
        Thread.currentThread().interrupt();
        assertEquals("the thread was interrupted while asking it", reason(script));
        assertTrue(Thread.interrupted());
    }

    private void assertReason(String body, String expected) throws IOException {
        String reason = reason(script(body));
        assertTrue(reason.startsWith(expected), reason);
    }

    private String reason(Path candidate) {
        return search(candidate, LONG).attempts().getLast().reason();
    }

    private Report search(Path candidate, Duration limit) {
        Request request = new Request(candidate.toString(), machine.surroundings(), _ -> {
        });
        return new Search(request, new ProcessRunner(limit), List::of).report();
    }

    private Path script(String body) throws IOException {
        Path script = Files.writeString(folder.resolve("a script"), "#!/bin/sh\n" + body + "\n");
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static boolean isGone(long pid) throws Exception {
        for (int i = 0; i < 100; i++) {
            if (ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) {
                Thread.sleep(20);
            } else {
                return true;
            }
        }
        return false;
    }
}
