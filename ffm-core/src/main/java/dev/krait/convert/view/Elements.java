package dev.krait.convert.view;

import dev.krait.convert.Conversion;
import dev.krait.convert.ToJava;
import dev.krait.gil.Attachment;
import org.jspecify.annotations.Nullable;

/**
 * How the elements of a container are converted on their way out and in. Callers hold the GIL.
 *
 * @param conversion for what goes in
 * @param reader for what comes out
 * @param isTyped whether the reader may refuse, and knows nothing of the place
 */
public record Elements(Conversion conversion, ToJava reader, boolean isTyped) {
    /** Elements of a type. */
    public Elements(Conversion conversion, ToJava reader) {
        this(conversion, reader, true);
    }

    /** Elements as the rules have them when nothing more is known. */
    public static Elements of(Conversion conversion) {
        return new Elements(conversion, conversion::toJava, false);
    }

    /** An element (borrowed) as a Java value. */
    @Nullable
    Object read(Attachment thread, long element) {
        return reader.convert(thread, element);
    }

    /** A Java value as an element: owned. */
    long write(Attachment thread, @Nullable Object value) {
        return conversion.toPython(thread, value);
    }
}
