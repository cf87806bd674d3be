package dev.krait.discover;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What discovery may know of the process and the machine: environment, system properties and two folders.
 *
 * @param environment the environment variables
 * @param properties the system properties
 * @param root where {@code /usr/bin} and the other fixed places are looked for
 * @param workingFolder what a relative path starts from
 */
public record Surroundings(Lookup environment, Lookup properties, Path root, Path workingFolder) {
    /** Values by name. */
    @FunctionalInterface
    public interface Lookup {
        /** The value, or null when there is none. */
        @Nullable
        String get(String name);

        /** The entries of a map. */
        static Lookup of(Map<String, String> values) {
            return name -> values.get(name);
        }
    }

    /** Those of this process. */
    public static Surroundings ofProcess() {
        Path here = Path.of("").toAbsolutePath();
        Path top = here.getRoot();
        return new Surroundings(System::getenv, System::getProperty, top == null ? here : top,
                here);
    }

    /** The variable's value; an empty one counts as not set, as shells have it. */
    @Nullable
    String variable(String name) {
        String value = environment.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /** The system property's value, empty when there is none. */
    String property(String name) {
        String value = properties.get(name);
        return value == null ? "" : value;
    }

    /** The folder a variable names; null when it is not set, no path, or not absolute. */
    @Nullable
    Path folder(String variable) {
        String value = variable(variable);
        Path path = value == null ? null : path(value);
        return path == null || !path.isAbsolute() ? null : path;
    }

    /** The user's own folder. */
    Path home() {
        Path home = path(property("user.home"));
        return home == null ? workingFolder : workingFolder.resolve(home);
    }

    /** Where this user's caches of Krait are: what {@code krait.cache} names, else the platform's place. */
    public Path cacheFolder() {
        String chosen = property("krait.cache");
        Path named = chosen.isEmpty() ? null : path(chosen);
        return named == null ? platform().cacheFolder() : workingFolder.resolve(named);
    }

    /** What differs between operating systems. */
    Platform platform() {
        String name = property("os.name").toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return new WindowsPlatform(this);
        }
        return name.startsWith("mac") ? new MacPlatform(this) : new LinuxPlatform(this);
    }

    /** The text as a path; null when this platform has no such path. */
    static @Nullable Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
