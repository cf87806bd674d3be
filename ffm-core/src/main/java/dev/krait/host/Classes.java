package dev.krait.host;

import java.util.Objects;
import org.apache.commons.lang3.ClassUtils;
import org.jspecify.annotations.Nullable;

/** Classes by the names scripts use, through the context class loader. */
final class Classes {
    private Classes() {}

    /** {@code java.util.Map.Entry}, {@code java.util.Map$Entry}, {@code int[]}; null when there is none. */
    static @Nullable Class<?> find(String name) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        try {
            return ClassUtils.getClass(
                    Objects.requireNonNullElse(context, Classes.class.getClassLoader()), name,
                    false);
        } catch (ClassNotFoundException | LinkageError absent) {
            return null;
        }
    }
}
