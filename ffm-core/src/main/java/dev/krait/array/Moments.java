package dev.krait.array;

import dev.krait.error.ConversionException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Elements of datetime64 and timedelta64 as java.time has them, and back; not-a-time is null. */
final class Moments {
    /** NumPy's not-a-time. */
    static final long NOT_A_TIME = Long.MIN_VALUE;
    /** The classes they can be had as. */
    static final Set<Class<?>> TYPES = Set.of(LocalDateTime.class, LocalDate.class, Instant.class,
            Duration.class);
    private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);
    private static final BigInteger SECOND = BigInteger.valueOf(1_000_000_000);
    private static final Map<String, ChronoUnit> UNITS = Map.of("Y", ChronoUnit.YEARS, "M",
            ChronoUnit.MONTHS, "W", ChronoUnit.WEEKS, "D", ChronoUnit.DAYS, "h", ChronoUnit.HOURS,
            "m", ChronoUnit.MINUTES, "s", ChronoUnit.SECONDS, "ms", ChronoUnit.MILLIS, "us",
            ChronoUnit.MICROS, "ns", ChronoUnit.NANOS);

    private Moments() {}

    /** Whether elements can be had as instances of a class. */
    static boolean canBe(Class<?> type, DType dtype) {
        return dtype.kind() == DType.Kind.TIMEDELTA
                ? type == Duration.class
                : dtype.kind() == DType.Kind.DATETIME && (type == LocalDateTime.class
                        || type == LocalDate.class || type == Instant.class);
    }

    /** An element as an instance of such a class. */
    static @Nullable Object read(long element, DType dtype, Class<?> type) {
        if (element == NOT_A_TIME) {
            return null;
        }
        ChronoUnit unit = unit(dtype);
        long amount = Math.multiplyExact(element, count(dtype));
        if (type == Duration.class) {
            return duration(amount, unit);
        }
        LocalDateTime moment = EPOCH.plus(amount, unit);
        if (type == Instant.class) {
            return moment.toInstant(ZoneOffset.UTC);
        }
        if (type == LocalDate.class) {
            requireDate(moment);
            return moment.toLocalDate();
        }
        return moment;
    }

    /** A value of java.time as an element; null when it is none, or of the other kind. */
    static @Nullable Long write(Object value, DType dtype) {
        if (dtype.kind() == DType.Kind.TIMEDELTA) {
            return value instanceof Duration span ? whole(span, dtype) : null;
        }
        LocalDateTime moment = switch (value) {
            case LocalDateTime local -> local;
            case LocalDate date -> date.atStartOfDay();
            case Instant instant -> LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
            default -> null;
        };
        if (moment == null) {
            return null;
        }
        ChronoUnit unit = unit(dtype);
        long amount;
        try {
            amount = unit.between(EPOCH, moment);
        } catch (ArithmeticException large) {
            throw Coercion.unfit(value, dtype);
        }
        if (!EPOCH.plus(amount, unit).equals(moment) || amount % count(dtype) != 0) {
            throw Coercion.unfit(value, dtype);
        }
        return amount / count(dtype);
    }

    private static Duration duration(long amount, ChronoUnit unit) {
        if (unit.compareTo(ChronoUnit.WEEKS) > 0) {
            throw new IllegalArgumentException(
                    "a span of " + amount + " " + unit + " is no Duration: its length varies");
        }
        return unit.getDuration().multipliedBy(amount);
    }

    private static long whole(Duration span, DType dtype) {
        BigInteger nanos = BigInteger.valueOf(span.getSeconds()).multiply(SECOND)
                .add(BigInteger.valueOf(span.getNano()));
        Duration one = duration(count(dtype), unit(dtype));
        BigInteger[] amount = nanos.divideAndRemainder(BigInteger.valueOf(one.getSeconds())
                .multiply(SECOND).add(BigInteger.valueOf(one.getNano())));
        if (amount[1].signum() != 0 || amount[0].bitLength() >= Long.SIZE) {
            throw Coercion.unfit(span, dtype);
        }
        return amount[0].longValue();
    }

    private static void requireDate(LocalDateTime moment) {
        if (!moment.equals(moment.toLocalDate().atStartOfDay())) {
            throw new ConversionException(moment + " does not fit " + LocalDate.class.getName()
                    + ": it has a time of day; astype('datetime64[D]') leaves it out");
        }
    }

    /** The unit of {@code 25s} is {@code s}. */
    private static ChronoUnit unit(DType dtype) {
        ChronoUnit unit = UNITS.get(dtype.unit().replaceFirst("^[0-9]+", ""));
        if (unit == null) {
            throw new IllegalArgumentException("java.time is too coarse for elements of " + dtype);
        }
        return unit;
    }

    private static long count(DType dtype) {
        String digits = dtype.unit().replaceFirst("[^0-9].*$", "");
        return digits.isEmpty() ? 1 : Long.parseLong(digits);
    }
}
