package dev.krait.convert;

import dev.krait.capi.Layout;
import dev.krait.capi.Statics;
import dev.krait.gil.Attachment;
import dev.krait.ref.Counts;
import org.apache.commons.lang3.ClassUtils;
import org.jspecify.annotations.Nullable;

/** None, values that are of the type already, and then the rule for the type. */
final class NamedTarget implements Target {
    private final Conversion conversion;
    private final Class<?> type;
    private final Class<?> boxed;
    private final boolean plain;
    private final Target rule;

    NamedTarget(Conversion conversion, Class<?> type, boolean plain, Target rule) {
        this.conversion = conversion;
        this.type = type;
        this.plain = plain;
        this.rule = rule;
        boxed = ClassUtils.primitiveToWrapper(type);
    }

    @Override
    public @Nullable Object convert(Attachment thread, long object) {
        if (rule instanceof PlainTarget) {
            return object == Statics.NONE ? null : rule.convert(thread, object);
        }
        if (object == Statics.NONE && !(rule instanceof NoneTarget)) {
            return none(thread, object);
        }
        if (!isBuiltin(Layout.typeOf(object))) {
            ToJava known = conversion.find(thread, Layout.typeOf(object));
            if (known != null) {
                return convert(thread, object, known);
            }
        }
        return rule.convert(thread, object);
    }

    /** Of an object that a rule is about. */
    private @Nullable Object convert(Attachment thread, long object, ToJava known) {
        long own = rule instanceof MemoryTarget ? 0 : known.newPlain(thread, object);
        if (own != 0) {
            try {
                return convert(thread, own);
            } finally {
                Counts.release(own);
            }
        }
        if (known.makes(boxed)) {
            Object value = known.convert(conversion, thread, object, boxed);
            if (value == null && !(rule instanceof NoneTarget)) { // pandas.NaT
                return none(thread, object);
            }
            if (boxed.isInstance(value) && (plain || !(value instanceof Retypable))) {
                return value;
            }
        }
        return rule.convert(thread, object);
    }

    private @Nullable Object none(Attachment thread, long object) {
        if (type.isPrimitive()) {
            throw Unfit.missing(thread, object, type);
        }
        return null;
    }

    @Override
    public void giveBack(Attachment thread, long object, Object value) {
        rule.giveBack(thread, object, value);
    }

    /** Those no rule of a Java type can gain from seeing converted first. */
    private static boolean isBuiltin(long type) {
        return type == Statics.UNICODE || type == Statics.LONG || type == Statics.FLOAT
                || type == Statics.BOOL || type == Statics.LIST || type == Statics.TUPLE
                || type == Statics.DICT || type == Statics.SET || type == Statics.FUNCTION
                || type == Statics.NONE;
    }
}
