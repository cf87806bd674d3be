package dev.krait.convert;

import dev.krait.capi.Layout;
import dev.krait.capi.Statics;
import dev.krait.error.ConversionException;
import dev.krait.gil.Attachment;
import dev.krait.op.Text;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * Conversion to a Java type that the caller names: the commonest without asking the table. Callers hold the GIL; the
 * objects are borrowed.
 */
public final class Targets {
    private Targets() {}

    /**
     * A Python object as a value of the class; for a primitive class the boxed value.
     *
     * @throws ConversionException when it has no such form, or is out of range
     */
    @SuppressWarnings("unchecked") // each branch makes a value of the class
    public static <T> @Nullable T convert(Conversion conversion, Attachment thread, long object,
            Class<T> type) {
        if (type == Object.class) {
            return (T) conversion.toJava(thread, object);
        }
        long own = Layout.typeOf(object);
        if (own == Statics.UNICODE && type == String.class) {
            return (T) Text.read(object);
        }
        if (own == Statics.LONG) {
            if (type == int.class || type == Integer.class) {
                return (T) (Object) Integers.asInt(thread, object);
            }
            if (type == long.class || type == Long.class) {
                return (T) (Object) Integers.asLong(thread, object);
            }
        }
        if (own == Statics.FLOAT && (type == double.class || type == Double.class)) {
            return (T) (Object) Reals.asDouble(thread, object);
        }
        return (T) conversion.on(thread).target(type).convert(thread, object);
    }

    /**
     * A Python object as a value of a type with arguments.
     *
     * @throws ConversionException when it has no such form, or is out of range
     */
    public static @Nullable Object convert(Conversion conversion, Attachment thread, long object,
            Type type) {
        return type instanceof Class<?> known
                ? convert(conversion, thread, object, known)
                : conversion.on(thread).target(type).convert(thread, object);
    }

    /** Whether {@link #convert} would succeed; costs the conversion where the type alone does not tell. */
    public static boolean fits(Conversion conversion, Attachment thread, long object, Type type) {
        if (type == Object.class) {
            return true;
        }
        try {
            convert(conversion, thread, object, type);
            return true;
        } catch (ConversionException unfit) {
            return false;
        }
    }

    /**
     * A Python integer as an int.
     *
     * @throws ConversionException when it is none, or does not fit
     */
    public static int asInt(Attachment thread, long object) {
        return Integers.asInt(thread, object);
    }

    /**
     * A Python integer as a long.
     *
     * @throws ConversionException when it is none, or does not fit
     */
    public static long asLong(Attachment thread, long object) {
        return Integers.asLong(thread, object);
    }

    /**
     * A Python number as a double.
     *
     * @throws ConversionException when it is none, or does not fit
     */
    public static double asDouble(Attachment thread, long object) {
        return Reals.asDouble(thread, object);
    }

    /**
     * A Python bool, or a NumPy one; no other object's truth.
     *
     * @throws ConversionException when it is none
     */
    public static boolean asBoolean(Conversion conversion, Attachment thread, long object) {
        return object == Statics.TRUE || (object != Statics.FALSE && (Boolean) java.util.Objects
                .requireNonNull(conversion.target(boolean.class).convert(thread, object)));
    }
}
