package dev.krait.embedded;

import java.io.File;
import java.io.IOException;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * A jar of org.bytedeco that holds files to unpack.
 *
 * @param name {@code cpython}, {@code numpy} or {@code openblas}
 * @param version its Maven version
 * @param identity says whether two jars hold the same files
 * @param opener opens the jar; the caller closes it
 */
record Artifact(String name, String version, String identity, Opener opener) {
    /** Opens a jar, wherever it lies. */
    @FunctionalInterface
    interface Opener {
        JarFile open() throws IOException;
    }

    /**
     * A jar that is a file; no lambda, since the first one of a process costs milliseconds.
     *
     * @param file the jar
     */
    private record InFile(File file) implements Opener {
        @Override
        public JarFile open() throws IOException {
            return new JarFile(file);
        }
    }

    /** The jar in a file of its own with its own name; null when the file is no such jar. */
    static @Nullable Artifact ofFile(String name, Target target, File file) {
        String version = versionIn(name, target, file.getName());
        if (version == null) {
            return null;
        }
        long size = file.length();
        // a released version never changes, so name and size tell it; opening it takes 25 ms
        return size == 0
                ? null
                : new Artifact(name, version, file.getName() + ":" + size, new InFile(file));
    }

    /** The version in {@code name-version-classifier.jar}; null when the file is called otherwise. */
    static @Nullable String versionIn(String name, Target target, String fileName) {
        String start = name + "-";
        String end = "-" + target.classifier() + ".jar";
        boolean fits = fileName.startsWith(start) && fileName.endsWith(end)
                && fileName.length() > start.length() + end.length();
        return fits ? fileName.substring(start.length(), fileName.length() - end.length()) : null;
    }

    /** Where its files begin inside the jar. */
    static String folder(String name, Target target) {
        return "org/bytedeco/" + name + "/" + target.classifier() + "/";
    }

    /** {@code 3.14.3} of {@code 3.14.3-1.5.13}. */
    String upstreamVersion() {
        int dash = version.indexOf('-');
        return dash < 0 ? version : version.substring(0, dash);
    }
}
