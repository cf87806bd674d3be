package dev.krait.convert;

import dev.krait.gil.Attachment;
import org.jspecify.annotations.Nullable;

/** A rule that makes a Java value of a Python object of some type. Called under the GIL. */
@FunctionalInterface
public interface ToJava {
    /** The value; {@code object} is borrowed for the length of the call. */
    @Nullable
    Object convert(Attachment thread, long object);
}
