package dev.krait.discover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PyenvTest {
    @TempDir
    Path folder;
    private Sandbox machine;
    private Path pyenv;

    @BeforeEach
    void makeAMachineWithPyenv() throws IOException {
        machine = new Sandbox(folder);
        pyenv = machine.root.resolve("home/someone/.pyenv");
        machine.python("home/someone/.pyenv/versions/3.11.7", "3.11.7");
        machine.python("home/someone/.pyenv/versions/3.12.1", "3.12.1");
        machine.candidate(pyenv.resolve("shims/python3"),
                Sandbox.text(Sandbox.answer(pyenv.resolve("versions/3.11.7"), "3.11.7")));
        machine.environment.put("PATH", pyenv.resolve("shims").toString());
    }

    @Test
    void globalVersionIsSeenThroughTheShim() {
        Sandbox.write(pyenv.resolve("version"), "3.12.1\n");
        assertPython("3.12.1", "PATH");
        assertEquals(1, machine.spawned.get());
        assertPython("3.12.1", "PATH");
        assertEquals(1, machine.spawned.get(), "the real executable's answer is kept");
    }

    @Test
    void localFileAndVariableComeBeforeTheGlobalVersion() {
        Sandbox.write(pyenv.resolve("version"), "3.9.9\n");
        Sandbox.write(machine.root.resolve("home/.python-version"), "3.12.1");
        assertPython("3.12.1", "PATH");
        Sandbox.write(machine.root.resolve("home/someone/.python-version"), "3.11.7");
        assertPython("3.11.7", "PATH");
        machine.environment.put("PYENV_VERSION", "3.12.1");
        assertPython("3.12.1", "PATH");
    }

    @Test
    void shimItselfIsRunWhenTheCaseIsNotPlain() {
        for (String odd : new String[]{"3.12", "system", "3.12.1:3.11.7", "3.12.1\n3.11.7",
                "# comment\n3.12.1", "", "../versions/3.12.1"}) {
            Sandbox.write(pyenv.resolve("version"), odd);
            int before = machine.spawned.get();
            Installation found = machine.report().require();
            assertEquals(pyenv.resolve("versions/3.11.7/bin/python3"), found.executable(), odd);
            assertEquals(before + 1, machine.spawned.get(),
                    odd + ": never kept, since it may change");
        }
        Sandbox.write(pyenv.resolve("version"), "3.12.1");
        machine.environment.put("PYENV_DIR", "/elsewhere");
        assertPython("3.11.7", "PATH");
    }

    @Test
    void shimThatWouldFindNoCommandIsPassedOver() {
        Sandbox.write(pyenv.resolve("version"), "3.12.1");
        machine.candidate(pyenv.resolve("shims/python3.11"),
                "pyenv: python3.11: command not found");
        Report report = machine.report("python3.11");
        assertEquals("3.11.7", report.require().version());
        assertTrue(report.attempts().stream().noneMatch(a -> a.place().contains("shims")));
    }

    @Test
    void rootMayBeElsewhere() {
        Path other = machine.root.resolve("opt/pyenv");
        machine.python("opt/pyenv/versions/3.13.0", "3.13.0");
        machine.candidate(other.resolve("shims/python3"), "");
        Sandbox.write(other.resolve("version"), "3.13.0");
        machine.environment.put("PYENV_ROOT", other.toString());
        machine.environment.put("PATH", other.resolve("shims").toString());
        assertPython("3.13.0", "PATH");
    }

    @Test
    void shimNamedByPathIsSeenThroughToo() {
        Sandbox.write(pyenv.resolve("version"), "3.12.1");
        Installation found = machine.report(pyenv.resolve("shims/python3").toString()).require();
        assertEquals(pyenv.resolve("versions/3.12.1/bin/python3"), found.executable());
    }

    private void assertPython(String version, String origin) {
        Installation found = machine.report().require();
        assertEquals(version, found.version());
        assertEquals(origin, found.origin());
        assertEquals(pyenvOf(version), found.executable());
    }

    private Path pyenvOf(String version) {
        String root = machine.environment.getOrDefault("PYENV_ROOT", pyenv.toString());
        return Path.of(root, "versions", version, "bin", "python3");
    }
}
