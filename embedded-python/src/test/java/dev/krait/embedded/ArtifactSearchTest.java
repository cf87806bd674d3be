package dev.krait.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of {@link ArtifactSearch} and {@link LoadedJar}, with small jars in the shape of the real ones. */
class ArtifactSearchTest {
    private static final Target LINUX = new Target("linux-x86_64");
    private static final String FOLDER = "org/bytedeco/cpython/linux-x86_64/";
    @TempDir
    Path folder;

    private Path jar(String name, String python) throws IOException {
        Path jar = folder.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            write(out, FOLDER + "bin/python3", python);
            write(out, "META-INF/maven/org.bytedeco/cpython/pom.properties",
                    "version=3.14.3-1.5.13");
        }
        return jar;
    }

    private static void write(ZipOutputStream out, String name, String text) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
    }

    private static Artifact only(String classPath, String modulePath, List<ClassLoader> loaders)
            throws IOException {
        List<Artifact> found = new ArtifactSearch(LINUX, classPath, modulePath, loaders).all();
        assertEquals(1, found.size());
        return found.getFirst();
    }

    private static Artifact loaded(Path jar) throws IOException {
        URL[] urls = {jar.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, null)) {
            return only("", "", List.of(loader));
        }
    }

    @Test
    void findsTheJarByItsNameOnTheClassPath() throws IOException {
        Path jar = jar("cpython-3.14.3-1.5.13-linux-x86_64.jar", "python");
        Artifact found = only("missing.jar" + File.pathSeparator + jar, "", List.of());
        assertEquals("3.14.3-1.5.13", found.version());
        assertEquals("3.14.3", found.upstreamVersion());
    }

    @Test
    void findsTheJarInAFolderOfTheModulePath() throws IOException {
        jar("cpython-3.14.3-1.5.13-linux-x86_64.jar", "python");
        assertEquals("3.14.3-1.5.13", only("", folder.toString(), List.of()).version());
    }

    @Test
    void findsTheJarThatOnlyAClassLoaderKnows() throws IOException {
        Path jar = jar("cpython-3.14.3-1.5.13-linux-x86_64.jar", "python");
        assertEquals(only(jar.toString(), "", List.of()).identity(), loaded(jar).identity());
    }

    @Test
    void findsFilesMergedIntoTheJarOfAnApplication() throws IOException {
        Artifact found = loaded(jar("app.jar", "python"));
        assertEquals("3.14.3-1.5.13", found.version());
        Bundle bundle = Bundle.of(List.of(found), LINUX);
        try (Payload payload = bundle.open()) {
            assertTrue(
                    payload.items().stream().anyMatch(item -> item.path().equals("bin/python3")));
        }
    }

    @Test
    void namesFoldersByContentSoThatNoTwoVersionsMix() throws IOException {
        String first = Bundle.of(List.of(loaded(jar("app.jar", "python"))), LINUX).folder();
        assertEquals(first, Bundle.of(List.of(loaded(jar("other.jar", "python"))), LINUX).folder());
        String second = Bundle.of(List.of(loaded(jar("third.jar", "newer"))), LINUX).folder();
        assertTrue(first.startsWith("python-3.14.3-linux-x86_64-"), first);
        assertTrue(!first.equals(second), second);
    }

    @Test
    void saysWhatToAddWhenNoJarIsThere() {
        IOException failure = assertThrows(IOException.class, () -> only("", "", List.of()));
        assertTrue(failure.toString().contains("org.bytedeco:cpython for linux-x86_64"),
                failure::toString);
    }
}
