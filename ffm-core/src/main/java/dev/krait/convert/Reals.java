package dev.krait.convert;

import dev.krait.capi.FloatApi;
import dev.krait.capi.Layout;
import dev.krait.capi.Memory;
import dev.krait.capi.Statics;
import dev.krait.gil.Attachment;
import dev.krait.op.Attributes;
import dev.krait.op.Text;
import dev.krait.op.Types;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import java.util.Set;

/** Python numbers as doubles: float, int, and what has {@code __float__} or {@code __index__}. Callers hold the GIL. */
public final class Reals {
    /** Kinds of NumPy's types: complex, truths, dates and time spans. */
    private static final Set<String> NO_REALS = Set.of("c", "b", "M", "m");

    private Reals() {}

    /** A number as a double. */
    public static double asDouble(Attachment thread, long object) {
        return asReal(thread, object, double.class);
    }

    private static double asReal(Attachment thread, long object, Class<?> wanted) {
        long type = Layout.typeOf(object);
        if (type == Statics.FLOAT) {
            return Memory.getDouble(object + Layout.FLOAT_VALUE);
        }
        if (type == Statics.BOOL || (type != Statics.LONG && isOtherKind(thread, object))) {
            throw Unfit.form(thread, object, wanted);
        }
        double value = FloatApi.asDouble(object);
        if (value == -1) {
            requireNumber(thread, object, wanted);
        }
        return value;
    }

    /** A number as a float; infinite and NaN ones too. */
    public static float asFloat(Attachment thread, long object) {
        double value = asReal(thread, object, float.class);
        float narrow = (float) value;
        if (Float.isInfinite(narrow) && !Double.isInfinite(value)) {
            throw Unfit.range(value, float.class);
        }
        return narrow;
    }

    /** Whether it is of NumPy and no real number: complex ones lose a part, and dates and truths become numbers. */
    private static boolean isOtherKind(Attachment thread, long object) {
        if (Types.isInstance(object, Statics.FLOAT)) {
            return false;
        }
        long dtype = Attributes.find(thread, object, "dtype");
        long kind = dtype == 0 ? 0 : Attributes.find(thread, dtype, "kind");
        try {
            return kind != 0 && Text.isText(kind) && NO_REALS.contains(Text.read(kind));
        } finally {
            Counts.releaseIfAny(dtype);
            Counts.releaseIfAny(kind);
        }
    }

    private static void requireNumber(Attachment thread, long object, Class<?> wanted) {
        if (Raise.clearIf(Statics.TYPE_ERROR)) {
            throw Unfit.form(thread, object, wanted);
        }
        if (Raise.clearIf(Statics.OVERFLOW_ERROR)) {
            throw Unfit.range(Integers.read(thread, object, wanted), wanted);
        }
        Raise.checkOccurred();
    }
}
