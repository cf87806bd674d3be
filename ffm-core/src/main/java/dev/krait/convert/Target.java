package dev.krait.convert;

import dev.krait.gil.Attachment;
import org.jspecify.annotations.Nullable;

/** The conversion to one Java type, made once and kept. Called under the GIL. */
@FunctionalInterface
public interface Target {
    /**
     * A Python object (borrowed) that is not None and that no rule makes an instance of the type, as a value of it.
     *
     * @throws dev.krait.error.ConversionException when it has no such form, or is out of range
     */
    @Nullable
    Object convert(Attachment thread, long object);

    /**
     * Writes what Java has done to a value made by {@link #convert} back into the Python object (borrowed), where that
     * is memory that can be written to. The callee has returned.
     */
    default void giveBack(Attachment thread, long object, Object value) {}
}
