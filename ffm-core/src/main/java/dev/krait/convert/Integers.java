package dev.krait.convert;

import dev.krait.capi.AbstractApi;
import dev.krait.capi.Layout;
import dev.krait.capi.Memory;
import dev.krait.capi.Statics;
import dev.krait.gil.Attachment;
import dev.krait.op.Numbers;
import dev.krait.op.Types;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import java.math.BigInteger;

/**
 * Python integers as Java's with range checks: int and its subclasses but bool, and what has {@code __index__}. Callers
 * hold the GIL.
 */
public final class Integers {
    private Integers() {}

    static int asInt(Attachment thread, long object) {
        return isOneDigit(object)
                ? Memory.getInt(object + Layout.DIGIT)
                : (int) within(thread, object, Integer.MIN_VALUE, Integer.MAX_VALUE, int.class);
    }

    static long asLong(Attachment thread, long object) {
        return isOneDigit(object)
                ? Memory.getInt(object + Layout.DIGIT)
                : within(thread, object, Long.MIN_VALUE, Long.MAX_VALUE, long.class);
    }

    /** An integer between two bounds, which the type named has. */
    public static long within(Attachment thread, long object, long least, long greatest,
            Class<?> type) {
        Number number = read(thread, object, type);
        if (number instanceof BigInteger || number.longValue() < least
                || number.longValue() > greatest) {
            throw Unfit.range(number, type);
        }
        return number.longValue();
    }

    /** An integer of any size. */
    public static Number read(Attachment thread, long object, Class<?> wanted) {
        long type = Layout.typeOf(object);
        if (type == Statics.LONG) {
            return Numbers.read(thread, object);
        }
        if (type == Statics.BOOL) {
            throw Unfit.form(thread, object, wanted);
        }
        if (Types.isInstance(object, Statics.LONG)) {
            return Numbers.read(thread, object);
        }
        long index = AbstractApi.index(object);
        if (index == 0) {
            throw refusal(thread, object, wanted);
        }
        try {
            return Numbers.read(thread, index);
        } finally {
            Counts.release(index);
        }
    }

    private static boolean isOneDigit(long object) {
        return Layout.typeOf(object) == Statics.LONG && Layout.ONE_DIGIT != 0
                && Memory.getLong(object + Layout.SIZE) == Layout.ONE_DIGIT;
    }

    private static RuntimeException refusal(Attachment thread, long object, Class<?> wanted) {
        return Raise.clearIf(Statics.TYPE_ERROR)
                ? Unfit.form(thread, object, wanted)
                : Raise.pending();
    }
}
