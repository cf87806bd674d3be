package dev.krait;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One keyword argument of a Python call: {@code f.call(1, kw("sep", ", "))}. Stands after the positional ones.
 *
 * @param name the parameter's name
 * @param value any value that has a Python form
 */
public record Kw(String name, @Nullable Object value) {
    /** Refuses a missing name. */
    public Kw {
        Objects.requireNonNull(name, "name");
    }

    /** A keyword argument, made for static import. */
    public static Kw kw(String name, @Nullable Object value) {
        return new Kw(name, value);
    }
}
