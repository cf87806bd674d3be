package dev.krait.convert;

import dev.krait.capi.Layout;
import dev.krait.capi.Memory;
import dev.krait.capi.Statics;
import dev.krait.error.ConversionException;
import dev.krait.gil.Attachment;
import dev.krait.op.Attributes;
import dev.krait.op.Numbers;
import dev.krait.op.Text;
import dev.krait.ref.Counts;
import java.lang.reflect.Type;

/** What is said of an object that has no form of a type. Callers hold the GIL. */
public final class Unfit {
    private static final int SHOWN = 40;
    private static final String NO_RULE = "no rule makes one; Converters.toJava adds rules";

    private Unfit() {}

    /** {@code 'abc' (str) has no form as int: int(x) reads it}. */
    public static ConversionException form(Attachment thread, long object, Type type) {
        return form(thread, object, type, Remedies.of(thread, object, Generics.raw(type)));
    }

    /** Of what is null in Java, where a primitive is wanted. */
    static ConversionException missing(Attachment thread, long object, Class<?> type) {
        return form(thread, object, type, Remedies.ofMissing(type));
    }

    /** Of a class that no rule is about. */
    static ConversionException notA(Attachment thread, long object, Class<?> type) {
        String known = Remedies.of(thread, object, type);
        return form(thread, object, type,
                known.isEmpty() && !type.getName().startsWith("java.") ? NO_RULE : known);
    }

    /** {@code 5 (int) has no form as Item: it has no name}; the reason may be empty. */
    public static ConversionException form(Attachment thread, long object, Type type,
            String reason) {
        return new ConversionException(describe(thread, object) + " has no form as "
                + type.getTypeName() + (reason.isEmpty() ? "" : ": " + reason));
    }

    /** {@code 70000 does not fit short}. */
    public static ConversionException range(Object value, Type type) {
        return new ConversionException(cut(value.toString()) + " does not fit "
                + type.getTypeName().replace("java.lang.", ""));
    }

    /** Plain values by their text, others by their type. */
    static String describe(Attachment thread, long object) {
        if (object == Statics.NONE) {
            return "None";
        }
        long type = Layout.typeOf(object);
        if (type == Statics.UNICODE) {
            return '\'' + cut(Text.read(object)) + "' (str)";
        }
        if (type == Statics.LONG) {
            return cut(Numbers.read(thread, object).toString()) + " (int)";
        }
        if (type == Statics.BOOL) {
            return (object == Statics.TRUE ? "True" : "False") + " (bool)";
        }
        if (type == Statics.FLOAT) {
            return Memory.getDouble(object + Layout.FLOAT_VALUE) + " (float)";
        }
        long name = Attributes.get(thread, type, "__name__");
        try {
            return "an object of type " + (Text.isText(name) ? Text.read(name) : "unknown");
        } finally {
            Counts.release(name);
        }
    }

    private static String cut(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }
}
