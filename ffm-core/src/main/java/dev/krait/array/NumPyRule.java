package dev.krait.array;

import dev.krait.convert.ContainerRule;
import dev.krait.convert.Conversion;
import dev.krait.gil.Attachment;
import org.jspecify.annotations.Nullable;

/** NumPy arrays as arrays over their memory, or as the Java object whose memory they show; others stay themselves. */
final class NumPyRule implements ContainerRule {
    @Override
    public @Nullable Object convert(Conversion asked, Attachment thread, long object) {
        Object array = NumPy.toJava(thread, object);
        return array == null ? asked.toPlainObject(thread, object) : array;
    }

    /** For other classes, opening the memory would be in vain. */
    @Override
    public boolean makes(Class<?> wanted) {
        return wanted.isAssignableFrom(NDArray.class);
    }
}
