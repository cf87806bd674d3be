package dev.krait.engine;

import dev.krait.capi.ObjectApi;
import dev.krait.capi.Statics;
import dev.krait.convert.Conversion;
import dev.krait.convert.Declared;
import dev.krait.convert.DefaultMethods;
import dev.krait.convert.Generics;
import dev.krait.convert.Implementation;
import dev.krait.convert.Targets;
import dev.krait.gil.Attachment;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Objects;
import javax.script.Bindings;
import org.jspecify.annotations.Nullable;

/** The methods of an interface, found by name in a script's names or in an object of it, at each call. */
final class ScriptMethods implements Implementation {
    private static final Object[] NOTHING = {};
    private final KraitScriptEngine engine;
    private final Class<?> type;
    private final Bindings bindings;
    private final @Nullable Object target;

    /** Made with the names it looks in; the context is the engine's at each call. */
    ScriptMethods(KraitScriptEngine engine, Class<?> type, Bindings bindings,
            @Nullable Object target) {
        this.engine = engine;
        this.type = type;
        this.bindings = bindings;
        this.target = target;
    }

    /** The object of a script behind what was made here; other objects as they are. */
    static Object behind(Object value) {
        return Proxy.isProxyClass(value.getClass())
                && Proxy.getInvocationHandler(value) instanceof ScriptMethods methods
                && methods.target != null ? methods.target : value;
    }

    /** Whether there is a function for each of these names. */
    boolean haveAll(List<String> wanted) {
        return enter((thread, names) -> wanted.stream().allMatch(name -> {
            long found = find(thread, names, name);
            Counts.releaseIfAny(found);
            return found != 0;
        }));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] args)
            throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(proxy, method, args);
        }
        Object result;
        try {
            result = enter((thread, names) -> {
                long function = find(thread, names, method.getName());
                return function == 0 ? Absent.NAME : call(thread, function, method, args);
            });
        } catch (Throwable failed) {
            throw Declared.fitting(method, failed);
        }
        if (!(result instanceof Absent)) {
            return result;
        }
        if (method.isDefault()) {
            return DefaultMethods.invoke(proxy, method, args);
        }
        throw new NoSuchMethodError("the script has no " + method.getName() + " any more");
    }

    private @Nullable Object call(Attachment thread, long function, Method method,
            @Nullable Object @Nullable [] args) {
        try {
            long result = Callables.callPython(thread, function,
                    Objects.requireNonNullElse(args, NOTHING));
            try {
                return convert(thread, result, method);
            } finally {
                Counts.release(result);
            }
        } finally {
            Counts.release(function);
        }
    }

    private @Nullable Object convert(Attachment thread, long result, Method method) {
        Class<?> wanted = method.getReturnType();
        if (wanted == void.class || (result == Statics.NONE && wanted == Boolean.class)) {
            return null;
        }
        if (wanted == boolean.class || wanted == Boolean.class) {
            return Raise.checkStatus(ObjectApi.isTrue(result)) != 0;
        }
        return Targets.convert(Conversion.standard(), thread, result,
                Generics.result(method, type));
    }

    private <T extends @Nullable Object> T enter(Execution.Body<T> body) {
        return Execution.enter(engine.run(engine.getContext()), bindings, body);
    }

    private long find(Attachment thread, ScriptNames names, String name) {
        if (target != null) {
            return Invocation.find(thread, target, name);
        }
        return Callables.orNone(names.find(thread, name));
    }

    @SuppressWarnings("ReferenceEquality") // a proxy is equal to itself only
    private @Nullable Object ofObject(Object proxy, Method method,
            @Nullable Object @Nullable [] args) {
        return switch (method.getName()) {
            case "equals" -> args != null && proxy == args[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "script implementation of " + proxy.getClass().getInterfaces()[0].getName();
        };
    }
}
