package dev.krait.host;

import java.io.File;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;

/** Class files in the folders and jars of class loaders and of the class path: what packages hold. */
final class ClassFiles {
    private static final String CLASS = ".class";
    private static volatile @Nullable Set<String> packages;

    private ClassFiles() {}

    /** The names of class files and folders in a package, as far as its class loader tells where they are. */
    static Set<String> in(ClassLoader loader, String name) {
        Set<String> found = new TreeSet<>();
        String folder = name.replace('.', '/') + "/";
        try {
            for (URL each : Collections.list(loader.getResources(folder))) {
                found.addAll(in(each, folder));
            }
        } catch (IOException unreadable) {
            // a place that cannot be read has nothing to offer
        }
        return found;
    }

    /** Whether any jar or folder of the class path has classes in a package or below it. Looked through once. */
    static boolean isPackage(String name) {
        Set<String> known = packages;
        if (known == null) {
            known = onClassPath();
            packages = known;
        }
        return known.contains(name);
    }

    private static List<String> in(URL place, String folder) throws IOException {
        if (place.openConnection() instanceof JarURLConnection jar) {
            jar.setUseCaches(false);
            try (JarFile file = jar.getJarFile()) {
                return file.stream().map(ZipEntry::getName).filter(each -> each.startsWith(folder))
                        .map(each -> each.substring(folder.length())).flatMap(ClassFiles::first)
                        .distinct().toList();
            }
        }
        if (!place.getProtocol().equals("file")) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(Path.of(URI.create(place.toString())))) {
            return files.map(each -> each.getFileName() + (Files.isDirectory(each) ? "/" : ""))
                    .flatMap(ClassFiles::first).toList();
        }
    }

    /** The simple name that a path below a package begins with; none for what is neither class nor folder. */
    private static Stream<String> first(String path) {
        int slash = path.indexOf('/');
        String name = slash > 0
                ? path.substring(0, slash)
                : path.endsWith(CLASS) ? path.substring(0, path.length() - CLASS.length()) : "";
        return name.isEmpty() || name.indexOf('$') >= 0 || name.indexOf('-') >= 0
                ? Stream.empty()
                : Stream.of(name);
    }

    private static Set<String> onClassPath() {
        Set<String> found = new HashSet<>();
        for (String each : StringUtils.split(System.getProperty("java.class.path", ""),
                File.pathSeparatorChar)) {
            if (!each.endsWith(".jar")) {
                continue; // folders answer for themselves
            }
            try (JarFile file = new JarFile(each)) {
                file.stream().map(ZipEntry::getName).filter(name -> name.endsWith(CLASS))
                        .forEach(name -> addFolders(found, name));
            } catch (IOException unreadable) {
                // named on the class path, but no jar: Java passes it over as well
            }
        }
        return found;
    }

    private static void addFolders(Set<String> found, String path) {
        for (int at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
            if (!found.add(path.substring(0, at).replace('/', '.'))) {
                return;
            }
        }
    }
}
