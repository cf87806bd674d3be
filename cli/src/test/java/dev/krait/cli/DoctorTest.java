package dev.krait.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code krait doctor} with Pythons that work and Pythons that do not. */
class DoctorTest {
    @TempDir
    Path folder;

    private static Map<?, ?> part(Map<?, ?> all, String name) {
        return (Map<?, ?>) all.get(name);
    }

    private static Map<String, Object> json(Krait.Result result) throws IOException {
        return JSON.std.mapFrom(result.out());
    }

    private String executable() throws IOException {
        return String.valueOf(
                part(json(new Krait(folder).run("doctor", "--json")), "python").get("executable"));
    }

    @Test
    void aGoodPythonIsShownWithEverything() throws IOException {
        Krait.Result result = new Krait(folder).run("doctor", "--json");
        Map<String, Object> all = json(result);
        assertEquals(0, result.code());
        assertEquals(true, all.get("starts"));
        Map<?, ?> python = part(all, "python");
        assertTrue(Files.isExecutable(Path.of(String.valueOf(python.get("executable")))));
        assertTrue(Files.exists(Path.of(String.valueOf(python.get("library")))));
        assertTrue(String.valueOf(python.get("version")).startsWith("3."));
        assertTrue(String.valueOf(python.get("numpy")).matches("absent|\\d+\\.\\d+.*"));
        assertEquals(16 << 20, part(all, "jvm").get("mainStackBytes"));
        assertEquals(List.of(), part(all, "jvm").get("missingFlags"));
    }

    @Test
    void theTextSaysTheSame() {
        Krait.Result result = new Krait(folder).run("doctor");
        assertEquals(0, result.code());
        for (String name : List.of("krait  ", "python  ", "chosen", "library", "prefix", "numpy",
                "native access given", "thread stack", "main stack", "cache", "tried")) {
            assertTrue(result.out().contains(name), name + " in " + result.out());
        }
        assertTrue(result.out().endsWith("Python starts.\n"), result.out());
    }

    @Test
    void aMissingPathIsNamedWithItsRemedy() throws IOException {
        Krait.Result result = new Krait(folder).run("doctor", "--python", "/no/such/python",
                "--json");
        Map<String, Object> all = json(result);
        assertEquals(1, result.code());
        assertEquals(false, all.get("starts"));
        assertNull(all.get("python"));
        Map<?, ?> tried = (Map<?, ?>) ((List<?>) all.getOrDefault("tried", List.of())).getLast();
        assertEquals("/no/such/python", tried.get("place"));
        assertEquals("refused", tried.get("outcome"));
        assertEquals("there is no such file", tried.get("reason"));
        Krait.Result run = new Krait(folder).run("--python", "/no/such/python", "-c", "pass");
        assertEquals(1, run.code());
        assertTrue(run.err().startsWith("krait: The Python chosen in code (/no/such/python)"),
                run.err());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the pretended Python is a shell script")
    void aStaticPythonIsRefused() throws IOException {
        Path python = Files.createDirectories(folder.resolve("static/bin")).resolve("python3");
        Files.writeString(python, """
                #!/bin/sh
                cat <<'ANSWER'
                krait-probe=1
                version=3.12.1
                implementation=cpython
                executable=%1$s/bin/python3
                base_executable=%1$s/bin/python3
                prefix=%1$s
                base_prefix=%1$s
                abiflags=
                bits=64
                debug=0
                LDLIBRARY=libpython3.12.a
                INSTSONAME=libpython3.12.a
                LIBDIR=%1$s/lib
                LIBPL=%1$s/lib
                Py_ENABLE_SHARED=0
                end=1
                ANSWER
                """.formatted(folder.resolve("static")));
        assertTrue(python.toFile().setExecutable(true));
        Krait.Result result = new Krait(folder).run("doctor", "--python", python.toString());
        assertEquals(1, result.code());
        assertTrue(result.out().contains("static-only") && result.out().contains("--enable-shared"),
                result.out());
    }

    @Test
    void aVenvBringsItsOwnPrefix() throws IOException {
        Path venv = folder.resolve("my venv");
        Process made = new ProcessBuilder(executable(), "-m", "venv", "--without-pip",
                venv.toString()).redirectErrorStream(true).start();
        assertEquals(0, Krait.await(made));
        Krait.Result chosen = new Krait(folder).run("--python", venv.toString(), "doctor",
                "--json");
        assertEquals(venv.toString(), part(json(chosen), "python").get("prefix"));
        Krait.Result active = new Krait(folder).environment("VIRTUAL_ENV", venv.toString())
                .run("doctor", "--json");
        assertEquals(venv.toString(), part(json(active), "python").get("prefix"));
        assertEquals("VIRTUAL_ENV", part(json(active), "python").get("origin"));
    }

    @Test
    void aMissingFlagIsNamed() throws IOException {
        Krait.Result result = new Krait(folder).withoutNativeAccess().run("doctor", "--json");
        assertEquals(List.of("--enable-native-access=ALL-UNNAMED"),
                part(json(result), "jvm").get("missingFlags"));
        assertEquals(0, result.code());
    }
}
