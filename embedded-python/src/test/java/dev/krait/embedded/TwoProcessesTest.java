package dev.krait.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several JVMs unpack into one cache. */
class TwoProcessesTest {
    @TempDir
    Path cache;

    private Process start() throws IOException {
        String classPath = String.join(File.pathSeparator, "target/test-classes", "target/classes",
                System.getProperty("java.class.path"), System.getProperty("jdk.module.path", ""));
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dkrait.cache=" + cache, "-cp", classPath, InstallMain.class.getName());
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static List<String> output(Process process) throws Exception {
        List<String> lines = new String(process.getInputStream().readAllBytes(),
                StandardCharsets.UTF_8).lines().toList();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), lines::toString);
        return lines;
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> entries = Files.list(cache)) {
            return entries.toList();
        }
    }

    private void killHalfWay() throws Exception {
        Process killed = start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (entries().stream()
                .noneMatch(path -> Files.exists(path.resolve("lib/libpython3.14.so.1.0")))) {
            assertTrue(System.nanoTime() < deadline && killed.isAlive());
            Thread.sleep(5);
        }
        killed.destroyForcibly().waitFor();
        assertTrue(entries().stream().anyMatch(path -> path.toString().contains(".new-")),
                "killed too late");
    }

    @Test
    void oneUnpacksWhileTheOtherWaitsAlsoAfterOneThatDiedHalfWay() throws Exception {
        killHalfWay();
        Process first = start();
        Process second = start();
        List<String> one = output(first);
        List<String> two = output(second);
        assertEquals(one.getLast(), two.getLast());
        assertTrue(Files.isRegularFile(Path.of(one.getLast())));
        long unpacked = Stream.concat(one.stream(), two.stream())
                .filter(line -> line.startsWith("Unpacking")).count();
        assertEquals(1, unpacked, () -> one + "\n" + two);
        assertEquals(2, entries().size(), "the tree and its lock");
    }
}
