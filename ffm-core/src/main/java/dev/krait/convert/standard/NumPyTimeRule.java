package dev.krait.convert.standard;

import dev.krait.capi.Statics;
import dev.krait.convert.Conversion;
import dev.krait.convert.ToJava;
import dev.krait.gil.Attachment;
import dev.krait.op.Calls;
import dev.krait.op.Items;
import dev.krait.op.Numbers;
import dev.krait.ref.Counts;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * {@code numpy.datetime64} and {@code timedelta64} as java.time has them, to the nanosecond, of which finer units are
 * cut; NaT is null. A moment is one of UTC where a point in time is wanted, as those in arrays are.
 */
final class NumPyTimeRule implements ToJava {
    @Override
    public @Nullable Object convert(Attachment thread, long object) {
        return convert(Conversion.standard(), thread, object);
    }

    @Override
    public @Nullable Object convert(Conversion asked, Attachment thread, long object) {
        return convert(asked, thread, object, Object.class);
    }

    @Override
    public @Nullable Object convert(Conversion asked, Attachment thread, long object,
            Class<?> wanted) {
        long parts = Calls.call(thread, TimeRules.function("numpy_time"), object);
        try {
            if (parts == Statics.NONE) {
                return null;
            }
            Object time = time(thread, parts);
            return time instanceof LocalDateTime moment
                    ? as(wanted, moment, part(thread, parts, 3) != 0)
                    : time;
        } catch (DateTimeException | ArithmeticException noForm) {
            return asked.toPlainObject(thread, object);
        } finally {
            Counts.release(parts);
        }
    }

    /** A moment in the form that is wanted, as far as it has it. */
    private static Object as(Class<?> wanted, LocalDateTime moment, boolean isDate) {
        if (wanted == Instant.class) {
            return moment.toInstant(ZoneOffset.UTC);
        }
        boolean midnight = moment.toLocalTime().equals(LocalTime.MIDNIGHT);
        boolean date = wanted == LocalDate.class ? midnight : isDate;
        return date && wanted != LocalDateTime.class ? moment.toLocalDate() : moment;
    }

    /** A Duration, or a moment. */
    private static Object time(Attachment thread, long parts) {
        long seconds = part(thread, parts, 1);
        long nanos = part(thread, parts, 2);
        return Items.ofTuple(parts, 0) == Statics.TRUE
                ? Duration.ofSeconds(seconds, nanos)
                : LocalDateTime.ofEpochSecond(seconds, (int) nanos, ZoneOffset.UTC);
    }

    private static long part(Attachment thread, long parts, int index) {
        Number number = Numbers.read(thread, Items.ofTuple(parts, index));
        if (number instanceof java.math.BigInteger) {
            throw new ArithmeticException("more seconds than java.time counts");
        }
        return number.longValue();
    }
}
