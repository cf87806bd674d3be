package dev.krait.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code krait classpath}, {@code krait pythons} and the version. */
class OtherCommandsTest {
    @TempDir
    Path folder;

    @Test
    void theClassPathRunsTheEngineAndHasNothingElse() throws IOException {
        Krait.Result result = new Krait(folder).run("classpath");
        assertEquals(0, result.code());
        String path = result.out().strip();
        assertFalse(path.matches(".*(picocli|jline|jackson).*"), path);
        Path host = Files.writeString(folder.resolve("Host.java"),
                """
                        void main() throws Exception {
                            IO.println(new javax.script.ScriptEngineManager().getEngineByName("cpython").eval("6*7"));
                        }
                        """);
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-cp", path, host.toString());
        String chosen = System.getProperty("krait.python");
        if (chosen != null) {
            java.environment().put("KRAIT_PYTHON", chosen);
        }
        Process process = java.redirectErrorStream(true).start();
        String out = Krait.rest(process);
        assertEquals(0, Krait.await(process), out);
        assertEquals("42\n", out);
    }

    @Test
    void manifestsAddToTheClassPath() throws IOException {
        Path jar = folder.resolve("krait-cli.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH,
                "lib/krait-engine-1.jar lib/picocli-4.jar lib/absent.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.finish();
        }
        Path lib = Files.createDirectories(folder.resolve("lib"));
        for (String name : List.of("krait-engine-1.jar", "picocli-4.jar")) {
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(lib.resolve(name)),
                    new Manifest())) {
                out.finish();
            }
        }
        assertEquals(List.of(lib.resolve("krait-engine-1.jar").toString()),
                ClassPath.of(jar + File.pathSeparator + lib.resolve("none.jar")).engine());
    }

    @Test
    void pythonsAreExecutablesOneALine() {
        Krait.Result result = new Krait(folder).run("pythons");
        assertEquals(0, result.code());
        result.out().lines().forEach(line -> assertTrue(Files.isExecutable(Path.of(line)), line));
    }

    @Test
    void theVersionIsThatOfTheBuild() {
        String out = new Krait(folder).run("--version").out();
        assertTrue(out.matches("krait \\d+\\.\\d+\\.\\d+.*\n"), out);
    }
}
