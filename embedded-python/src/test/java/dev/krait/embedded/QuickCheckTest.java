package dev.krait.embedded;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of {@link QuickCheck}. */
class QuickCheckTest {
    @TempDir
    Path root;
    private final Manifest manifest = new Manifest(
            List.of(new Manifest.Entry("lib/a.py", 3, 0), new Manifest.Entry("lib/b.so", 6, 0)));

    @BeforeEach
    void writeFiles() throws IOException {
        Files.createDirectories(root.resolve("lib"));
        Files.writeString(root.resolve("lib/a.py"), "one");
        Files.writeString(root.resolve("lib/b.so"), "native");
        new QuickCheck(root).write(manifest);
    }

    private boolean passes() throws IOException {
        return new QuickCheck(root).passes();
    }

    @Test
    void passesAsLongAsNothingChanges() throws IOException {
        assertTrue(passes());
        assertTrue(passes());
    }

    @Test
    void seesThatAnyFileIsMissing() throws IOException {
        Files.delete(root.resolve("lib/a.py"));
        assertFalse(passes());
    }

    @Test
    void seesThatANativeFileIsCut() throws IOException {
        Files.writeString(root.resolve("lib/b.so"), "nat");
        assertFalse(passes());
    }

    @Test
    void passesAgainAfterAFullCheck() throws IOException {
        Files.writeString(root.resolve("lib/added.py"), "more");
        assertFalse(passes());
        new QuickCheck(root).passed(manifest);
        assertTrue(passes());
    }

    @Test
    void asksForAFullCheckOnceADay() throws IOException {
        long yesterday = System.currentTimeMillis() - QuickCheck.FULL_CHECK - 1;
        Files.setLastModifiedTime(root.resolve("krait-check.txt"), FileTime.fromMillis(yesterday));
        assertFalse(passes());
    }

    @Test
    void doesNotPassWithoutItsList() throws IOException {
        Files.writeString(root.resolve("krait-check.txt"), "");
        assertFalse(passes());
        Files.delete(root.resolve("krait-check.txt"));
        assertFalse(passes());
    }
}
