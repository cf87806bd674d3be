package dev.krait.convert.target;

import dev.krait.convert.Conversion;
import dev.krait.convert.Unfit;
import dev.krait.error.ConversionException;
import dev.krait.gil.Attachment;
import dev.krait.op.Attributes;
import dev.krait.ref.Counts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.function.Function;

/**
 * Points in time in the other forms Java has for them: only aware datetimes are points in time. Nothing is made up or
 * left out: a datetime with too much or too little is refused with the remedy.
 */
final class TimeTargets {
    private static final String NO_ZONE = "it has no time zone; astimezone() gives it the local one,"
            + " replace(tzinfo=timezone.utc) that of UTC";
    private static final String A_ZONE = "it has a time zone; replace(tzinfo=None) leaves it out";
    private static final String NO_ZONE_OF_NUMPY = "what NumPy has is without a time zone;"
            + " as java.time.Instant it is of UTC";
    private static final String A_TIME_OF_NUMPY = "it has a time of day;"
            + " astype('datetime64[D]') leaves it out";
    private static final String A_TIME = "it has a time of day; date() leaves it out";

    private TimeTargets() {}

    static void addTo(Conversion conversion) {
        add(conversion, Instant.class, ZonedDateTime::toInstant);
        add(conversion, OffsetDateTime.class, ZonedDateTime::toOffsetDateTime);
        add(conversion, ZonedDateTime.class, moment -> moment);
        add(conversion, Date.class, moment -> Date.from(moment.toInstant()));
        conversion.addTarget(LocalDateTime.class,
                (asked, _) -> (thread, object) -> switch (asked.toJava(thread, object)) {
                    case ZonedDateTime _,OffsetDateTime _ ->
                        throw unfit(thread, object, LocalDateTime.class, A_ZONE);
                    case null -> null;
                    default -> throw Unfit.form(thread, object, LocalDateTime.class);
                });
        conversion.addTarget(LocalDate.class,
                (asked, _) -> (thread, object) -> switch (asked.toJava(thread, object)) {
                    case LocalDateTime _,ZonedDateTime _,OffsetDateTime _ ->
                        throw unfit(thread, object, LocalDate.class, A_TIME);
                    case null -> null;
                    default -> throw Unfit.form(thread, object, LocalDate.class);
                });
    }

    private static void add(Conversion conversion, Class<?> type,
            Function<ZonedDateTime, Object> form) {
        conversion.addTarget(type,
                (asked, _) -> (thread, object) -> switch (asked.toJava(thread, object)) {
                    case ZonedDateTime zoned -> form.apply(zoned);
                    case OffsetDateTime fixed -> form.apply(fixed.toZonedDateTime());
                    case LocalDateTime _ -> throw unfit(thread, object, type, NO_ZONE);
                    case null -> null;
                    default -> throw Unfit.form(thread, object, type);
                });
    }

    private static ConversionException unfit(Attachment thread, long object, Class<?> type,
            String remedy) {
        long dtype = Attributes.find(thread, object, "dtype");
        Counts.releaseIfAny(dtype);
        return Unfit.form(thread, object, type,
                dtype == 0 ? remedy : type == LocalDate.class ? A_TIME_OF_NUMPY : NO_ZONE_OF_NUMPY);
    }
}
