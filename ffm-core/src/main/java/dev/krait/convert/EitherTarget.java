package dev.krait.convert;

import dev.krait.capi.Layout;
import dev.krait.error.ConversionException;
import dev.krait.gil.Attachment;
import dev.krait.op.Attributes;
import dev.krait.ref.Counts;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * The rule for one interface, and that for all interfaces, for objects that no rule knows and that have all its methods:
 * a Python object with a method {@code iterator} is an Iterable, whether or not Python itself iterates over it.
 */
record EitherTarget(Conversion conversion, Class<?> type, Target own,
        Target other) implements Target {
    @Override
    public @Nullable Object convert(Attachment thread, long object) {
        try {
            return own.convert(thread, object);
        } catch (ConversionException unfit) {
            ToJava rule = conversion.find(thread, Layout.typeOf(object));
            if ((rule != null && rule.makes(type)) || !hasMethods(thread, object)) {
                throw unfit;
            }
            return other.convert(thread, object);
        }
    }

    private boolean hasMethods(Attachment thread, long object) {
        for (Method each : type.getMethods()) {
            if (Modifier.isAbstract(each.getModifiers())) {
                long found = Attributes.find(thread, object, each.getName());
                Counts.releaseIfAny(found);
                if (found == 0) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public void giveBack(Attachment thread, long object, Object value) {
        own.giveBack(thread, object, value);
    }
}
