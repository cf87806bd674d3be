package dev.krait.host;

import dev.krait.capi.Layout;
import dev.krait.capi.Statics;
import dev.krait.convert.Conversion;
import dev.krait.convert.Targets;
import dev.krait.error.ConversionException;
import dev.krait.gil.Attachment;
import dev.krait.op.Numbers;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import org.apache.commons.lang3.ClassUtils;
import org.jspecify.annotations.Nullable;

/** A parameter of a Java method: turns the Python argument into what the method takes. */
final class Parameter {
    private final Class<?> type;
    private final Type full;

    /** @param full the type with its arguments, as far as they are known */
    Parameter(Class<?> type, Type full) {
        this.type = type;
        this.full = full instanceof ParameterizedType ? full : type;
    }

    Class<?> type() {
        return type;
    }

    /** Lets a writable buffer (borrowed) given as an array have what Java wrote to the array. */
    void giveBack(Attachment thread, Conversion conversion, long object, @Nullable Object value) {
        if (value != null && type.isArray()) {
            conversion.target(full).giveBack(thread, object, value);
        }
    }

    /** The argument (borrowed) as a value of the type. */
    @Nullable
    Object convert(Attachment thread, Conversion conversion, long object) {
        if (type == Object.class) {
            return conversion.toJava(thread, object);
        }
        if (Layout.typeOf(object) == Statics.LONG
                && (type == char.class || type == Character.class)) {
            return letter(thread, object);
        }
        try {
            return full == type
                    ? Targets.convert(conversion, thread, object, type)
                    : Targets.convert(conversion, thread, object, full);
        } catch (ConversionException unfit) {
            throw isTooLarge(Layout.typeOf(object))
                    ? Refusal.overflow(String.valueOf(unfit.getMessage()))
                    : Refusal.type(String.valueOf(unfit.getMessage()));
        }
    }

    /** An int where a char is wanted, as in Java. */
    private static char letter(Attachment thread, long object) {
        Number number = Numbers.read(thread, object);
        if (!(number instanceof Integer) || (char) number.intValue() != number.intValue()) {
            throw Refusal.overflow(number + " does not fit char");
        }
        return (char) number.intValue();
    }

    /** Whether a number of a Python type has no form only because of its size. */
    private boolean isTooLarge(long python) {
        return python == Statics.LONG
                ? isNumber()
                : python == Statics.FLOAT && (type == float.class || type == Float.class);
    }

    private boolean isNumber() {
        return (ClassUtils.isPrimitiveOrWrapper(type) || Number.class.isAssignableFrom(type))
                && type != boolean.class && type != Boolean.class;
    }
}
