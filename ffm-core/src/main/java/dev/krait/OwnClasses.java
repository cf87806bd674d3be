package dev.krait;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * Loads all classes of Krait at once where their loader may be closed before the JVM ends.
 *
 * <p>Python goes on calling them then, and an upcall that lacks a class cannot even tell: what leaves it ends the JVM.
 * The system's own loader is never closed.
 */
final class OwnClasses {
    private static final String ROOT = "dev/krait/";
    private static final String CLASS = ".class";

    private OwnClasses() {}

    static void load() {
        ClassLoader loader = OwnClasses.class.getClassLoader();
        if (ClassLoader.getSystemClassLoader().equals(loader)) {
            return;
        }
        try {
            names().forEach(name -> load(name, loader));
        } catch (IOException unreadable) {
            // a loader that shows no files: classes come when they are needed
        }
    }

    private static void load(String file, ClassLoader loader) {
        String name = file.substring(0, file.length() - CLASS.length()).replace('/', '.');
        try {
            Class<?> _ = Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError unusable) {
            // it would be unusable later as well
        }
    }

    private static List<String> names() throws IOException {
        String own = OwnClasses.class.getSimpleName() + CLASS;
        URL place = Objects.requireNonNull(OwnClasses.class.getResource(own));
        if (place.openConnection() instanceof JarURLConnection jar) {
            jar.setUseCaches(false);
            try (JarFile file = jar.getJarFile()) {
                return classes(file.stream().map(ZipEntry::getName));
            }
        }
        if (!place.getProtocol().equals("file")) {
            return List.of();
        }
        Path root = Path.of(URI.create(place.toString())).resolve("../../..").normalize();
        try (Stream<Path> files = Files.walk(root.resolve(ROOT))) {
            return classes(files.map(each -> root.relativize(each).toString().replace('\\', '/')));
        }
    }

    private static List<String> classes(Stream<String> files) {
        return files.filter(each -> each.startsWith(ROOT) && each.endsWith(CLASS)).toList();
    }
}
