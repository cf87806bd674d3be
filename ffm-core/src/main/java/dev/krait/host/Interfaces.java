package dev.krait.host;

import dev.krait.capi.Layout;
import dev.krait.capi.ObjectApi;
import dev.krait.convert.Conversion;
import dev.krait.convert.Generics;
import dev.krait.convert.Target;
import dev.krait.convert.Unfit;
import dev.krait.convert.view.View;
import dev.krait.error.ConversionException;
import dev.krait.gil.Attachment;
import dev.krait.ref.Counts;
import dev.krait.ref.Ref;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Java interfaces implemented by Python objects: functional ones by any callable, others by methods of their names. */
public final class Interfaces {
    /** Interfaces whose Python counterparts have conversions of their own, or that mean nothing without Java. */
    private static final Set<Class<?>> NOT_IMPLEMENTED = Set.of(CharSequence.class,
            java.io.Serializable.class, Cloneable.class);

    private static final InvocationHandler NOT_CALLED = (_, method, _) -> {
        throw new UnsupportedOperationException(method.getName());
    };
    /** Those of every Python object in Java's hands, which tell nothing of the object. */
    private static final Set<Class<?>> OF_ALL = Set.of(Iterable.class, AutoCloseable.class);

    private static final int SHOWN = 3;

    private Interfaces() {}

    /**
     * An implementation by a Python object (borrowed). Callers hold the GIL.
     *
     * <p>A callable implements a functional interface; of other objects the method of the same name is called, or the
     * interface's default method where there is none. Results are converted to what the method declares, by Python's
     * truth where that is boolean.
     */
    public static <T> T implement(Attachment thread, Class<T> type, long object) {
        return type.cast(implement(Host.conversion(), List.of(type), object));
    }

    static Object implement(Conversion conversion, List<Class<?>> types, long object) {
        return implement(conversion, types, new Results(types), object, false);
    }

    /**
     * What a call of interfaces gives: a Java object to Python as well, with their methods. One that has them already
     * is itself, and a container the view that Java has of it. Owned.
     */
    static long newObject(Attachment thread, List<Class<?>> types, long object) {
        Object known = Receivers.find(object);
        if (isInstance(known, types)) {
            return Counts.retain(object);
        }
        Object shown = known == null ? Host.conversion().toJava(thread, object) : known;
        Object made = shown instanceof View && isInstance(shown, types)
                ? shown
                : make(thread, types, object);
        return Mirror.of(made.getClass()).newObject(thread, made);
    }

    private static boolean isInstance(@Nullable Object value, List<Class<?>> types) {
        return value != null && types.stream().allMatch(each -> each.isInstance(value));
    }

    private static Object make(Attachment thread, List<Class<?>> types, long object) {
        for (Class<?> each : types) {
            if (!each.isInterface()) {
                throw Refusal.type(LiveTypes.nameOf(each) + " is no interface");
            }
            if (!mayImplement(thread, each, object)) {
                throw Refusal.type(String.valueOf(unfit(thread, object, each).getMessage()));
            }
        }
        return implement(Host.conversion(), types, new Results(types), object, true);
    }

    private static boolean mayImplement(Attachment thread, Class<?> type, long object) {
        return (ObjectApi.isCallable(object) != 0 && Sam.methodOf(type) != null)
                || wanted(type).isEmpty() || PythonHandler.hasAny(thread, object, type);
    }

    /** Says what an object lacks that an interface wants. */
    private static ConversionException unfit(Attachment thread, long object, Class<?> type) {
        ConversionException plain = Unfit.form(thread, object, type);
        List<String> wanted = wanted(type);
        if (wanted.isEmpty() || NOT_IMPLEMENTED.contains(type)) {
            return plain;
        }
        String function = Sam.methodOf(type) == null ? "" : "cannot be called and ";
        return new ConversionException(plain.getMessage() + ": it " + function + "has no method "
                + wanted.stream().limit(SHOWN).collect(Collectors.joining(" or ")));
    }

    /** The names of the methods that an interface leaves to others. */
    private static List<String> wanted(Class<?> type) {
        return Stream.of(type.getMethods())
                .filter(each -> Modifier.isAbstract(each.getModifiers()) && !Sam.isOfObject(each))
                .map(Method::getName).distinct().sorted().toList();
    }

    private static Object implement(Conversion conversion, List<Class<?>> types, Results results,
            long object, boolean staysJava) {
        return newProxy(types,
                new PythonHandler(conversion, Ref.retaining(object), results, staysJava));
    }

    private static Object newProxy(List<Class<?>> types, InvocationHandler handler) {
        return Proxy.newProxyInstance(loaderOf(types), types.toArray(Class<?>[]::new), handler);
    }

    /** The class that a Python object (borrowed) is of in Java; null when its Python class names no interfaces. */
    static @Nullable Class<?> implementationOf(long object) {
        List<Class<?>> types = Mirror.interfacesOf(Layout.typeOf(object));
        return types.isEmpty() ? null : newProxy(types, NOT_CALLED).getClass();
    }

    /** One that knows all of them: those of the application know Java's own as well, and not the other way round. */
    private static @Nullable ClassLoader loaderOf(List<Class<?>> types) {
        for (Class<?> each : types) {
            ClassLoader loader = each.getClassLoader();
            if (types.stream().allMatch(other -> isVisible(other, loader))) {
                return loader;
            }
        }
        return types.getFirst().getClassLoader();
    }

    @SuppressWarnings("ReferenceEquality") // another class of that name is another class
    private static boolean isVisible(Class<?> type, @Nullable ClassLoader loader) {
        try {
            return Class.forName(type.getName(), false, loader) == type;
        } catch (ClassNotFoundException | LinkageError absent) {
            return false;
        }
    }

    /** The handler behind a Java object that a Python object implements; null for other objects. */
    static @Nullable PythonHandler handlerOf(Object value) {
        return Proxy.isProxyClass(value.getClass())
                && Proxy.getInvocationHandler(value) instanceof PythonHandler handler
                        ? handler
                        : null;
    }

    static void addTo(Conversion conversion) {
        conversion.addTarget(type -> type.isInterface() && !type.isAnnotation(), (asked, type) -> {
            Class<?> raw = Generics.raw(type);
            boolean functional = Sam.methodOf(raw) != null;
            return target(asked, raw, functional, new Results(List.of(type)));
        });
    }

    private static Target target(Conversion conversion, Class<?> type, boolean functional,
            Results results) {
        return (thread, object) -> {
            boolean callable = ObjectApi.isCallable(object) != 0;
            boolean fits = (callable && functional) || PythonHandler.hasAny(thread, object, type);
            if (!fits || NOT_IMPLEMENTED.contains(type)) {
                Object plain = conversion.toJava(thread, object);
                // a str is Comparable by itself
                if (type.isInstance(plain) && (plain instanceof View || !OF_ALL.contains(type))) {
                    return plain;
                }
                throw unfit(thread, object, type);
            }
            return implement(conversion, List.of(type), results, object, false);
        };
    }

    /** Whether a method is one every object has. */
    static boolean isOfObject(Method method) {
        return method.getDeclaringClass() == Object.class;
    }
}
