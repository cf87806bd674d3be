package dev.krait.convert.target;

import dev.krait.convert.Conversion;
import dev.krait.convert.Unfit;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.function.Function;

/** Points in time in the other forms Java has for them: only aware datetimes are points in time. */
final class TimeTargets {
    private TimeTargets() {}

    static void addTo(Conversion conversion) {
        add(conversion, Instant.class, ZonedDateTime::toInstant);
        add(conversion, OffsetDateTime.class, ZonedDateTime::toOffsetDateTime);
        add(conversion, ZonedDateTime.class, moment -> moment);
        add(conversion, Date.class, moment -> Date.from(moment.toInstant()));
    }

    private static void add(Conversion conversion, Class<?> type,
            Function<ZonedDateTime, Object> form) {
        conversion.addTarget(type,
                (asked, _) -> (thread, object) -> switch (asked.toJava(thread, object)) {
                    case ZonedDateTime zoned -> form.apply(zoned);
                    case OffsetDateTime fixed -> form.apply(fixed.toZonedDateTime());
                    case null -> null;
                    default -> throw Unfit.form(thread, object, type);
                });
    }
}
