package dev.krait;

import java.util.List;

/**
 * A line of the leak report: how many objects of one class the other side keeps alive.
 *
 * @param holder who keeps them alive
 * @param type the name of their class
 * @param count how many
 * @param origin where the oldest of them was made or handed over, innermost frame first; empty unless the JVM was
 *        started with {@code -Dkrait.leaks=true}
 */
public record LiveObjects(Holder holder, String type, long count, List<StackTraceElement> origin) {
    /** Who keeps an object alive. */
    public enum Holder {
        /** Java objects in the hands of Python. */
        PYTHON,
        /** Python objects in the hands of Java. */
        JAVA
    }
}
