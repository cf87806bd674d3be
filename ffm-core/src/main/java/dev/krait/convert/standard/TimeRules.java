package dev.krait.convert.standard;

import dev.krait.capi.Statics;
import dev.krait.convert.ContainerRule;
import dev.krait.convert.Conversion;
import dev.krait.gil.Attachment;
import dev.krait.op.BootModule;
import dev.krait.op.Calls;
import dev.krait.op.Items;
import dev.krait.op.Numbers;
import dev.krait.op.Text;
import dev.krait.ref.Counts;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Dates, times and durations as java.time has them; {@code pandas.NaT} is null. What Java has no form for (an offset of
 * half a second) stays a Python object.
 */
final class TimeRules {
    private static final String RESOURCE = "values.py";

    private TimeRules() {}

    private interface Form {
        Object make(Attachment thread, long parts);
    }

    static void addTo(Conversion conversion) {
        conversion.add("datetime", "date", rule("date_parts", TimeRules::date));
        conversion.add("datetime", "time", rule("time_parts", TimeRules::time));
        conversion.add("datetime", "datetime", rule("datetime_parts", TimeRules::moment));
        conversion.add("datetime", "timedelta", rule("delta_parts", TimeRules::duration));
        conversion.add("numpy", "datetime64", new NumPyTimeRule());
        conversion.add("numpy", "timedelta64", new NumPyTimeRule());
    }

    private static ContainerRule rule(String function, Form form) {
        return (asked, thread, object) -> convert(asked, thread, object, function, form);
    }

    private static @Nullable Object convert(Conversion asked, Attachment thread, long object,
            String function, Form form) {
        long parts;
        try {
            parts = Calls.call(thread, function(function), object);
        } catch (dev.krait.error.PythonException noForm) {
            return asked.toPlainObject(thread, object);
        }
        try {
            return parts == Statics.NONE ? null : form.make(thread, parts);
        } finally {
            Counts.release(parts);
        }
    }

    /** Loaded with the first value of this kind, not when Python starts. */
    static long function(String name) {
        return BootModule.function(Conversion.class, RESOURCE, name);
    }

    private static LocalDate date(Attachment thread, long parts) {
        return LocalDate.of(part(thread, parts, 0), part(thread, parts, 1), part(thread, parts, 2));
    }

    private static Object time(Attachment thread, long parts) {
        LocalTime local = localTime(thread, parts);
        ZoneOffset offset = offset(thread, parts);
        return offset == null ? local : OffsetTime.of(local, offset);
    }

    private static Object moment(Attachment thread, long parts) {
        long time = Items.ofTuple(parts, 1);
        LocalDateTime local = LocalDateTime.of(date(thread, Items.ofTuple(parts, 0)),
                localTime(thread, time));
        ZoneOffset offset = offset(thread, time);
        if (offset == null) {
            return local;
        }
        long key = Items.ofTuple(parts, 2);
        if (key != Statics.NONE) {
            ZonedDateTime zoned = zoned(local, offset, Text.read(key));
            if (zoned != null) {
                return zoned;
            }
        }
        return OffsetDateTime.of(local, offset);
    }

    /** Null for a zone that Java does not know, or has other rules for. */
    private static @Nullable ZonedDateTime zoned(LocalDateTime local, ZoneOffset offset,
            String key) {
        try {
            ZonedDateTime zoned = ZonedDateTime.ofLocal(local, ZoneId.of(key), offset);
            return zoned.getOffset().equals(offset) ? zoned : null;
        } catch (DateTimeException unknown) {
            return null;
        }
    }

    private static Duration duration(Attachment thread, long parts) {
        return Duration.ofDays(part(thread, parts, 0)).plusSeconds(part(thread, parts, 1))
                .plusNanos(part(thread, parts, 2));
    }

    private static LocalTime localTime(Attachment thread, long parts) {
        return LocalTime.of(part(thread, parts, 0), part(thread, parts, 1), part(thread, parts, 2),
                part(thread, parts, 3));
    }

    private static @Nullable ZoneOffset offset(Attachment thread, long parts) {
        return Items.ofTuple(parts, 4) == Statics.NONE
                ? null
                : ZoneOffset.ofTotalSeconds(part(thread, parts, 4));
    }

    private static int part(Attachment thread, long parts, int index) {
        return Numbers.read(thread, Items.ofTuple(parts, index)).intValue();
    }
}
