package dev.krait.embedded;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where this user's caches of Krait are.
 *
 * @param properties system properties by name
 * @param environment environment variables by name
 */
record CacheFolder(Function<String, @Nullable String> properties,
        Function<String, @Nullable String> environment) {
    /** The system property that chooses the folder. */
    static final String PROPERTY = "krait.cache";

    /** By the settings of this process. */
    static CacheFolder ofProcess() {
        return new CacheFolder(System::getProperty, System::getenv);
    }

    /** The folder, which need not exist. */
    Path path() {
        String chosen = properties.apply(PROPERTY);
        if (chosen != null && !chosen.isBlank()) {
            return Path.of(chosen).toAbsolutePath().normalize();
        }
        Path home = Path.of(value(properties, "user.home", "."));
        String system = value(properties, "os.name", "").toLowerCase(Locale.ROOT);
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
        Path path = Path.of(value(environment, variable, ""));
        return path.isAbsolute() ? path : otherwise; // the XDG rules have relative paths ignored
    }

    private static String value(Function<String, @Nullable String> source, String name,
            String otherwise) {
        String value = source.apply(name);
        return value == null || value.isEmpty() ? otherwise : value;
    }
}
