package dev.krait.convert;

import java.lang.reflect.Type;

/** Makes the conversion to a Java type of some kind. Asked once for each type; runs no Python. */
@FunctionalInterface
public interface TargetRule {
    /**
     * The conversion to a type.
     *
     * @param conversion what elements are converted by
     * @param type the type with what is known of its arguments
     */
    Target make(Conversion conversion, Type type);
}
