package dev.krait.cli;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;

/**
 * The class path of a process, with what the manifests of its jars add.
 *
 * @param entries jars and folders, in order, as absolute paths
 */
record ClassPath(List<Path> entries) {
    // the parts that only the command line needs; everything else is the engine's
    private static final Pattern OURS = Pattern
            .compile("(krait-cli|picocli|jline|jackson)(-.*)?\\.jar");

    /** Copies the list. */
    ClassPath {
        entries = List.copyOf(entries);
    }

    static ClassPath ofProcess() throws IOException {
        return of(System.getProperty("java.class.path", ""));
    }

    static ClassPath of(String path) throws IOException {
        List<Path> entries = new ArrayList<>();
        for (String entry : StringUtils.split(path, File.pathSeparatorChar)) {
            add(Path.of(entry).toAbsolutePath().normalize(), entries);
        }
        return new ClassPath(entries);
    }

    /** What a program needs to have the engine and the embedded Python. */
    List<String> engine() {
        return entries.stream().filter(ClassPath::isEngine).map(Path::toString).toList();
    }

    private static boolean isEngine(Path entry) {
        return !OURS.matcher(String.valueOf(entry.getFileName())).matches()
                && !Files.isDirectory(entry.resolve("dev/krait/cli"));
    }

    private static void add(Path entry, List<Path> into) throws IOException {
        if (!Files.exists(entry) || into.contains(entry)) {
            return;
        }
        into.add(entry);
        if (Files.isRegularFile(entry)) {
            for (String added : StringUtils.split(manifestClassPath(entry))) {
                add(Path.of(entry.toUri().resolve(URI.create(added))), into);
            }
        }
    }

    private static String manifestClassPath(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            String path = manifest == null
                    ? null
                    : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return path == null ? "" : path;
        }
    }
}
