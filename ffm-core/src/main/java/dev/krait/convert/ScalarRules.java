package dev.krait.convert;

import dev.krait.capi.FloatApi;
import dev.krait.capi.Layout;
import dev.krait.capi.Memory;
import dev.krait.capi.Statics;
import dev.krait.gil.Attachment;
import dev.krait.op.Bytes;
import dev.krait.op.Numbers;
import dev.krait.op.Text;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import java.math.BigInteger;

/** The rules for values that are the same thing in both languages. */
public final class ScalarRules {
    private ScalarRules() {}

    /** Adds them. Callers hold the GIL. */
    public static void addTo(Conversion conversion) {
        addJava(conversion);
        conversion.add(Statics.BOOL, (thread, object) -> object == Statics.TRUE);
        conversion.add(Statics.LONG, Numbers::read);
        conversion.add(Statics.FLOAT,
                (thread, object) -> Memory.getDouble(object + Layout.FLOAT_VALUE));
        conversion.add(Statics.UNICODE, (thread, object) -> Text.read(object));
        conversion.add(Statics.BYTES, (thread, object) -> Bytes.read(object));
    }

    private static void addJava(Conversion conversion) {
        // one for all, as each method reference is a class of its own
        ToPython integer = ScalarRules::integer;
        ToPython real = ScalarRules::real;
        conversion.add(Boolean.class,
                (thread, value) -> Counts.retain((Boolean) value ? Statics.TRUE : Statics.FALSE));
        conversion.add(Byte.class, integer);
        conversion.add(Short.class, integer);
        conversion.add(Integer.class, integer);
        conversion.add(Long.class, integer);
        conversion.add(BigInteger.class,
                (thread, value) -> Numbers.newInt(thread, (BigInteger) value));
        conversion.add(Float.class, real);
        conversion.add(Double.class, real);
        conversion.add(Character.class, (thread, value) -> Text.newText(thread, value.toString()));
        conversion.add(String.class, (thread, value) -> Text.newText(thread, (String) value));
        conversion.add(byte[].class, (thread, value) -> Bytes.newBytes(thread, (byte[]) value));
    }

    private static long integer(Attachment thread, Object value) {
        return Numbers.newInt(((Number) value).longValue());
    }

    private static long real(Attachment thread, Object value) {
        return Raise.check(FloatApi.fromDouble(((Number) value).doubleValue()));
    }
}
