package dev.krait.embedded;

import org.jspecify.annotations.Nullable;

/**
 * Linux and macOS: {@code bin}, {@code lib} and {@code include}, as if Python had been installed there.
 *
 * @param feature {@code 3.14}
 * @param isMac macOS, where shared libraries are called otherwise
 */
record PosixLayout(String feature, boolean isMac) implements Layout {
    @Override
    public @Nullable String place(String artifact, String file) {
        return switch (artifact) {
            case "cpython" -> python(file);
            case "numpy" -> file.startsWith("python/") && !Layout.isTest(file)
                    ? standardLibrary() + "/site-packages/" + file.substring("python/".length())
                    : null;
            default -> sharedLibrary(file);
        };
    }

    private @Nullable String python(String file) {
        String library = standardLibrary() + "/";
        if (file.startsWith(library)) {
            return Layout.isLeftOut(file.substring(library.length())) ? null : file;
        }
        if (file.startsWith("include/") || file.equals(executable())
                || file.equals("bin/python3")) {
            return file;
        }
        return file.startsWith("libpython") && file.indexOf('/') < 0
                ? "lib/" + file
                : sharedLibrary(file);
    }

    // lib-dynload and, on macOS, numpy search this folder by a path relative to themselves
    private @Nullable String sharedLibrary(String file) {
        return file.startsWith("lib") && !file.startsWith("libjni") && file.indexOf('/') < 0
                ? standardLibrary() + "/" + file
                : null;
    }

    @Override
    public String executable() {
        return "bin/python" + feature;
    }

    @Override
    public String library() {
        return "lib/libpython" + feature + (isMac ? ".dylib" : ".so.1.0");
    }

    @Override
    public String standardLibrary() {
        return "lib/python" + feature;
    }
}
