package dev.krait.convert.target;

import dev.krait.capi.Layout;
import dev.krait.capi.Memory;
import dev.krait.capi.Statics;
import dev.krait.convert.Conversion;
import dev.krait.convert.Integers;
import dev.krait.convert.Reals;
import dev.krait.convert.Target;
import dev.krait.convert.Unfit;
import dev.krait.gil.Attachment;
import dev.krait.op.Types;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Numbers with range checks, and boolean, which only a bool is. */
final class NumberTargets {
    private NumberTargets() {}

    static void addTo(Conversion conversion) {
        add(conversion, byte.class, Byte.class,
                (thread, object) -> (byte) Integers.within(thread, object, -128, 127, byte.class));
        add(conversion, short.class, Short.class, (thread,
                object) -> (short) Integers.within(thread, object, -32768, 32767, short.class));
        add(conversion, int.class, Integer.class, (thread, object) -> (int) Integers.within(thread,
                object, Integer.MIN_VALUE, Integer.MAX_VALUE, int.class));
        add(conversion, long.class, Long.class, (thread, object) -> Integers.within(thread, object,
                Long.MIN_VALUE, Long.MAX_VALUE, long.class));
        add(conversion, float.class, Float.class, Reals::asFloat);
        add(conversion, double.class, Double.class, Reals::asDouble);
        add(conversion, boolean.class, Boolean.class, NumberTargets::truth);
        conversion.addTarget(BigInteger.class, (_, _) -> (thread, object) -> new BigInteger(
                Integers.read(thread, object, BigInteger.class).toString()));
        conversion.addTarget(BigDecimal.class, (_, _) -> NumberTargets::decimal);
    }

    private static void add(Conversion conversion, Class<?> primitive, Class<?> boxed,
            Target target) {
        conversion.addTarget(primitive, (_, _) -> target);
        conversion.addTarget(boxed, (_, _) -> target);
    }

    private static Object truth(Attachment thread, long object) {
        if (object != Statics.TRUE && object != Statics.FALSE) {
            throw Unfit.form(thread, object, boolean.class);
        }
        return object == Statics.TRUE;
    }

    private static Object decimal(Attachment thread, long object) {
        long type = Layout.typeOf(object);
        if (!Types.isInstance(object, Statics.FLOAT)) {
            BigDecimal exact = type == Statics.LONG || type == Statics.BOOL
                    ? null
                    : Rationals.decimal(thread, object);
            return exact != null
                    ? exact
                    : new BigDecimal(Integers.read(thread, object, BigDecimal.class).toString());
        }
        double value = Memory.getDouble(object + Layout.FLOAT_VALUE);
        if (!Double.isFinite(value)) {
            throw Unfit.range(value, BigDecimal.class);
        }
        return BigDecimal.valueOf(value);
    }
}
