package dev.krait.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.krait.Python;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The compiled forms of our own Python files in the cache folder. */
class CodeCacheTest {
    @TempDir
    private Path folder;

    /** The embedded Python lives in the cache too; it is not unpacked again for this. */
    @BeforeEach
    void shareTheEmbeddedPython() throws IOException {
        Path prefix = Path.of(Python.start().eval("__import__('sys').prefix").as(String.class));
        if (Files.isDirectory(prefix.resolveSibling("code"))) {
            Files.createSymbolicLink(folder.resolve(prefix.getFileName()), prefix);
        }
    }

    @Test
    void codeIsKeptAndWhatWasDamagedIsMadeAnew() throws Exception {
        assertEquals("2", start());
        List<Path> files = files();
        assertFalse(files.isEmpty());
        Path boot = files.stream().filter(each -> each.getFileName().toString().startsWith("boot"))
                .findFirst().orElseThrow();
        byte[] good = Files.readAllBytes(boot);
        for (int at : new int[]{good.length - 100, good.length / 2, 3}) {
            byte[] bad = good.clone();
            bad[at] ^= 0x55;
            Files.write(boot, bad);
            assertEquals("2", start());
            assertFalse(Arrays.equals(bad, Files.readAllBytes(boot)), "byte " + at);
        }
        Files.write(boot, Arrays.copyOf(good, 10));
        assertEquals("2", start());
        assertEquals(files, files());
    }

    private List<Path> files() throws IOException {
        try (var all = Files.list(folder.resolve("code"))) {
            return all.sorted().toList();
        }
    }

    private String start() throws IOException, InterruptedException {
        return Jvm.java(Program.class, "-Dkrait.cache=" + folder).run("").output();
    }

    static final class Program {
        public static void main(String[] args) throws ScriptException {
            System.out.print(new ScriptEngineManager().getEngineByName("cpython").eval("1+1"));
        }
    }
}
