package dev.krait.engine;

import java.util.Objects;

/** What the javadoc of Bindings demands of a key. */
final class Keys {
    private Keys() {}

    /**
     * The key as a String.
     *
     * @throws NullPointerException when it is null
     * @throws ClassCastException when it is no String
     * @throws IllegalArgumentException when it is empty
     */
    static String check(Object key) {
        if (!(Objects.requireNonNull(key, "key") instanceof String name)) {
            throw new ClassCastException("a key is a String, not a " + key.getClass().getName());
        }
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a key is not empty");
        }
        return name;
    }
}
