package dev.krait.host;

import dev.krait.gil.Attachment;
import dev.krait.gil.Limits;
import java.lang.reflect.Member;
import java.util.List;
import java.util.function.Predicate;
import org.apache.commons.lang3.ClassUtils;
import org.jspecify.annotations.Nullable;

/** Classes by the names scripts use, through the context class loader and our own. */
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
        return element.isPrimitive() || (filter.test(element.getName()) && isWithinLimits(element));
    }

    /** Whether the code that runs here may use a member; costs nothing where there are no limits. */
    static void checkLimits(Member member) {
        if (Limits.areInUse()) {
            Limits limits = Limits.here();
            if (limits != null && !limits.allowsMember(member)) {
                throw Refusal.attribute(
                        member.getName() + " of " + LiveTypes.nameOf(member.getDeclaringClass())
                                + " is not among those the class filter allows");
            }
        }
    }

    private static boolean isWithinLimits(Class<?> type) {
        Limits limits = Limits.here();
        return limits == null || limits.allowsClass(type.getName());
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
        for (ClassLoader each : loaders()) {
            try {
                Class<?> found = ClassUtils.getClass(each, name, false);
                return isAllowed(found) ? found : null;
            } catch (ClassNotFoundException | LinkageError absent) {
                // the next one may have it
            }
        }
        return null;
    }

    /** The context class loader; then our own, which is the application's where a container has them, unless it is above. */
    static List<ClassLoader> loaders() {
        ClassLoader own = Classes.class.getClassLoader();
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        if (context == null) {
            return List.of(own);
        }
        return isAbove(own, context) ? List.of(context) : List.of(context, own);
    }

    private static boolean isAbove(ClassLoader loader, ClassLoader other) {
        for (ClassLoader each = other; each != null; each = each.getParent()) {
            if (each.equals(loader)) {
                return true;
            }
        }
        return false;
    }
}
