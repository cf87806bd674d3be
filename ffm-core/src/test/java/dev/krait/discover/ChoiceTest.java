package dev.krait.discover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChoiceTest {
    @TempDir
    Path folder;
    private Sandbox machine;

    @BeforeEach
    void makeAMachine() throws IOException {
        machine = new Sandbox(folder);
    }

    @Test
    void executableIsTakenAsItIs() {
        Path python = machine.python("opt/py", "3.12.4");
        Installation found = machine.report(python.toString()).require();
        assertEquals(python, found.executable());
        assertEquals(machine.root.resolve("opt/py/lib/libpython3.12.so.1.0"), found.library());
        assertEquals(machine.root.resolve("opt/py"), found.prefix());
        assertEquals(312, found.feature());
        assertEquals("chosen in code", found.origin());
    }

    @Test
    void folderMeansThePythonInside() {
        Path python = machine.python("opt/py", "3.12.4");
        assertEquals(python,
                machine.report(machine.root.resolve("opt/py").toString()).require().executable());
    }

    @Test
    void venvKeepsItsOwnExecutableAndPrefix() {
        machine.python("opt/base", "3.12.4");
        Path base = machine.root.resolve("opt/base");
        machine.python("work/venv", "3.12.4",
                Map.of("base_prefix", base.toString(), "base_executable",
                        base.resolve("bin/python3").toString(), "LIBDIR",
                        base.resolve("lib").toString()));
        Installation found = machine.report(machine.root.resolve("work/venv").toString()).require();
        assertEquals(machine.root.resolve("work/venv/bin/python3"), found.executable());
        assertEquals(machine.root.resolve("work/venv"), found.prefix());
        assertEquals(base.resolve("lib/libpython3.12.so.1.0"), found.library());
    }

    @Test
    void relativePathsStartFromTheWorkingFolder() {
        machine.python("home/someone/venv", "3.12.4");
        for (String choice : new String[]{"venv", "./venv", "venv/bin/python3", ".//venv/../venv",
                "~/venv"}) {
            assertEquals("3.12.4", machine.report(choice).require().version(), choice);
        }
    }

    @Test
    void blanksAndOtherAlphabetsInPathsDoNoHarm() {
        Path python = machine.python("my tools/Дом 蛇 'q' \"d\"", "3.12.4");
        Installation found = machine.report(python.toString()).require();
        assertEquals(python, found.executable());
        assertEquals(python,
                machine.report(python.resolve("../..").toString()).require().executable());
    }

    @Test
    void commandIsLookedUpOnPathBeforeTheWorkingFolder() {
        machine.candidate(machine.root.resolve("usr/bin/snake"),
                Sandbox.text(Sandbox.answer(machine.root.resolve("opt/py"), "3.12.4")));
        machine.python("opt/py", "3.12.4");
        machine.python("home/someone/snake", "3.13.0");
        assertEquals("3.12.4", machine.report("snake").require().version());
        assertEquals("3.13.0", machine.report("./snake").require().version());
    }

    @Test
    void realExecutableComesOutOfAWrapper() {
        Path real = machine.python("opt/py", "3.12.4");
        Path wrapper = machine.candidate(machine.root.resolve("usr/bin/python3"),
                Sandbox.text(Sandbox.answer(machine.root.resolve("opt/py"), "3.12.4")));
        assertEquals(real, machine.report(wrapper.toString()).require().executable());
    }

    @Test
    void versionFindsTheFirstThatMatchesAnywhere() {
        machine.python("usr", "3.11.2");
        machine.python("home/someone/.pyenv/versions/3.12.1", "3.12.1");
        machine.python("home/someone/.pyenv/versions/3.12.4", "3.12.4");
        assertEquals("3.11.2", machine.report("3").require().version());
        assertEquals("3.12.4", machine.report("3.12").require().version());
        assertEquals("3.12.1", machine.report("3.12.1").require().version());
        assertEquals("3.12.4", machine.report("python3.12").require().version());
        assertEquals("3.11.2", machine.report("3.11").require().version());
    }

    @Test
    void likelyPlacesAreAskedFirstForAVersion() {
        machine.python("usr", "3.11.2");
        machine.python("home/someone/.pyenv/versions/3.12.1", "3.12.1");
        machine.report("3.12");
        assertEquals(1, machine.spawned.get());
    }

    @Test
    void versionThatIsNowhereIsRefusedWithAllThatWereAsked() {
        machine.python("usr", "3.11.2");
        assertRefused("3.13", "it is 3.11.2, not 3.13", "install Python 3.13");
        machine.environment.remove("PATH");
        assertEquals("it is 3.11.2, not 3.1", machine.report("3.1").attempts().getFirst().reason());
    }

    @Test
    void versionOnAMachineWithoutPythonIsRefused() {
        assertRefused("3.13", "there is no Python on PATH", "install Python 3.13");
    }

    @Test
    void missingFileIsRefused() {
        assertRefused("/no/such/python", "there is no such file", "correct the path");
    }

    @Test
    void emptyAndBlankAreRefused() {
        assertRefused("", "the choice is empty", "name an executable");
        assertRefused("  ", "the choice is empty", "name an executable");
    }

    @Test
    void unknownCommandIsRefused() {
        assertRefused("nosuchcommand", "no such command on PATH", "a version such as 3.12");
    }

    @Test
    void folderWithoutPythonIsRefused() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertRefused(empty.toString(),
                "the folder holds no Python (looked for bin/python3 and bin/python)", "venv");
    }

    @Test
    void folderInPlaceOfTheExecutableIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("odd/bin/python3"));
        assertRefused(folder.resolve("odd").toString(), "this is a folder",
                "name the executable in it");
    }

    @Test
    void fileThatCannotBeRunIsRefused() {
        Path file = Sandbox.write(folder.resolve("notes"), "text");
        assertRefused(file.toString(), "cannot be run", "permissions");
    }

    @Test
    void libraryInPlaceOfTheExecutableIsRefused() {
        Path library = Sandbox.library(folder.resolve("libpython3.12.so.1.0"), 62);
        assertRefused(library.toString(), "this is a library", "name the Python executable");
    }

    @Test
    void venvWhoseBasePythonIsGoneSaysSo() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("venv/bin"));
        Files.createSymbolicLink(bin.resolve("python3"), folder.resolve("gone/bin/python3"));
        assertRefused(folder.resolve("venv").toString(), "gone/bin/python3, which does not exist",
                "make the venv again");
    }

    @Test
    void pythonInAFolderThatTheLocaleCannotSpellIsRefused() {
        Path python = machine.python("opt/py", "3.12.4", Map.of("prefix", "/opt/\\u0000"));
        assertRefused(python.toString(), "has characters outside the locale", "UTF-8 locale");
    }

    @Test
    void nulCharacterIsNoPath() {
        assertRefused("/opt/\0python", "this is no path here", "another path");
    }

    private void assertRefused(String choice, String reason, String remedy) {
        Report report = machine.report(choice);
        assertNull(report.chosen());
        Attempt last = report.attempts().getLast();
        assertEquals(Outcome.REFUSED, last.outcome());
        assertTrue(last.reason().contains(reason), last.line());
        assertTrue(last.remedy().contains(remedy), last.line());
    }
}
