package dev.krait.gil;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Loads the classes that each start needs once Python runs: milliseconds of work for a thread that waits for Python.
 *
 * <p>The list need not be exact, as a class that it lacks is loaded when it is needed. StartTest says what to change.
 */
final class StartClasses {
    private static final String LIST = "start.txt";

    private StartClasses() {}

    static void load() {
        ClassLoader loader = StartClasses.class.getClassLoader();
        try (InputStream list = Objects
                .requireNonNull(StartClasses.class.getResourceAsStream(LIST))) {
            for (String name : new String(list.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .toList()) {
                Class<?> _ = Class.forName(name, false, loader);
            }
        } catch (IOException | ClassNotFoundException | LinkageError missing) {
            // the others come when they are needed
        }
    }
}
