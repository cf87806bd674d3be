package dev.krait.discover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuitabilityTest {
    @TempDir
    Path folder;
    private Sandbox machine;

    @BeforeEach
    void makeAMachine() throws IOException {
        machine = new Sandbox(folder);
    }

    @Test
    void versionsFrom39To314Work() {
        for (String version : new String[]{"3.9.0", "3.10.13", "3.11.7", "3.12.1", "3.13.0",
                "3.14.3", "3.14.0rc2"}) {
            assertEquals(version, machine.report(machine.python(version, version).toString())
                    .require().version());
        }
    }

    @Test
    void olderOnesAreRefused() {
        assertRefused("2.7.18", Map.of(), "CPython 2.7.18 is too old", "use CPython 3.9 to 3.14");
        assertRefused("3.8.20", Map.of(), "CPython 3.8.20 is too old", "use CPython 3.9 to 3.14");
        machine.properties.put("krait.python.any", "true");
        assertRefused("3.8.20", Map.of(), "CPython 3.8.20 is too old", "use CPython 3.9 to 3.14");
    }

    @Test
    void newerOnesAreRefusedUnlessAskedFor() {
        assertRefused("3.15.0a1", Map.of(), "newer than Krait knows", "-Dkrait.python.any=true");
        assertRefused("4.0.0", Map.of(), "newer than Krait knows", "-Dkrait.python.any=true");
        machine.properties.put("krait.python.any", "true");
        String python = machine.root.resolve("opt/3.15.0a1/bin/python3").toString();
        assertEquals(315, machine.report(python).require().feature());
    }

    @Test
    void otherImplementationsAreRefused() {
        assertRefused("3.10.14", Map.of("implementation", "pypy"),
                "it is pypy, and only CPython can", "use CPython");
        assertRefused("3.11.7", Map.of("implementation", "graalpy"), "it is graalpy",
                "use CPython");
    }

    @Test
    void debugBuildsAreRefused() {
        assertRefused("3.12.1", Map.of("debug", "1", "abiflags", "d"),
                "debug build of CPython 3.12.1", "release");
        assertRefused("3.12.1", Map.of("Py_DEBUG", "1"), "debug build of CPython 3.12.1",
                "release");
    }

    @Test
    void freeThreadedBuildsAreRefused() {
        assertRefused("3.13.0", Map.of("Py_GIL_DISABLED", "1"), "free-threaded build",
                "without the t");
        assertRefused("3.14.0", Map.of("abiflags", "t"), "free-threaded build", "without the t");
        assertEquals("3.13.1", machine
                .report(machine.python("gil", "3.13.1", Map.of("Py_GIL_DISABLED", "0")).toString())
                .require().version());
    }

    @Test
    void otherPointerSizeIsRefused() {
        assertRefused("3.12.1", Map.of("bits", "32"),
                "is a 32-bit program and this JVM (amd64) a 64-bit one",
                "use a 64-bit Python or a 32-bit JVM");
    }

    @Test
    void libraryForAnotherProcessorIsRefused() {
        Path python = machine.python("opt/cross", "3.12.1");
        Sandbox.library(machine.root.resolve("opt/cross/lib/libpython3.12.so.1.0"), 183);
        Attempt attempt = machine.report(python.toString()).attempts().getFirst();
        assertTrue(attempt.reason().endsWith(
                "libpython3.12.so.1.0 is for aarch64, this JVM for amd64"), attempt.line());
        assertEquals("use a Python for amd64 or a JVM for aarch64", attempt.remedy());
    }

    @Test
    void staticBuildOfPyenvIsRefusedWithItsRemedy() {
        Map<String, String> changes = new HashMap<>(Map.of("Py_ENABLE_SHARED", "0", "INSTSONAME",
                "libpython3.12.a", "LDLIBRARY", "libpython3.12.a"));
        Path python = machine.python("home/someone/.pyenv/versions/3.12.1", "3.12.1", changes);
        Attempt attempt = machine.report(python.toString()).attempts().getFirst();
        assertEquals("CPython 3.12.1 is static-only: it was built without a shared library",
                attempt.reason());
        assertTrue(
                attempt.remedy().contains(
                        "PYTHON_CONFIGURE_OPTS=--enable-shared pyenv install --force 3.12.1"),
                attempt.remedy());
        assertRefused("3.12.1", changes, "static-only", "./configure --enable-shared");
    }

    @Test
    void missingLibraryPackageIsNamed() {
        Map<String, String> values = Sandbox.answer(Path.of("/usr"), "3.11.2");
        values.put("base_prefix", "/usr");
        values.put("INSTSONAME", "libpython3.11-not-there.so.1.0");
        values.put("LDLIBRARY", "libpython3.11-not-there.so");
        values.put("abiflags", "x");
        Path python = machine.candidate(machine.root.resolve("usr/bin/python3"),
                Sandbox.text(values));
        Attempt attempt = machine.report(python.toString()).attempts().getFirst();
        assertEquals(
                "the shared library (libpython3.11-not-there.so.1.0) of CPython 3.11.2 is not installed",
                attempt.reason());
        assertTrue(attempt.remedy().contains("libpython3.11 on Debian"), attempt.remedy());
    }

    private void assertRefused(String version, Map<String, String> changes, String reason,
            String remedy) {
        Path python = machine.python("opt/" + version, version, changes);
        Report report = machine.report(python.toString());
        assertNull(report.chosen());
        Attempt attempt = report.attempts().getLast();
        assertTrue(attempt.reason().contains(reason), attempt.line());
        assertTrue(attempt.remedy().contains(remedy), attempt.line());
    }
}
