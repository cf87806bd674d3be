package dev.krait.discover;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Commands on PATH. Entries that are empty or relative are passed over: what runs must not depend on the working
 * folder.
 */
final class PathSearch {
    private final Surroundings around;
    private final Platform platform;
    private final List<Path> folders = new ArrayList<>();

    PathSearch(Surroundings around, Platform platform) {
        this.around = around;
        this.platform = platform;
        String path = around.variable("PATH");
        String rest = path == null ? "" : path;
        for (int from = 0; from < rest.length();) {
            int separator = rest.indexOf(File.pathSeparatorChar, from);
            int to = separator < 0 ? rest.length() : separator;
            Path folder = Surroundings.path(rest.substring(from, to));
            if (folder != null && folder.isAbsolute()) {
                folders.add(folder);
            }
            from = to + 1;
        }
    }

    /** Every file of that name that can be run, in the order of PATH; pyenv's shims give what they stand for. */
    List<Path> all(String command) {
        List<Path> found = new ArrayList<>();
        for (Path folder : folders) {
            for (String name : platform.fileNames(command)) {
                Path file = folder.resolve(name);
                Path real = isCandidate(file) ? Pyenv.resolve(file, around) : null;
                if (real != null) {
                    found.add(real);
                }
            }
        }
        return found;
    }

    private boolean isCandidate(Path file) {
        return Files.isExecutable(file) && !Files.isDirectory(file) && !platform.isInert(file);
    }

    /** The usual names for some Python 3. */
    List<Path> usual() {
        List<Path> found = new ArrayList<>();
        for (String command : platform.commands()) {
            found.addAll(all(command));
        }
        return found;
    }

    /** {@code python3.N}, the newest first. */
    List<Path> versioned() {
        List<Path> found = new ArrayList<>();
        for (int minor = Suitability.NEWEST; minor >= Suitability.OLDEST; minor--) {
            found.addAll(all("python3." + minor));
        }
        return found;
    }
}
