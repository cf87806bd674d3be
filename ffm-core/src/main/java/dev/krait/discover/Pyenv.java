package dev.krait.discover;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * pyenv's shims, seen through without running them.
 *
 * <p>A shim is a script that asks pyenv which version holds here. Running it costs several processes, and its answer
 * changes with variables and {@code .python-version} files, so it cannot be kept. The plain case, one version by its
 * full name, is worked out here by pyenv's own rules; in every other case the shim itself is run.
 */
final class Pyenv {
    private Pyenv() {}

    static Path root(Surroundings around) {
        Path root = around.folder("PYENV_ROOT");
        return root == null ? around.home().resolve(".pyenv") : root;
    }

    static boolean isShim(Path executable, Surroundings around) {
        return root(around).resolve("shims").equals(executable.getParent());
    }

    /**
     * The program a shim would run; the file itself when it is no shim or the case is not plain; null when the shim
     * would find no such command in the version in force.
     */
    static @Nullable Path resolve(Path executable, Surroundings around) {
        Path command = executable.getFileName();
        if (command == null || !isShim(executable, around)) {
            return executable;
        }
        String version = version(around);
        if (version == null || version.isEmpty() || version.indexOf('/') >= 0
                || version.startsWith(".")) {
            return executable;
        }
        Path bin = root(around).resolve("versions").resolve(version).resolve("bin");
        if (!Files.isDirectory(bin)) {
            return executable;
        }
        Path real = bin.resolve(command);
        return Files.isExecutable(real) ? real : null;
    }

    /** The one version in force; null when there are several or none. */
    private static @Nullable String version(Surroundings around) {
        String named = around.variable("PYENV_VERSION");
        if (named != null) {
            return named.indexOf(':') >= 0 ? null : named;
        }
        if (around.variable("PYENV_DIR") != null) {
            return null;
        }
        for (Path folder = around.workingFolder(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve(".python-version");
            if (Files.isRegularFile(file)) {
                return read(file);
            }
        }
        Path global = root(around).resolve("version");
        return Files.isRegularFile(global) ? read(global) : null;
    }

    private static @Nullable String read(Path file) {
        try {
            String text = Files.readString(file).strip();
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (Character.isWhitespace(c) || c == '#' || c == ':') {
                    return null;
                }
            }
            return text;
        } catch (IOException e) {
            return null;
        }
    }
}
