package dev.krait.embedded;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * Where this user's caches of Krait are.
 *
 * @param properties system properties
 * @param environment environment variables
 */
record CacheFolder(Properties properties, Map<String, String> environment) {
    /** The system property that chooses the folder. */
    static final String PROPERTY = "krait.cache";

    /** By the settings of this process. */
    static CacheFolder ofProcess() {
        return new CacheFolder(System.getProperties(), System.getenv());
    }

    /** The folder, which need not exist. */
    Path path() {
        String chosen = properties.getProperty(PROPERTY, "");
        if (!chosen.isBlank()) {
            return Path.of(chosen).toAbsolutePath().normalize();
        }
        Path home = Path.of(properties.getProperty("user.home", "."));
        String system = properties.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Path parent;
        if (system.startsWith("windows")) {
            parent = absolute("LOCALAPPDATA", home.resolve("AppData").resolve("Local"));
        } else {
            parent = system.startsWith("mac")
                    ? home.resolve("Library").resolve("Caches")
                    : absolute("XDG_CACHE_HOME", home.resolve(".cache"));
        }
        return parent.resolve("krait").toAbsolutePath().normalize();
    }

    private Path absolute(String variable, Path otherwise) {
        Path path = Path.of(environment.getOrDefault(variable, ""));
        return path.isAbsolute() ? path : otherwise; // the XDG rules have relative paths ignored
    }
}
