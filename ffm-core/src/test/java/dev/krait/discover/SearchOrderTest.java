package dev.krait.discover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.krait.error.PythonUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchOrderTest {
    @TempDir
    Path folder;
    private Sandbox machine;

    @BeforeEach
    void makeAMachineWithAPythonInEveryPlace() throws IOException {
        machine = new Sandbox(folder);
        machine.properties.put("krait.python", machine.python("by-property", "3.9.1").toString());
        machine.environment.put("KRAIT_PYTHON", machine.python("by-variable", "3.9.2").toString());
        machine.environment.put("VIRTUAL_ENV", prefixOf(machine.python("venv", "3.9.3")));
        machine.environment.put("CONDA_PREFIX", prefixOf(machine.python("conda", "3.9.4")));
        machine.packaged.add(new Packaged(installation("3.9.5")));
        machine.python("usr", "3.9.6");
        machine.python("home/someone/.pyenv/versions/3.9.7", "3.9.7");
    }

    @Test
    void eachPlaceComesInItsTurn() {
        assertEquals("3.9.0",
                chosen(machine.report(machine.python("by-code", "3.9.0").toString())));
        assertEquals("3.9.1", chosen(machine.report()));
        machine.properties.remove("krait.python");
        assertEquals("3.9.2", chosen(machine.report()));
        machine.environment.remove("KRAIT_PYTHON");
        assertEquals("3.9.3", chosen(machine.report()));
        machine.environment.remove("VIRTUAL_ENV");
        assertEquals("3.9.4", chosen(machine.report()));
        machine.environment.remove("CONDA_PREFIX");
        assertEquals("3.9.5", chosen(machine.report()));
        machine.packaged.clear();
        assertEquals("3.9.6", chosen(machine.report()));
        machine.environment.remove("PATH");
        assertEquals("3.9.7", chosen(machine.report()));
    }

    @Test
    void originsSayWhatLedThere() {
        assertEquals("-Dkrait.python", machine.report().require().origin());
        assertEquals("the explicit choice (-Dkrait.python)", machine.report().why());
        machine.properties.remove("krait.python");
        assertEquals("KRAIT_PYTHON", machine.report().require().origin());
        machine.environment.remove("KRAIT_PYTHON");
        assertEquals("VIRTUAL_ENV", machine.report().require().origin());
        assertEquals("the first that works, from VIRTUAL_ENV", machine.report().why());
    }

    @Test
    void explicitChoiceThatFailsIsAnErrorAndNothingElseIsTried() {
        for (String bad : List.of("/no/such/python", "nosuchcommand", "", "3.13.5", "./here")) {
            assertNull(machine.report(bad).chosen(), bad);
        }
        machine.properties.put("krait.python", "/no/such/python");
        assertNull(machine.report().chosen());
        machine.properties.put("krait.python", "");
        assertNull(machine.report().chosen(), "an empty property is a mistake, not an absent one");
        machine.properties.remove("krait.python");
        machine.environment.put("KRAIT_PYTHON", "/no/such/python");
        Report report = machine.report();
        assertNull(report.chosen());
        assertTrue(report.why().contains("never replaced"), report.why());
        assertEquals("KRAIT_PYTHON", report.attempts().getLast().origin());
    }

    @Test
    void emptyVariableCountsAsNotSet() {
        machine.properties.remove("krait.python");
        machine.environment.put("KRAIT_PYTHON", "");
        assertEquals("3.9.3", chosen(machine.report()));
    }

    @Test
    void brokenActiveEnvironmentIsPassedOverAndNoted() {
        machine.properties.remove("krait.python");
        machine.environment.remove("KRAIT_PYTHON");
        machine.environment.put("VIRTUAL_ENV", folder.resolve("deleted").toString());
        machine.environment.put("CONDA_PREFIX", "not/absolute");
        Report report = machine.report();
        assertEquals("3.9.5", chosen(report));
        assertTrue(line(report, "VIRTUAL_ENV").contains("there is no such folder"),
                line(report, "VIRTUAL_ENV"));
        assertTrue(line(report, "CONDA_PREFIX").contains("not an absolute path"),
                line(report, "CONDA_PREFIX"));
    }

    @Test
    void wordEmbeddedMeansThePackagedOne() {
        assertEquals("3.9.5", chosen(machine.report("embedded")));
        machine.packaged.clear();
        Report report = machine.report("embedded");
        assertNull(report.chosen());
        assertTrue(line(report, "embedded").contains("krait-embedded-python"),
                line(report, "embedded"));
    }

    @Test
    void packagedPythonThatFailsIsPassedOverAndNoted() {
        unsetAllBeforePackaged();
        machine.packaged.set(0, new Packaged(null));
        Report report = machine.report();
        assertEquals("3.9.6", chosen(report));
        assertTrue(line(report, "embedded").contains("disk full"), line(report, "embedded"));
        assertNull(machine.report("embedded").chosen());
    }

    @Test
    void brokenServiceDescriptorIsPassedOverAndNoted() {
        unsetAllBeforePackaged();
        Request request = new Request(null, machine.surroundings(), _ -> {
        });
        Report report = new Search(request, machine::run, () -> {
            throw new ServiceConfigurationError("bad descriptor");
        }).report();
        assertEquals("3.9.6", chosen(report));
        assertTrue(line(report, "embedded").contains("bad descriptor"));
    }

    @Test
    void nothingAnywhereListsEveryPlaceAndTheRemedy() throws IOException {
        Sandbox empty = new Sandbox(Files.createDirectory(folder.resolve("empty")));
        empty.python("usr", "3.7.1");
        PythonUnavailableException e = assertThrows(PythonUnavailableException.class,
                () -> empty.report().require());
        assertEquals(
                List.of("chosen in code: not set", "-Dkrait.python: not set",
                        "KRAIT_PYTHON: not set", "VIRTUAL_ENV: not set", "CONDA_PREFIX: not set"),
                e.tried().subList(0, 5));
        String message = e.getMessage();
        assertNotNull(message);
        assertTrue(message.contains(
                "PATH " + empty.root.resolve("usr/bin/python3") + ": CPython 3.7.1 is too old"),
                message);
        for (String expected : List.of("embedded: not on the class path",
                "usual place: no Python there", "-Dkrait.python=PATH",
                "dev.krait:krait-embedded-python")) {
            assertTrue(message.contains(expected), message);
        }
    }

    @Test
    void unusableOnesOnPathArePassedOver() {
        unsetAllBeforePackaged();
        machine.packaged.clear();
        machine.python("old", "3.8.1");
        machine.python("usr", "3.6.6");
        machine.environment.put("PATH", "relative::" + machine.root.resolve("old/bin") + ":"
                + machine.root.resolve("usr/bin"));
        Report report = machine.report();
        assertEquals("3.9.7", chosen(report));
        assertEquals(2,
                report.attempts().stream().filter(a -> a.reason().endsWith("too old")).count());
    }

    @Test
    void linkBesideItsTargetIsTriedOnce() throws IOException {
        unsetAllBeforePackaged();
        machine.packaged.clear();
        Path python = machine.python("usr", "3.6.6");
        Files.createSymbolicLink(python.resolveSibling("python"), python);
        Files.createSymbolicLink(python.resolveSibling("python3.9"), python);
        machine.report();
        assertEquals(2, machine.spawned.get(), "python3 of /usr/bin and the one of pyenv");
    }

    @Test
    void allListsEachLibraryOnce() throws IOException {
        machine.packaged.clear();
        machine.python("usr", "3.9.6");
        machine.python("home/someone/.pyenv/versions/3.8.1", "3.8.1");
        Files.createDirectories(folder.resolve("other"));
        Files.createSymbolicLink(folder.resolve("other/bin"), machine.root.resolve("usr/bin"));
        machine.environment.put("PATH",
                machine.root.resolve("other/bin") + ":" + machine.root.resolve("usr/bin"));
        List<String> versions = machine.search("ignored").all().stream().map(Installation::version)
                .toList();
        assertEquals(List.of("3.9.6", "3.9.7"), versions);
    }

    private void unsetAllBeforePackaged() {
        machine.properties.remove("krait.python");
        machine.environment.keySet()
                .removeAll(List.of("KRAIT_PYTHON", "VIRTUAL_ENV", "CONDA_PREFIX"));
        assertFalse(machine.environment.isEmpty());
    }

    private static String chosen(Report report) {
        return report.require().version();
    }

    private static String line(Report report, String origin) {
        return report.attempts().stream().filter(a -> a.origin().equals(origin)).findFirst()
                .orElseThrow().line();
    }

    private static String prefixOf(Path python) {
        return python.resolve("../..").normalize().toString();
    }

    private Installation installation(String version) {
        return new Installation("embedded", folder, folder, version, folder, null, List.of(),
                List.of());
    }

    private record Packaged(@Nullable Installation installation) implements PackagedPython {
        @Override
        public String name() {
            return "pretended";
        }

        @Override
        public Installation install(Consumer<String> progress) {
            if (installation == null) {
                throw new UncheckedIOException(new IOException("disk full"));
            }
            return installation;
        }
    }
}
