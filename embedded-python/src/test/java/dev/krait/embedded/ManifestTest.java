package dev.krait.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of {@link Manifest}. */
class ManifestTest {
    @TempDir
    Path root;
    private Manifest manifest = new Manifest(List.of());

    @BeforeEach
    void writeFiles() throws IOException {
        Files.createDirectories(root.resolve("lib/with space"));
        Path one = Files.writeString(root.resolve("lib/one.py"), "one");
        Path two = Files.writeString(root.resolve("lib/with space/two.py"), "two");
        manifest = new Manifest(List.of(new Manifest.Entry("lib/one.py", 3, Checksum.of(one)),
                new Manifest.Entry("lib/with space/two.py", 3, Checksum.of(two))));
    }

    @Test
    void readsBackWhatItWrote() throws IOException {
        manifest.write(root);
        assertEquals(manifest, Manifest.read(root));
    }

    @Test
    void isNotThereWhenItsEndIsMissing() throws IOException {
        manifest.write(root);
        Path file = root.resolve("krait-files.txt");
        Files.write(file, Files.readAllLines(file).subList(0, 2));
        assertNull(Manifest.read(root));
        Files.delete(file);
        assertNull(Manifest.read(root));
    }

    @Test
    void findsMissingAndCutFilesBySize() throws IOException {
        Files.delete(root.resolve("lib/one.py"));
        Files.writeString(root.resolve("lib/with space/two.py"), "t");
        assertEquals(manifest.files(), manifest.damaged(root, false));
    }

    @Test
    void findsChangedBytesWhenAskedTo() throws IOException {
        Files.writeString(root.resolve("lib/one.py"), "ONE");
        assertEquals(List.of(), manifest.damaged(root, false));
        assertEquals(manifest.files().subList(0, 1), manifest.damaged(root, true));
    }

    @Test
    void listsFoldersWithoutThoseOfByteCode() {
        Manifest more = manifest
                .with(List.of(new Manifest.Entry("lib/__pycache__/one.cpython-314.pyc", 1, 1)));
        assertEquals(List.of("lib", "lib/with space"), List.copyOf(more.folders()));
    }
}
