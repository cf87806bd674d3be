package dev.krait.convert;

import dev.krait.gil.Attachment;
import org.jspecify.annotations.Nullable;

/** A rule for objects whose content is converted later, by the conversion that asked. */
@FunctionalInterface
public interface ContainerRule extends ToJava {
    @Override
    @Nullable
    Object convert(Conversion asked, Attachment thread, long object);

    @Override
    default @Nullable Object convert(Attachment thread, long object) {
        return convert(Conversion.standard(), thread, object);
    }
}
