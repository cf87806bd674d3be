package dev.krait.embedded;

import org.jspecify.annotations.Nullable;

/** Where the files of the artifacts go in the unpacked tree, and where Python's parts are then. */
interface Layout {
    /** The layout of CPython {@code version} on that platform. */
    static Layout of(Target target, String version) {
        int second = version.indexOf('.', version.indexOf('.') + 1);
        String feature = second < 0 ? version : version.substring(0, second);
        return target.isWindows()
                ? new WindowsLayout(feature)
                : new PosixLayout(feature, target.isMac());
    }

    /**
     * The path in the tree, with slashes; null for what is left out.
     *
     * @param artifact {@code cpython}, {@code numpy} or {@code openblas}
     * @param file path inside the platform folder of the jar
     */
    @Nullable
    String place(String artifact, String file);

    /** The interpreter. */
    String executable();

    /** libpython. */
    String library();

    /** The folder of the standard library. */
    String standardLibrary();

    /** True for a file that needs the right to be run. */
    default boolean isProgram(String path) {
        return path.startsWith("bin/");
    }

    /** True for parts of the standard library that no program needs: tests, the IDLE editor, demos. */
    static boolean isLeftOut(String path) {
        return path.startsWith("test/") || path.startsWith("idlelib/")
                || path.startsWith("turtledemo/") || path.contains("/_test")
                || path.contains("/xxlimited") || path.contains("/__pycache__/");
    }

    /** True for numpy's own tests. */
    static boolean isTest(String path) {
        return path.contains("/tests/");
    }
}
