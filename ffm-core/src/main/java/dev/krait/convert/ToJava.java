package dev.krait.convert;

import dev.krait.gil.Attachment;
import org.jspecify.annotations.Nullable;

/** A rule that makes a Java value of a Python object of some type. Called under the GIL. */
@FunctionalInterface
public interface ToJava {
    /** The value; {@code object} is borrowed for the length of the call. */
    @Nullable
    Object convert(Attachment thread, long object);

    /** Like {@link #convert(Attachment, long)} for rules that must know which conversion asked, for what lies inside. */
    default @Nullable Object convert(Conversion asked, Attachment thread, long object) {
        return convert(thread, object);
    }

    /** Whether it may make an instance of a class; asked before a conversion to that class tries it. */
    default boolean makes(@SuppressWarnings("unused") Class<?> wanted) {
        return true;
    }
}
