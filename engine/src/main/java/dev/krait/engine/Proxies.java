package dev.krait.engine;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import javax.script.Bindings;
import javax.script.ScriptContext;
import org.jspecify.annotations.Nullable;

/** Java interfaces whose methods are functions of a script. */
final class Proxies {
    private Proxies() {}

    /** An implementation by the global functions of the engine; null when one is missing. */
    static <T> @Nullable T ofNamespace(KraitScriptEngine engine, Class<T> type) {
        check(type);
        return of(engine, type, null);
    }

    /** An implementation by the methods of an object; null when one is missing. */
    static <T> @Nullable T ofObject(KraitScriptEngine engine, Object target, Class<T> type) {
        check(type);
        return of(engine, type, target);
    }

    private static <T> @Nullable T of(KraitScriptEngine engine, Class<T> type,
            @Nullable Object target) {
        Bindings bindings = engine.getContext().getBindings(ScriptContext.ENGINE_SCOPE);
        ScriptMethods methods = new ScriptMethods(engine, type, bindings, target);
        boolean complete = methods.haveAll(Arrays.stream(type.getMethods())
                .filter(Proxies::isWanted).map(Method::getName).toList());
        return complete
                ? type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type},
                        methods))
                : null;
    }

    private static boolean isWanted(Method method) {
        return Modifier.isAbstract(method.getModifiers()) && !isOfObject(method);
    }

    /** Interfaces such as Comparator declare methods every object has. */
    private static boolean isOfObject(Method method) {
        try {
            Object.class.getMethod(method.getName(), method.getParameterTypes());
            return true;
        } catch (NoSuchMethodException itsOwn) {
            return false;
        }
    }

    private static void check(@Nullable Class<?> type) {
        if (type == null || !type.isInterface()) {
            throw new IllegalArgumentException(
                    "an interface is needed, not " + (type == null ? "null" : type.getName()));
        }
    }
}
