package dev.krait.convert;

import dev.krait.error.ConversionException;
import dev.krait.gil.Attachment;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.commons.lang3.ClassUtils;
import org.jspecify.annotations.Nullable;

/** Conversion to a Java type that the caller names. Callers hold the GIL. */
public final class Targets {
    private Targets() {}

    /**
     * A Python object (borrowed) as a value of the type.
     *
     * @throws ConversionException when it has no such form, or is out of range
     */
    @SuppressWarnings("unchecked") // each branch has checked the boxed type
    public static <T> @Nullable T convert(Conversion conversion, Attachment thread, long object,
            Class<T> type) {
        Class<?> boxed = ClassUtils.primitiveToWrapper(type);
        Object value = conversion.toJava(thread, object);
        if (value == null) {
            if (type.isPrimitive()) {
                throw new ConversionException("None has no form as " + type.getName());
            }
            return null;
        }
        Object fitting = boxed.isInstance(value) ? value : number(value, boxed);
        if (fitting == null) {
            throw new ConversionException(
                    value.getClass().getName() + " has no form as " + type.getName());
        }
        return (T) fitting;
    }

    private static @Nullable Object number(Object value, Class<?> type) {
        if (value instanceof Integer || value instanceof Long || value instanceof BigInteger) {
            return integer(new BigInteger(value.toString()), type);
        }
        if (value instanceof Double real) {
            return type == Float.class ? (Object) real.floatValue() : null;
        }
        if (value instanceof String text && type == Character.class && text.length() == 1) {
            return text.charAt(0);
        }
        return null;
    }

    private static @Nullable Object integer(BigInteger value, Class<?> type) {
        try {
            if (type == Byte.class) {
                return value.byteValueExact();
            }
            if (type == Short.class) {
                return value.shortValueExact();
            }
            if (type == Integer.class) {
                return value.intValueExact();
            }
            if (type == Long.class) {
                return value.longValueExact();
            }
        } catch (ArithmeticException outOfRange) {
            throw new ConversionException(
                    value + " does not fit " + ClassUtils.wrapperToPrimitive(type));
        }
        if (type == BigInteger.class) {
            return value;
        }
        if (type == BigDecimal.class) {
            return new BigDecimal(value);
        }
        if (type == Double.class) {
            return value.doubleValue();
        }
        return type == Float.class ? value.floatValue() : null;
    }
}
