package dev.krait.embedded;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the jars: by name on the class path and the module path, which opens none of them, else through class loaders.
 *
 * @param target the platform to unpack for
 * @param paths class path and module path, in the notation of the platform
 * @param loaders class loaders to ask when the paths do not name the jar
 */
record ArtifactSearch(Target target, List<String> paths, List<ClassLoader> loaders) {
    /** Looks where this process has its classes from. */
    static ArtifactSearch ofProcess(Target target) {
        List<ClassLoader> loaders = new ArrayList<>();
        for (ClassLoader loader : new @Nullable ClassLoader[]{
                Thread.currentThread().getContextClassLoader(),
                ArtifactSearch.class.getClassLoader()}) {
            if (loader != null) {
                loaders.add(loader);
            }
        }
        return new ArtifactSearch(target, List.of(System.getProperty("java.class.path", ""),
                System.getProperty("jdk.module.path", "")), loaders);
    }

    /** The jars to unpack: CPython, which must be there, and numpy and OpenBLAS if they are. */
    List<Artifact> all() throws IOException {
        List<Artifact> found = new ArrayList<>();
        for (String name : List.of("cpython", "numpy", "openblas")) {
            Artifact artifact = find(name);
            if (artifact != null) {
                found.add(artifact);
            } else if (name.equals("cpython")) {
                throw new IOException("No jar org.bytedeco:cpython for " + target.classifier()
                        + " is on the class path or module path. Add the artifact with that classifier"
                        + " (there are linux-x86_64, linux-arm64, macosx-arm64, macosx-x86_64 and windows-x86_64),"
                        + " or choose an installed Python with -Dkrait.python=PATH.");
            }
        }
        return found;
    }

    /** The jar of one artifact; null when it is nowhere. */
    @Nullable
    Artifact find(String name) throws IOException {
        for (String path : paths) {
            Artifact found = onPath(name, path);
            if (found != null) {
                return found;
            }
        }
        for (ClassLoader loader : loaders) {
            Artifact found = new LoadedJar(name, target).in(loader);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable Artifact onPath(String name, String path) {
        int from = 0;
        while (from < path.length()) {
            int separator = path.indexOf(File.pathSeparatorChar, from);
            int end = separator < 0 ? path.length() : separator;
            Artifact found = at(name, path.substring(from, end));
            if (found != null) {
                return found;
            }
            from = end + 1;
        }
        return null;
    }

    private @Nullable Artifact at(String name, String entry) {
        if (entry.endsWith(".jar")) {
            return Artifact.ofFile(name, target, new File(entry));
        }
        String[] inFolder = entry.isEmpty()
                ? null
                : new File(entry)
                        .list((folder, file) -> Artifact.versionIn(name, target, file) != null);
        return inFolder == null || inFolder.length == 0
                ? null
                : Artifact.ofFile(name, target, new File(entry, inFolder[0]));
    }
}
