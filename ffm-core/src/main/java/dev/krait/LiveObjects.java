package dev.krait;

/**
 * A line of the leak report: how many objects of one class the other side keeps alive.
 *
 * @param holder who keeps them alive
 * @param type the name of their class
 * @param count how many
 */
public record LiveObjects(Holder holder, String type, long count) {
    /** Who keeps an object alive. */
    public enum Holder {
        /** Java objects in the hands of Python. */
        PYTHON,
        /** Python objects in the hands of Java. */
        JAVA
    }
}
