package dev.krait.convert;

import dev.krait.gil.Attachment;

/** A rule that makes a Python object of a Java value of some class. Called under the GIL. */
@FunctionalInterface
public interface ToPython {
    /** A reference the caller owns. */
    long convert(Attachment thread, Object value);
}
