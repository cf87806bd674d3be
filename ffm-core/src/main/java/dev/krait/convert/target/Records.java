package dev.krait.convert.target;

import dev.krait.raise.Raise;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Records made of their components' values. Any thread. */
public final class Records {
    private Records() {}

    /** The canonical constructor of a record class, whatever its access. */
    public static Constructor<?> constructor(Class<?> type) {
        Class<?>[] parameters = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(parameters);
            canonical.setAccessible(true);
            return canonical;
        } catch (NoSuchMethodException impossible) {
            throw new AssertionError("a record has its canonical constructor", impossible);
        }
    }

    /** A new record; what its constructor throws comes out as it is. */
    public static Object make(Constructor<?> constructor, @Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            throw Raise.<RuntimeException>sneaky(refused.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(
                    "cannot make a " + constructor.getDeclaringClass().getName(), impossible);
        }
    }

    /** A component's name in Python's spelling: {@code unitPrice} is {@code unit_price}. */
    public static String pythonName(String component) {
        return component.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
