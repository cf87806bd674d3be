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

    /** Like {@link #convert(Conversion, Attachment, long)} where an instance of a class is wanted, if it can be one. */
    default @Nullable Object convert(Conversion asked, Attachment thread, long object,
            @SuppressWarnings("unused") Class<?> wanted) {
        return convert(asked, thread, object);
    }

    /**
     * Python's own value for which the object of some library stands, which conversions to named types convert in its
     * place: owned; 0 for objects that stand for themselves.
     */
    default long newPlain(@SuppressWarnings("unused") Attachment thread,
            @SuppressWarnings("unused") long object) {
        return 0;
    }

    /** Whether it may make an instance of a class; asked before a conversion to that class tries it. */
    default boolean makes(@SuppressWarnings("unused") Class<?> wanted) {
        return true;
    }
}
