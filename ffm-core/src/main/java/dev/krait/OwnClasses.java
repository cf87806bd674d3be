package dev.krait;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** Loads classes of Krait before they are needed. */
final class OwnClasses {
    private static final String ROOT = "dev/krait/";
    private static final String CLASS = ".class";
    private static final String LIST = "start.txt";

    private OwnClasses() {}

    /**
     * Those that each start needs once Python runs: some milliseconds of work for a thread that would wait for Python.
     *
     * <p>The list need not be exact, as a class that it lacks is loaded when it is needed. StartTest says what to change.
     */
    static void loadAhead() {
        ClassLoader loader = OwnClasses.class.getClassLoader();
        try (InputStream list = Objects
                .requireNonNull(OwnClasses.class.getResourceAsStream(LIST))) {
            for (String name : new String(list.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .toList()) {
                load(name, loader);
            }
        } catch (IOException unreadable) {
            // they come when they are needed
        }
    }

    /**
     * All of them, where their loader may be closed before the JVM ends.
     *
     * <p>Python goes on calling them then, and an upcall that lacks a class cannot even tell: what leaves it ends the
     * JVM. The system's own loader is never closed.
     */
    static void loadAll() {
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

    private static void load(String name, ClassLoader loader) {
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
        return files.filter(each -> each.startsWith(ROOT) && each.endsWith(CLASS))
                .map(each -> each.substring(0, each.length() - CLASS.length()).replace('/', '.'))
                .toList();
    }
}
