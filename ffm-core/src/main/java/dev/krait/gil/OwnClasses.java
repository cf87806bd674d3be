package dev.krait.gil;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * Loads all classes of a part of Krait at once where their loader may be closed before the JVM ends.
 *
 * <p>Python goes on calling them then, and an upcall that lacks a class cannot even tell: what leaves it ends the JVM.
 * The system's own loader is never closed.
 */
public final class OwnClasses {
    private static final String CLASS = ".class";

    private OwnClasses() {}

    /** Loads those that stand beside a class, in its package and below. */
    public static void load(Class<?> first) {
        ClassLoader loader = first.getClassLoader();
        if (ClassLoader.getSystemClassLoader().equals(loader)) {
            return;
        }
        try {
            files(first, loader).forEach(file -> load(file, loader));
        } catch (IOException unreadable) {
            // classes come when they are needed
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

    private static List<String> files(Class<?> first, ClassLoader loader) throws IOException {
        String own = first.getName().replace('.', '/') + CLASS;
        String folder = own.substring(0, own.lastIndexOf('/') + 1);
        URL place = loader.getResource(own);
        if (place != null && place.openConnection() instanceof JarURLConnection jar) {
            jar.setUseCaches(false);
            try (JarFile file = jar.getJarFile()) {
                return classes(folder, file.stream().map(ZipEntry::getName));
            }
        }
        if (place == null || !place.getProtocol().equals("file")) { // in memory, in an OSGi bundle
            return ReferredClasses.of(first, folder);
        }
        Path inside = Path.of(URI.create(place.toString())).getParent();
        try (Stream<Path> files = Files.walk(inside)) {
            return classes(folder, files
                    .map(each -> folder + inside.relativize(each).toString().replace('\\', '/')));
        }
    }

    private static List<String> classes(String folder, Stream<String> files) {
        return files.filter(each -> each.startsWith(folder) && each.endsWith(CLASS)).toList();
    }
}
