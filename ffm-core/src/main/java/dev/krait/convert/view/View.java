package dev.krait.convert.view;

import dev.krait.convert.Retypable;
import dev.krait.gil.Ambience;
import dev.krait.gil.Gil;
import dev.krait.ref.Ref;
import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;

/** A Java object that shows a Python object: given to Python it is that very object. */
public interface View extends Retypable {
    /** The Python object. */
    Ref ref();

    /** Takes note of where it was found, for messages about its elements. */
    default void found(@SuppressWarnings("unused") Place place) {}

    /** Runs a section under the GIL, with the streams of the script it came from; the view stays reachable meanwhile. */
    default <T extends @Nullable Object> T under(Gil.Section<T> section) {
        try {
            return Ambience.call(ref().ambience(), section);
        } finally {
            Reference.reachabilityFence(this);
        }
    }
}
