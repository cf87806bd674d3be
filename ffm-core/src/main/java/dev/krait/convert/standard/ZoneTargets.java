package dev.krait.convert.standard;

import dev.krait.convert.Conversion;
import dev.krait.convert.Unfit;
import dev.krait.error.PythonException;
import dev.krait.gil.Attachment;
import dev.krait.op.Attributes;
import dev.krait.op.Calls;
import dev.krait.op.Items;
import dev.krait.op.Numbers;
import dev.krait.op.Text;
import dev.krait.ref.Counts;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Time zones of Python where Java asks for one: fixed offsets, and those with a key that Java knows. */
final class ZoneTargets {
    private ZoneTargets() {}

    static void addTo(Conversion conversion) {
        conversion.addTarget(ZoneId.class,
                (_, _) -> (thread, object) -> zone(thread, object, ZoneId.class));
        conversion.addTarget(ZoneOffset.class, (_, _) -> (thread, object) -> {
            ZoneId zone = zone(thread, object, ZoneOffset.class);
            if (zone instanceof ZoneOffset) {
                return zone;
            }
            throw Unfit.form(thread, object, ZoneOffset.class);
        });
    }

    private static ZoneId zone(Attachment thread, long object, Class<?> wanted) {
        long offset = Attributes.find(thread, object, "utcoffset");
        Counts.releaseIfAny(offset);
        if (offset == 0) {
            throw Unfit.form(thread, object, wanted);
        }
        try {
            return read(thread, Calls.call(thread, TimeRules.function("zone_parts"), object));
        } catch (PythonException | DateTimeException noForm) {
            throw Unfit.form(thread, object, wanted);
        }
    }

    private static ZoneId read(Attachment thread, long parts) {
        try {
            long part = Items.ofTuple(parts, 0);
            return Text.isText(part)
                    ? ZoneId.of(Text.read(part))
                    : ZoneOffset.ofTotalSeconds(Numbers.read(thread, part).intValue());
        } finally {
            Counts.release(parts);
        }
    }
}
