package dev.krait.convert;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.lang3.reflect.TypeUtils;

/** Types with arguments: what of them is known. */
public final class Generics {
    private static final ClassValue<Map<Method, Type>> RESULTS = new ClassValue<>() {
        @Override
        protected Map<Method, Type> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    private Generics() {}

    /** The class of a type; that of its bound for a variable or wildcard. */
    public static Class<?> raw(Type type) {
        return switch (type) {
            case Class<?> known -> known;
            case ParameterizedType generic -> raw(generic.getRawType());
            case GenericArrayType array ->
                Array.newInstance(raw(array.getGenericComponentType()), 0).getClass();
            case WildcardType wildcard -> raw(wildcard.getUpperBounds()[0]);
            case TypeVariable<?> variable -> raw(variable.getBounds()[0]);
            default -> throw new IllegalArgumentException("no class for the type " + type);
        };
    }

    /** A type argument; Object when it is not known. */
    public static Type argument(Type type, int index) {
        return type instanceof ParameterizedType generic
                ? generic.getActualTypeArguments()[index]
                : Object.class;
    }

    /** Whether a type says no more of its arguments than a plain class does. */
    public static boolean isPlain(Type type) {
        return !(type instanceof ParameterizedType generic)
                || Arrays.stream(generic.getActualTypeArguments())
                        .allMatch(argument -> raw(argument) == Object.class);
    }

    /** A type used inside a generic class, with the class's variables replaced by the arguments given to it. */
    public static Type resolve(Type inside, Type owner) {
        if (inside instanceof TypeVariable<?> variable) {
            int index = Arrays.asList(raw(owner).getTypeParameters()).indexOf(variable);
            return index >= 0 && owner instanceof ParameterizedType generic
                    ? generic.getActualTypeArguments()[index]
                    : raw(variable);
        }
        if (inside instanceof ParameterizedType generic) {
            Type[] arguments = Arrays.stream(generic.getActualTypeArguments())
                    .map(argument -> resolve(argument, owner)).toArray(Type[]::new);
            return TypeUtils.parameterizeWithOwner(generic.getOwnerType(), raw(generic), arguments);
        }
        return inside instanceof GenericArrayType array
                ? TypeUtils.genericArrayType(resolve(array.getGenericComponentType(), owner))
                : inside;
    }

    /** What a method returns where it is called through a type, which may bind variables of the method's own class. */
    public static Type result(Method method, Class<?> type) {
        Type declared = method.getGenericReturnType();
        return declared instanceof Class<?> || method.getDeclaringClass() == type
                ? declared
                : RESULTS.get(type).computeIfAbsent(method, each -> bound(each, type));
    }

    private static Type bound(Method method, Class<?> type) {
        Map<TypeVariable<?>, Type> known = TypeUtils.getTypeArguments(type,
                method.getDeclaringClass());
        return replace(method.getGenericReturnType(), known == null ? Map.of() : known);
    }

    /** A type with its variables replaced, as far as they are known; a wildcard alone by its bound. */
    public static Type replace(Type type, Map<TypeVariable<?>, Type> known) {
        return switch (type) {
            case TypeVariable<?> variable -> {
                Type argument = known.get(variable);
                yield argument == null || argument.equals(variable)
                        ? raw(variable)
                        : replace(argument, known);
            }
            case WildcardType wildcard -> replace(wildcard.getUpperBounds()[0], known);
            case ParameterizedType generic ->
                TypeUtils.parameterizeWithOwner(generic.getOwnerType(), raw(generic),
                        Arrays.stream(generic.getActualTypeArguments())
                                .map(argument -> replace(argument, known)).toArray(Type[]::new));
            case GenericArrayType array -> arrayOf(replace(array.getGenericComponentType(), known));
            default -> type;
        };
    }

    private static Type arrayOf(Type component) {
        return component instanceof Class<?> plain
                ? plain.arrayType()
                : TypeUtils.genericArrayType(component);
    }

    /** The component type of an array type. */
    public static Type component(Type array) {
        return array instanceof GenericArrayType generic
                ? generic.getGenericComponentType()
                : raw(array).getComponentType();
    }
}
