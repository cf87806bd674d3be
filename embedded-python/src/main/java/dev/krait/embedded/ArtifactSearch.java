package dev.krait.embedded;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the jars: by name on the class path and the module path, which opens none, else through class loaders.
 *
 * @param target the platform to unpack for
 * @param classPath in the notation of the platform
 * @param modulePath in the notation of the platform; its folders are looked into
 * @param loaders class loaders to ask when the paths do not name the jar
 */
record ArtifactSearch(Target target, String classPath, String modulePath,
        List<ClassLoader> loaders) {
    private static final String[] NAMES = {"cpython", "numpy", "openblas"};

    /** Looks where this process has its classes from. */
    static ArtifactSearch ofProcess(Target target) {
        List<ClassLoader> loaders = new ArrayList<>();
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        if (context != null) {
            loaders.add(context);
        }
        ClassLoader own = ArtifactSearch.class.getClassLoader();
        if (own != null) {
            loaders.add(own);
        }
        return new ArtifactSearch(target, System.getProperty("java.class.path", ""),
                System.getProperty("jdk.module.path", ""), loaders);
    }

    /** The jars to unpack: CPython, which must be there, and numpy and OpenBLAS if they are. */
    List<Artifact> all() throws IOException {
        List<Artifact> found = new ArrayList<>();
        for (String name : NAMES) {
            Artifact artifact = find(name);
            if (artifact != null) {
                found.add(artifact);
            } else if (found.isEmpty()) {
                throw new IOException("No jar org.bytedeco:cpython for " + target.classifier()
                        + " is on the class path or module path. Add the artifact with that classifier"
                        + " (there are linux-x86_64, linux-arm64, macosx-arm64, macosx-x86_64 and"
                        + " windows-x86_64), or choose an installed Python with -Dkrait.python=PATH.");
            }
        }
        return found;
    }

    private @Nullable Artifact find(String name) throws IOException {
        Artifact found = onPath(name, classPath, false);
        if (found == null) {
            found = onPath(name, modulePath, true);
        }
        for (int i = 0; found == null && i < loaders.size(); i++) {
            found = new LoadedJar(name, target).in(loaders.get(i));
        }
        return found;
    }

    private @Nullable Artifact onPath(String name, String path, boolean hasFolders) {
        int from = 0;
        while (from < path.length()) {
            int separator = path.indexOf(File.pathSeparatorChar, from);
            int end = separator < 0 ? path.length() : separator;
            File entry = new File(path.substring(from, end));
            Artifact found = Artifact.ofFile(name, target, entry);
            if (found == null && hasFolders) {
                found = inFolder(name, entry);
            }
            if (found != null) {
                return found;
            }
            from = end + 1;
        }
        return null;
    }

    private @Nullable Artifact inFolder(String name, File folder) {
        String[] files = folder.list();
        if (files != null) {
            for (String file : files) {
                Artifact found = Artifact.ofFile(name, target, new File(folder, file));
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
