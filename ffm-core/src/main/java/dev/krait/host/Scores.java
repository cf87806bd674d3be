package dev.krait.host;

import dev.krait.host.ArgumentKind.Sort;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.commons.lang3.ClassUtils;

/** How well an argument fits a parameter: the table of docs/java-from-python.md. Less is better, -1 is not at all. */
final class Scores {
    /** Added when arguments go into the array of a variable arity method. */
    static final int VARARGS = 1000;

    private static final int NO = -1;
    private static final int OBJECT = 90;
    private static final int UNBOXED = 94;
    private static final int BOXED = 2;
    /** A class where a function is wanted. */
    private static final int CONSTRUCTOR = 30;
    private static final int SUPERTYPE = 80;
    private static final int CONVERTIBLE = 60;
    /** Added where an array is asked for. */
    private static final int OF_ARRAY = 6;
    private static final Map<Class<?>, Integer> OF_INT = Map.ofEntries(Map.entry(int.class, 0),
            Map.entry(long.class, 1), Map.entry(double.class, 2), Map.entry(BigInteger.class, 3),
            Map.entry(short.class, 4), Map.entry(byte.class, 5), Map.entry(float.class, 6),
            Map.entry(char.class, 7), Map.entry(Integer.class, 10), Map.entry(Long.class, 11),
            Map.entry(Double.class, 12), Map.entry(BigDecimal.class, 13),
            Map.entry(Short.class, 14), Map.entry(Byte.class, 15), Map.entry(Float.class, 16),
            Map.entry(Character.class, 17), Map.entry(Number.class, 20));
    private static final Map<Class<?>, Integer> OF_FLOAT = Map.of(double.class, 0, float.class, 1,
            Double.class, 10, Float.class, 11, BigDecimal.class, 12, Number.class, 20);
    private static final Map<Class<?>, Integer> OF_TEXT = Map.of(String.class, 0,
            CharSequence.class, 2);
    private static final Map<Class<?>, Integer> OF_LETTER = Map.of(String.class, 0, char.class, 1,
            CharSequence.class, 2, Character.class, 3);
    private static final Map<Class<?>, Integer> OF_BOOL = Map.of(boolean.class, 0, Boolean.class,
            10);
    private static final Map<Class<?>, Integer> OF_LIST = Map.of(List.class, 0,
            java.util.SequencedCollection.class, 1, Collection.class, 2, Iterable.class, 3);
    /** Arrays for a list, by their elements; those that a list is rarely meant for come after Object. */
    private static final Map<Class<?>, Integer> OF_ELEMENTS = Map.of(int.class, 61, long.class, 62,
            double.class, 63, boolean.class, 64, Object.class, 92, short.class, 93, float.class, 94,
            char.class, 95, byte.class, 96);
    /** Those that read an iterator as they go come first. */
    private static final Map<Class<?>, Integer> OF_ITERATOR = Map.of(Iterator.class, 0,
            Iterable.class, 1, Stream.class, 2, IntStream.class, 3, LongStream.class, 4,
            DoubleStream.class, 5, List.class, 6, java.util.SequencedCollection.class, 7,
            Collection.class, 8);
    private static final Map<Class<?>, Integer> OF_SET = Map.of(Set.class, 0, Collection.class, 2,
            Iterable.class, 3);
    private static final Map<Class<?>, Integer> OF_DICT = Map.of(Map.class, 0);
    private static final Map<Class<?>, Integer> OF_BYTES = Map.of(byte[].class, 0);

    private Scores() {}

    static int of(ArgumentKind kind, Class<?> type) {
        return switch (kind.sort()) {
            case NONE -> none(type);
            case BOOL -> table(OF_BOOL, type, Boolean.class);
            case BYTE, SHORT, CHAR, INT, LONG, BIG -> integer(kind.sort(), type);
            case FLOAT -> table(OF_FLOAT, type, Double.class);
            case LETTER -> text(OF_LETTER, type);
            case TEXT -> text(OF_TEXT, type);
            case BYTES -> table(OF_BYTES, type, byte[].class);
            case LIST, TUPLE -> container(OF_LIST, type);
            case SET -> container(OF_SET, type);
            case DICT -> container(OF_DICT, type);
            case CALLABLE -> callable(kind, type);
            case JAVA -> java(Objects.requireNonNull(kind.type()), type);
            case BUFFER -> buffer(Objects.requireNonNull(kind.type()), type);
            case IMPLEMENTATION -> implementation(Objects.requireNonNull(kind.type()), type);
            case ITERATOR -> isNoIterator(type) ? NO : container(OF_ITERATOR, type);
            case VALUE -> value(Objects.requireNonNull(kind.type()), type);
            case OTHER -> other(type);
        };
    }

    private static int other(Class<?> type) {
        return type == Object.class || type.isPrimitive()
                ? OBJECT
                : CONVERTIBLE + (type.isArray() ? OF_ARRAY : 0);
    }

    /** What its class names among its bases goes before what it may implement by chance. */
    private static int implementation(Class<?> own, Class<?> type) {
        int named = java(own, type);
        return named == NO ? other(type) : named;
    }

    private static int value(Class<?> usual, Class<?> type) {
        return type.isAssignableFrom(usual) ? java(usual, type) : other(type);
    }

    /** What is no copy of the elements, and no way to read them. */
    private static boolean isNoIterator(Class<?> type) {
        return Set.class == type || Map.class.isAssignableFrom(type);
    }

    private static int buffer(Class<?> like, Class<?> type) {
        if (type == Object.class) {
            return OBJECT;
        }
        return type == like ? 0 : type.isPrimitive() ? NO : CONVERTIBLE + (type.isArray() ? 5 : 0);
    }

    private static int none(Class<?> type) {
        if (type.isPrimitive()) {
            return NO;
        }
        return type == String.class ? 0 : type == Object.class ? 3 : type.isArray() ? 2 : 1;
    }

    private static int table(Map<Class<?>, Integer> table, Class<?> type, Class<?> own) {
        Integer found = table.get(type);
        if (found != null) {
            return found;
        }
        if (type == Object.class) {
            return OBJECT;
        }
        return type.isAssignableFrom(own) ? SUPERTYPE : NO;
    }

    private static int integer(Sort width, Class<?> type) {
        Class<?> plain = ClassUtils.isPrimitiveWrapper(type)
                ? Objects.requireNonNull(ClassUtils.wrapperToPrimitive(type))
                : type;
        boolean fits = !plain.isPrimitive() || switch (width) {
            case BYTE -> plain != boolean.class;
            case SHORT -> plain != byte.class && plain != boolean.class;
            case CHAR -> plain != byte.class && plain != short.class && plain != boolean.class;
            case INT -> plain == int.class || plain == long.class || isReal(plain);
            case LONG -> plain == long.class || isReal(plain);
            default -> isReal(plain);
        };
        return fits ? table(OF_INT, type, Integer.class) : NO;
    }

    private static boolean isReal(Class<?> type) {
        return type == double.class || type == float.class;
    }

    private static int text(Map<Class<?>, Integer> table, Class<?> type) {
        int found = table(table, type, String.class);
        boolean fromName = type.isEnum() || type == java.nio.file.Path.class
                || type == java.io.File.class;
        return found < 0 && fromName ? CONVERTIBLE : found;
    }

    private static int container(Map<Class<?>, Integer> table, Class<?> type) {
        Integer found = table.get(type);
        if (found != null) {
            return found;
        }
        if (type == Object.class) {
            return OBJECT;
        }
        if (type.isArray()) {
            return OF_ELEMENTS.getOrDefault(type.getComponentType(), CONVERTIBLE + OF_ARRAY);
        }
        return type.isPrimitive() || type == String.class || ClassUtils.isPrimitiveWrapper(type)
                ? NO
                : CONVERTIBLE;
    }

    /** The interface of the callable's arity goes first, one that gives a value before one that gives none. */
    private static int callable(ArgumentKind kind, Class<?> type) {
        if (type == Object.class) {
            return OBJECT;
        }
        Method method = Sam.methodOf(type);
        if (method == null) {
            return type.isInterface() ? CONVERTIBLE : NO;
        }
        int arityMissed = kind.takes(method.getParameterCount()) ? 0 : 20;
        return arityMissed + (method.getReturnType() == void.class ? 1 : 0);
    }

    /** For what {@code krait.cast} makes a primitive: widening before boxing. */
    private static int ofPrimitive(Class<?> own, Class<?> type) {
        if (type.isPrimitive()) {
            return ClassUtils.isAssignable(own, type) ? 1 : NO;
        }
        Class<?> boxed = Objects.requireNonNull(ClassUtils.primitiveToWrapper(own));
        return type.isAssignableFrom(boxed) ? BOXED + java(boxed, type) : NO;
    }

    private static int java(Class<?> own, Class<?> type) {
        if (own == type) {
            return 0;
        }
        if (own.isPrimitive()) {
            return ofPrimitive(own, type);
        }
        if (!type.isAssignableFrom(own)) {
            boolean callable = own == Class.class && Sam.methodOf(type) != null;
            return callable ? CONSTRUCTOR : ClassUtils.isAssignable(own, type) ? UNBOXED : NO;
        }
        if (type == Object.class) {
            return OBJECT;
        }
        return type.isInterface() ? 40 : 1 + ClassUtils.getAllSuperclasses(own).indexOf(type);
    }
}
