package dev.krait.discover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Discovery against the Pythons of this machine; which there are is found out, not assumed. */
class RealPythonsTest {
    private static final Surroundings HERE = Surroundings.ofProcess();
    private static final List<Path> OF_PYENV = Folders
            .versions(Pyenv.root(HERE).resolve("versions"), "bin/python");
    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everyUsablePythonIsFoundByItsPathWithItsLibrary() {
        List<Installation> all = Discovery.all(request(null));
        assumeFalse(all.isEmpty(), "no usable Python outside Krait on this machine");
        return all.stream()
                .map(one -> DynamicTest.dynamicTest(one.version() + " " + one.executable(), () -> {
                    assertTrue(one.feature() >= 309 && one.feature() <= 314, one.toString());
                    assertTrue(Machine.of(one.library())
                            .contains(Machine.normal(System.getProperty("os.arch"))));
                    Installation again = find(one.executable().toString());
                    assertEquals(one.library(), again.library());
                    assertEquals(one.version(), again.version());
                    assertEquals(one.prefix(), again.prefix());
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyPyenvVersionWorksOrIsNamedTooOld() {
        assumeFalse(OF_PYENV.isEmpty(), "no pyenv on this machine");
        return OF_PYENV.stream().map(python -> DynamicTest.dynamicTest(python.toString(), () -> {
            Attempt attempt = Discovery.report(request(python.toString())).attempts().getLast();
            Installation found = attempt.installation();
            if (found == null) {
                assertFalse(attempt.reason().contains("asked"), attempt.line());
                assertTrue(
                        Stream.of("too old", "newer", "static-only", "debug", "free-threaded",
                                "only CPython").anyMatch(attempt.reason()::contains),
                        attempt.line());
            } else {
                assertEquals(python, found.executable());
                assertTrue(Files.isRegularFile(found.library()));
            }
        }));
    }

    @Test
    void venvIsItsOwnExecutableAndPrefixWithTheLibraryOfItsBase() throws Exception {
        Installation base = any();
        Path venv = folder.toRealPath().resolve("a venv 蛇");
        assumeTrue(HERE.platform() instanceof UnixPlatform,
                "the layout below is that of Unix venvs");
        makeVenv(base, venv);
        Installation found = find(venv.toString());
        assertEquals(venv.resolve("bin/python3"), found.executable());
        assertEquals(venv, found.prefix());
        assertEquals(base.library().toRealPath(), found.library().toRealPath());
        assertEquals(base.version(), found.version());
        assertEquals(found, find(venv.toString()), "the second answer comes from the cache");
    }

    @Test
    void activeVenvIsFoundAndOneThatWasBrokenIsPassedOver() throws Exception {
        Installation base = any();
        Path venv = folder.toRealPath().resolve("venv");
        makeVenv(base, venv);
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.remove("KRAIT_PYTHON");
        environment.put("VIRTUAL_ENV", venv.toString());
        assertEquals(venv, report(environment).require().prefix());
        Files.delete(venv.resolve("pyvenv.cfg"));
        Files.delete(venv.resolve("bin/python3"));
        Files.createSymbolicLink(venv.resolve("bin/python3"), folder.resolve("gone"));
        Report report = report(environment);
        assertTrue(report.attempts().stream()
                .anyMatch(a -> a.origin().equals("VIRTUAL_ENV")
                        && a.reason().contains("does not exist")
                        && a.remedy().contains("make the venv again")));
        assertEquals("PATH", report.require().origin());
    }

    @Test
    void shimsGiveTheExecutableBehindThem() throws Exception {
        assumeFalse(OF_PYENV.isEmpty(), "no pyenv on this machine");
        Path shim = Pyenv.root(HERE).resolve("shims/python3");
        Optional<Path> usable = OF_PYENV.stream().map(python -> python.resolve("../..").normalize())
                .filter(prefix -> Discovery.report(request(prefix.toString())).chosen() != null)
                .findFirst();
        assumeTrue(Files.isExecutable(shim) && usable.isPresent(), "no shim, or no usable version");
        Path version = usable.orElseThrow();
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PYENV_VERSION", String.valueOf(version.getFileName()));
        Surroundings around = new Surroundings(Surroundings.Lookup.of(environment), this::property,
                HERE.root(), HERE.workingFolder());
        Installation found = Discovery.find(new Request(shim.toString(), around, _ -> {
        }));
        assertEquals(version.resolve("bin/python3"), found.executable());
    }

    @Test
    void sysconfigInTheWorkingFolderIsNotTaken() throws Exception {
        Installation base = any();
        Sandbox.write(folder.resolve("sysconfig.py"), "raise SystemExit('wrong module')");
        Process process = new ProcessBuilder(base.executable().toString(), "-E", "-s", "-B", "-")
                .directory(folder.toFile()).redirectErrorStream(true).start();
        try (var script = Probe.class.getResourceAsStream("probe.py");
                var in = process.getOutputStream()) {
            assertTrue(script != null);
            script.transferTo(in);
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        assertTrue(Answer.parse(output) != null, output);
    }

    private Installation any() {
        List<Installation> all = Discovery.all(request(null));
        assumeFalse(all.isEmpty(), "no usable Python outside Krait on this machine");
        return all.getFirst();
    }

    private static void makeVenv(Installation base, Path venv) throws Exception {
        Runner.Ending ending = new ProcessRunner(Duration.ofMinutes(1)).run(base.executable(),
                List.of("-m", "venv", "--without-pip", venv.toString()), "");
        assertEquals(0, ending.status(), ending.output() + ending.errors());
    }

    private Installation find(String choice) {
        return Discovery.find(request(choice));
    }

    private Report report(Map<String, String> environment) {
        Surroundings around = new Surroundings(Surroundings.Lookup.of(environment), this::property,
                HERE.root(), HERE.workingFolder());
        return new Search(new Request(null, around, _ -> {
        }), new ProcessRunner(Duration.ofSeconds(10)), List::of).report();
    }

    private Request request(@Nullable String choice) {
        return new Request(choice,
                new Surroundings(System::getenv, this::property, HERE.root(), HERE.workingFolder()),
                _ -> {
                });
    }

    /** The process's own, but with a cache that ends with the test and no choice made outside. */
    private @Nullable String property(String name) {
        return switch (name) {
            case "krait.cache" -> folder.resolve("cache").toString();
            case "krait.python" -> null;
            default -> System.getProperty(name);
        };
    }
}
