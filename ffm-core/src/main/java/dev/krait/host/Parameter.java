package dev.krait.host;

import dev.krait.capi.Layout;
import dev.krait.capi.Statics;
import dev.krait.convert.Conversion;
import dev.krait.convert.Targets;
import dev.krait.error.ConversionException;
import dev.krait.gil.Attachment;
import org.jspecify.annotations.Nullable;

/** A parameter of a Java method: turns the Python argument into what the method takes. */
final class Parameter {
    private final Class<?> type;

    Parameter(Class<?> type) {
        this.type = type;
    }

    Class<?> type() {
        return type;
    }

    /** The argument (borrowed) as a value of the type. */
    @Nullable
    Object convert(Attachment thread, Conversion conversion, long object) {
        if (type == Object.class) {
            return conversion.toJava(thread, object);
        }
        if (type == String.class && object != Statics.NONE
                && Layout.typeOf(object) != Statics.UNICODE) {
            Object value = conversion.toJava(thread, object);
            if (value instanceof String) {
                return value;
            }
            throw Refusal.type("expected str, not " + describe(value));
        }
        try {
            return Targets.convert(conversion, thread, object, type);
        } catch (ConversionException unfit) {
            String reason = String.valueOf(unfit.getMessage());
            throw Layout.typeOf(object) == Statics.LONG && isNumber()
                    ? Refusal.overflow(reason)
                    : Refusal.type(reason);
        }
    }

    private boolean isNumber() {
        return type.isPrimitive() || Number.class.isAssignableFrom(type);
    }

    private static String describe(@Nullable Object value) {
        return value == null ? "None" : value.getClass().getName();
    }
}
