package dev.krait.convert;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** The default methods of interfaces, public or not, run on a proxy. */
public final class DefaultMethods {
    private DefaultMethods() {}

    /** Runs one; what it throws comes out as it is. */
    public static @Nullable Object invoke(Object proxy, Method method,
            @Nullable Object @Nullable [] args) throws Throwable {
        Class<?> type = method.getDeclaringClass();
        if (Modifier.isPublic(type.getModifiers())) {
            return InvocationHandler.invokeDefault(proxy, method, args);
        }
        DefaultMethods.class.getModule().addReads(type.getModule());
        return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                .unreflectSpecial(method, type).bindTo(proxy).invokeWithArguments(args);
    }
}
