package dev.krait.host;

import java.lang.reflect.Method;
import java.util.Set;

/** Methods that are known neither to block nor to call back: the GIL is kept while they run. */
final class Leaves {
    private static final Set<Class<?>> CLASSES = Set.of(String.class, Integer.class, Long.class,
            Double.class, Float.class, Short.class, Byte.class, Character.class, Boolean.class,
            Math.class, StrictMath.class, StringBuilder.class);

    private Leaves() {}

    static boolean contains(Method method) {
        return CLASSES.contains(method.getDeclaringClass()) && hasPlainParameters(method);
    }

    /** Objects of unknown classes may run any code in their toString or equals. */
    private static boolean hasPlainParameters(Method method) {
        for (Class<?> each : method.getParameterTypes()) {
            if (!each.isPrimitive() && each != String.class) {
                return false;
            }
        }
        return true;
    }
}
