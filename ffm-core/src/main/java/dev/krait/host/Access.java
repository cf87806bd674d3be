package dev.krait.host;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** What of a class may be used from outside: public members of public classes in packages exported to us. */
final class Access {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private Access() {}

    /** Whether the public members of a class can be used as they are. */
    static boolean isOpen(Class<?> type) {
        return Modifier.isPublic(type.getModifiers()) && !type.isHidden()
                && type.getModule().isExported(type.getPackageName(), Access.class.getModule());
    }

    /** A handle for a public method; null when it is out of reach. */
    static @Nullable MethodHandle unreflect(Method method) {
        try {
            if (!isOpen(method.getDeclaringClass()) && !method.trySetAccessible()) {
                return null;
            }
            return LOOKUP.unreflect(method);
        } catch (IllegalAccessException outOfReach) {
            return null;
        }
    }

    /** A handle for a constructor; null when it is out of reach. */
    static @Nullable MethodHandle unreflect(Constructor<?> constructor) {
        try {
            return LOOKUP.unreflectConstructor(constructor);
        } catch (IllegalAccessException outOfReach) {
            return null;
        }
    }
}
