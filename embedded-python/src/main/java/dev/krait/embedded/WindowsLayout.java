package dev.krait.embedded;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Windows: {@code python.exe} and its DLL at the top, the standard library with its modules in {@code lib}.
 *
 * @param feature {@code 3.14}
 */
record WindowsLayout(String feature) implements Layout {
    @Override
    public @Nullable String place(String artifact, String file) {
        return switch (artifact) {
            case "cpython" -> python(file);
            case "numpy" -> file.startsWith("python/") && !Layout.isTest(file)
                    ? "lib/site-packages/" + file.substring("python/".length())
                    : null;
            default -> isLibrary(file) ? "lib/" + file : null;
        };
    }

    private static @Nullable String python(String file) {
        if (file.startsWith("lib/")) {
            return Layout.isLeftOut(file.substring("lib/".length())) ? null : file;
        }
        boolean kept = file.startsWith("include/") || file.startsWith("libs/")
                || file.equals("python.exe");
        return kept || isLibrary(file) ? file : null;
    }

    private static boolean isLibrary(String file) {
        return file.indexOf('/') < 0 && !file.startsWith("jni")
                && file.toLowerCase(Locale.ROOT).endsWith(".dll");
    }

    @Override
    public String executable() {
        return "python.exe";
    }

    @Override
    public String library() {
        return "python" + feature.replace(".", "") + ".dll";
    }

    @Override
    public String standardLibrary() {
        return "lib";
    }
}
