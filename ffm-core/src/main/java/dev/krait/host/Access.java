package dev.krait.host;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * What of a class may be used from outside: public members of public classes in packages exported to us, and of any
 * classes in packages that are open to us.
 */
final class Access {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private Access() {}

    /** Whether the public members of a class can be used. */
    static boolean isOpen(Class<?> type) {
        return isVisible(type) || (!type.isHidden()
                && type.getModule().isOpen(type.getPackageName(), Access.class.getModule()));
    }

    /** Whether they can be used as they are, without reflection. */
    static boolean isVisible(Class<?> type) {
        return Modifier.isPublic(type.getModifiers()) && !type.isHidden()
                && type.getModule().isExported(type.getPackageName(), Access.class.getModule());
    }

    /** A handle for a public method; null when it is out of reach. */
    static @Nullable MethodHandle unreflect(Method method) {
        return unreflect(method, method.getDeclaringClass());
    }

    /** A handle for a public method as the given class has it; null when it is out of reach. */
    static @Nullable MethodHandle unreflect(Method method, Class<?> owner) {
        try {
            readModuleOf(method.getDeclaringClass());
            readModuleOf(owner);
            if (isVisible(method.getDeclaringClass()) || method.trySetAccessible()) {
                return LOOKUP.unreflect(method);
            }
            if (!isVisible(owner) || Modifier.isStatic(method.getModifiers())) {
                return null;
            }
            return LOOKUP.findVirtual(owner, method.getName(),
                    MethodType.methodType(method.getReturnType(), method.getParameterTypes()));
        } catch (IllegalAccessException | NoSuchMethodException outOfReach) {
            return null;
        }
    }

    /** A handle for a constructor; null when it is out of reach. */
    static @Nullable MethodHandle unreflect(Constructor<?> constructor) {
        try {
            readModuleOf(constructor.getDeclaringClass());
            if (!isVisible(constructor.getDeclaringClass())) {
                constructor.trySetAccessible();
            }
            return LOOKUP.unreflectConstructor(constructor);
        } catch (IllegalAccessException outOfReach) {
            return null;
        }
    }

    /** Whether a public field can be used: of a class that is not public, by reflection. */
    static boolean isReachable(Field field) {
        return isVisible(field.getDeclaringClass()) || field.trySetAccessible();
    }

    /** Reads a public field of any object. */
    static MethodHandle getter(Field field) throws IllegalAccessException {
        readModuleOf(field.getDeclaringClass());
        return erase(field, LOOKUP.unreflectGetter(field), 0)
                .asType(MethodType.genericMethodType(1));
    }

    /** Writes a public field of any object. */
    static MethodHandle setter(Field field) throws IllegalAccessException {
        readModuleOf(field.getDeclaringClass());
        return erase(field, LOOKUP.unreflectSetter(field), 1)
                .asType(MethodType.genericMethodType(2).changeReturnType(void.class));
    }

    /** A named module sees only what it reads, and ours cannot know beforehand: proxies have modules of their own. */
    private static void readModuleOf(Class<?> type) {
        Access.class.getModule().addReads(type.getModule());
    }

    private static MethodHandle erase(Field field, MethodHandle handle, int values) {
        MethodHandle withTarget = Modifier.isStatic(field.getModifiers())
                ? MethodHandles.dropArguments(handle, 0, Object.class)
                : handle;
        assert withTarget.type().parameterCount() == values + 1;
        return withTarget;
    }
}
