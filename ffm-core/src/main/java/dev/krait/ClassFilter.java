package dev.krait;

/**
 * Which Java classes Python code may name: by import, {@code krait.java_type}, as nested class, or as a Class object.
 *
 * <p>It keeps scripts tidy; it is no sandbox. CPython runs inside this process and can do whatever the process can.
 * One filter holds for the whole process.
 */
@FunctionalInterface
public interface ClassFilter {
    /**
     * Whether a class may be named. Called on any thread, under the GIL: it must not block.
     *
     * @param className as {@code Class.getName} gives it; that of the elements for an array
     */
    boolean allows(String className);

    /** All public classes: what holds when nothing is set. */
    static ClassFilter all() {
        return className -> true;
    }

    /** None: Python gets only the objects it is given, with their methods. */
    static ClassFilter restricted() {
        return className -> false;
    }
}
