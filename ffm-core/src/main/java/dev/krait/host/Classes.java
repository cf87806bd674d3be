package dev.krait.host;

import dev.krait.gil.Attachment;
import java.lang.reflect.Member;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.commons.lang3.ClassUtils;
import org.jspecify.annotations.Nullable;

/** Classes by the names scripts use, through the context class loader. */
final class Classes {
    private static volatile Predicate<String> filter = _ -> true;
    private static volatile Predicate<Member> members = _ -> true;

    private Classes() {}

    /** Sets which classes Python may name, and which of their members it may use. */
    static void allow(Predicate<String> names, Predicate<Member> policy) {
        filter = names;
        members = policy;
    }

    /** Whether Python may use a member. */
    static boolean isAllowed(Member member) {
        return members.test(member);
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
