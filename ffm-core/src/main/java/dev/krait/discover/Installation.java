package dev.krait.discover;

import java.nio.file.Path;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;

/**
 * A Python that can be started: everything the start needs to know.
 *
 * @param origin why this one, for reports: {@code -Dkrait.python}, {@code VIRTUAL_ENV}, {@code PATH} ...
 * @param executable the program that stands for it: {@code sys.executable} and, in a venv, the way to its prefix
 * @param library libpython
 * @param version three numbers and perhaps a suffix, as {@code platform.python_version()} says it
 * @param prefix {@code sys.prefix}: the venv when it is one
 * @param home PYTHONHOME to set; null when the program finds its own
 * @param preload libraries that must be opened before, in this order (OpenBLAS of a packaged numpy)
 * @param path folders put in front of {@code sys.path} (site-packages of packaged modules)
 */
public record Installation(String origin, Path executable, Path library, String version,
        Path prefix, @Nullable Path home, List<Path> preload, List<Path> path) {
    /** Copies the lists. */
    public Installation {
        preload = List.copyOf(preload);
        path = List.copyOf(path);
    }

    /** {@code 312} for 3.12. */
    public int feature() {
        String[] parts = StringUtils.split(version, '.');
        return Integer.parseInt(parts[0]) * 100 + Integer.parseInt(parts[1]);
    }
}
