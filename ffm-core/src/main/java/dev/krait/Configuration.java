package dev.krait;

import java.nio.file.Path;

/**
 * Which Python runs.
 *
 * @param version as {@code platform.python_version()} says it
 * @param origin how it was found: {@code -Dkrait.python}, {@code PATH} ...
 * @param executable {@code sys.executable}
 * @param library libpython
 * @param prefix {@code sys.prefix}
 */
public record Configuration(String version, String origin, Path executable, Path library,
        Path prefix) {}
