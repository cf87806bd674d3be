package dev.krait.host;

import dev.krait.convert.Generics;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.lang3.ClassUtils;
import org.apache.commons.lang3.reflect.TypeUtils;
import org.jspecify.annotations.Nullable;

/** The single abstract method of the one functional interface that a class implements. */
final class Sam {
    private static final ClassValue<Found> FOUND = new ClassValue<>() {
        @Override
        protected Found computeValue(Class<?> type) {
            return new Found(find(type));
        }
    };
    private static final Set<String> VALUE_PACKAGES = Set.of("java.time", "java.time.chrono",
            "java.math", "java.nio.file");
    private final Method method;
    private final Invoker invoker;
    private final @Nullable MethodGroup open;

    private record Found(@Nullable Sam sam) {}

    private Sam(Method method, Invoker invoker) {
        this.method = method;
        this.invoker = invoker;
        open = method.isVarArgs()
                ? new MethodGroup(method.getName(), method.getDeclaringClass(), List.of(method))
                : null;
    }

    /** That of a class; null when its objects are no functions. */
    static @Nullable Sam of(Class<?> type) {
        return FOUND.get(type).sam;
    }

    /** The abstract method of an interface, if it has exactly one besides those of Object. */
    static @Nullable Method methodOf(Class<?> type) {
        Method only = null;
        for (Method each : type.isInterface() ? type.getMethods() : new Method[0]) {
            if (!Modifier.isAbstract(each.getModifiers()) || isOfObject(each)) {
                continue;
            }
            if (only == null
                    || only.getDeclaringClass().isAssignableFrom(each.getDeclaringClass())) {
                if (only != null && !isSame(only, each)) {
                    return null;
                }
                only = each;
            } else if (!isSame(only, each)) {
                return null;
            }
        }
        return only;
    }

    Method method() {
        return method;
    }

    Invoker invoker() {
        return invoker;
    }

    /** The method when it has variable arity: it takes any number of arguments. */
    @Nullable
    MethodGroup open() {
        return open;
    }

    private static @Nullable Sam find(Class<?> type) {
        if (type.isEnum() || VALUE_PACKAGES.contains(type.getPackageName())) {
            return null;
        }
        List<Class<?>> marked = new ArrayList<>(ClassUtils.getAllInterfaces(type));
        boolean lambda = type.isHidden() && type.isSynthetic(); // a function, whatever is marked
        marked.removeIf(each -> lambda
                ? methodOf(each) == null
                : !each.isAnnotationPresent(FunctionalInterface.class));
        marked.removeIf(each -> marked.stream()
                .anyMatch(other -> other != each && each.isAssignableFrom(other)));
        if (marked.size() != 1) {
            return null;
        }
        Class<?> only = marked.getFirst();
        Method method = methodOf(only);
        MethodHandle handle = method == null ? null : Access.unreflect(method);
        return method == null || handle == null
                ? null
                : new Sam(method, new Invoker(method, handle, false, _ -> false,
                        parameters(type, only, method)));
    }

    private static Parameter[] parameters(Class<?> type, Class<?> functional, Method method) {
        Map<TypeVariable<?>, Type> known = type.isHidden() || type.isSynthetic()
                ? Map.of()
                : TypeUtils.getTypeArguments(type, functional);
        return Arrays.stream(method.getGenericParameterTypes()).map(each -> known(each, known))
                .map(each -> new Parameter(Generics.raw(each), each)).toArray(Parameter[]::new);
    }

    private static Type known(Type type, @Nullable Map<TypeVariable<?>, Type> known) {
        Type bound = known == null ? null : known.get(type);
        return bound == null ? type : bound;
    }

    /** Whether a method is one that every object has, declared by an interface again. */
    static boolean isOfObject(Method method) {
        return Arrays.stream(Object.class.getMethods()).anyMatch(each -> isSame(each, method));
    }

    private static boolean isSame(Method one, Method two) {
        return one.getName().equals(two.getName())
                && one.getParameterCount() == two.getParameterCount();
    }
}
