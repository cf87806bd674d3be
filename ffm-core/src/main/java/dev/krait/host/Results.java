package dev.krait.host;

import dev.krait.convert.Generics;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.lang3.reflect.TypeUtils;
import org.jspecify.annotations.Nullable;

/**
 * What the methods of interfaces give, with what is known of their type arguments: {@code apply} of a
 * {@code Function<String, Long>} gives a Long. Any thread.
 */
final class Results {
    private final List<? extends Type> interfaces;
    private final Map<Method, Type> known = new ConcurrentHashMap<>();

    Results(List<? extends Type> interfaces) {
        this.interfaces = interfaces;
    }

    /** The type a method's result is wanted as; a class where its arguments say nothing. */
    Type of(Method method) {
        Type found = known.get(method);
        if (found == null) {
            found = find(method);
            known.put(method, found);
        }
        return found;
    }

    private Type find(Method method) {
        Type declared = method.getGenericReturnType();
        Type result = declared instanceof Class<?> ? declared : inside(declared, method);
        return Generics.isPlain(result) ? Generics.raw(result) : result;
    }

    private Type inside(Type declared, Method method) {
        for (Type each : interfaces) {
            @Nullable
            Map<TypeVariable<?>, Type> arguments = TypeUtils.getTypeArguments(each,
                    method.getDeclaringClass());
            if (arguments != null) {
                return Generics.replace(declared, arguments);
            }
        }
        return declared;
    }
}
