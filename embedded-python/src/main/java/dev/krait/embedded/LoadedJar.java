package dev.krait.embedded;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.util.Enumeration;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * Finds an artifact through a class loader, also in a jar inside a jar and merged into the jar of an application.
 *
 * @param name {@code cpython}, {@code numpy} or {@code openblas}
 * @param target the platform to unpack for
 */
record LoadedJar(String name, Target target) {
    /** The artifact as that loader sees it; null when it does not. */
    @Nullable
    Artifact in(ClassLoader loader) throws IOException {
        String file = Artifact.folder(name, target) + landmark();
        URL url = loader.getResource(file);
        if (url == null) {
            return null;
        }
        if (!(url.openConnection() instanceof JarURLConnection connection)) {
            throw new IOException("The files of org.bytedeco:" + name + " are at " + url
                    + ", which is not inside a jar. Put the jar itself on the class path.");
        }
        URL jar = connection.getJarFileURL();
        Artifact own = jar.getProtocol().equals("file")
                ? Artifact.ofFile(name, target, new File(URI.create(jar.toString())))
                : null;
        return own == null ? elsewhere(url, file) : own;
    }

    private Artifact elsewhere(URL url, String file) throws IOException {
        String place = url.toString();
        String jar = place.substring(0, place.length() - "!/".length() - file.length());
        String inName = Artifact.versionIn(name, target, jar.substring(jar.lastIndexOf('/') + 1));
        if (inName != null) { // a jar in a jar, which takes 100 ms to open
            return new Artifact(name, inName, name + "-" + inName, () -> open(url));
        }
        try (JarFile merged = open(url)) {
            return new Artifact(name, version(merged), name + ":" + checksum(merged),
                    () -> open(url));
        }
    }

    /** A file that the artifact has in every version. */
    private String landmark() {
        return switch (name) {
            case "cpython" -> target.isWindows() ? "python.exe" : "bin/python3";
            case "numpy" -> "python/numpy/__init__.py";
            default -> "include/cblas.h";
        };
    }

    private static JarFile open(URL url) throws IOException {
        JarURLConnection connection = (JarURLConnection) url.openConnection();
        connection.setUseCaches(false); // a cached one is shared with the class loader, and closing
                                        // it would break that
        return connection.getJarFile();
    }

    private String version(JarFile jar) throws IOException {
        ZipEntry entry = jar.getEntry("META-INF/maven/org.bytedeco/" + name + "/pom.properties");
        Properties properties = new Properties();
        if (entry != null) {
            try (InputStream in = jar.getInputStream(entry)) {
                properties.load(in);
            }
        }
        String version = properties.getProperty("version");
        if (version == null) {
            throw new IOException("The jar " + jar.getName() + " holds org.bytedeco:" + name
                    + " without META-INF/maven/org.bytedeco/" + name
                    + "/pom.properties, which tells its version. Keep that file when jars are merged.");
        }
        return version;
    }

    private long checksum(JarFile jar) {
        CRC32 sum = new CRC32();
        String folder = Artifact.folder(name, target);
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements();) {
            JarEntry entry = entries.nextElement();
            if (entry.getName().startsWith(folder)) {
                for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
                    sum.update((int) (entry.getCrc() >> shift));
                }
            }
        }
        return sum.getValue();
    }
}
