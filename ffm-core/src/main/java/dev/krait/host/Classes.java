package dev.krait.host;

import dev.krait.gil.Attachment;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.commons.lang3.ClassUtils;
import org.jspecify.annotations.Nullable;

/** Classes by the names scripts use, through the context class loader. */
final class Classes {
    private static volatile Predicate<String> filter = _ -> true;

    private Classes() {}

    /** Sets which classes Python may name. */
    static void allow(Predicate<String> names) {
        filter = names;
    }

    /** Whether Python may name a class. */
    static boolean isAllowed(Class<?> type) {
        Class<?> element = type;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        return element.isPrimitive() || filter.test(element.getName());
    }

    /** A class as a Python type: borrowed. */
    static long python(Attachment thread, Class<?> type) {
        if (!isAllowed(type)) {
            throw Refusal.type("class " + LiveTypes.nameOf(type)
                    + " is not among those the class filter allows");
        }
        return Mirror.of(type).python(thread);
    }

    /** {@code java.util.Map.Entry}, {@code java.util.Map$Entry}, {@code int[]}; null when there is none. */
    static @Nullable Class<?> find(String name) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        try {
            Class<?> found = ClassUtils.getClass(
                    Objects.requireNonNullElse(context, Classes.class.getClassLoader()), name,
                    false);
            return isAllowed(found) ? found : null;
        } catch (ClassNotFoundException | LinkageError absent) {
            return null;
        }
    }
}
