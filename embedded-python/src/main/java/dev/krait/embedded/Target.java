package dev.krait.embedded;

import java.util.Locale;

/**
 * The platform to unpack for.
 *
 * @param classifier what its artifacts are called on Maven Central: {@code linux-x86_64}
 */
record Target(String classifier) {
    /** The platform of this JVM. */
    static Target ofProcess() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    /** By the values of {@code os.name} and {@code os.arch}. */
    static Target of(String os, String arch) {
        String name = os.toLowerCase(Locale.ROOT);
        String system;
        if (name.startsWith("windows")) {
            system = "windows";
        } else {
            system = name.startsWith("mac") ? "macosx" : name.replace(' ', '-');
        }
        return new Target(system + "-" + processor(arch));
    }

    private static String processor(String arch) {
        return switch (arch) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm64";
            default -> arch;
        };
    }

    boolean isWindows() {
        return classifier.startsWith("windows-");
    }

    boolean isMac() {
        return classifier.startsWith("macosx-");
    }
}
