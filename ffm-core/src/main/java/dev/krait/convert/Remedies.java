package dev.krait.convert;

import dev.krait.capi.AbstractApi;
import dev.krait.capi.FloatApi;
import dev.krait.capi.Layout;
import dev.krait.capi.Statics;
import dev.krait.gil.Attachment;
import dev.krait.op.Attributes;
import dev.krait.op.Types;
import dev.krait.ref.Counts;
import java.io.File;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.stream.BaseStream;
import org.apache.commons.lang3.ClassUtils;

/**
 * Why an object has no form of a Java type, and what in Python gives one that has; {@code x} is the object. Callers hold
 * the GIL; the objects are borrowed.
 */
final class Remedies {
    private static final Set<Class<?>> WHOLE = Set.of(byte.class, short.class, int.class,
            long.class, BigInteger.class);
    private static final Set<Class<?>> REAL = Set.of(float.class, double.class, BigDecimal.class);
    private static final Set<Class<?>> MOMENTS = Set.of(Instant.class, OffsetDateTime.class,
            ZonedDateTime.class, Date.class);
    private static final String FROM_SECONDS = "datetime.datetime.fromtimestamp(x,"
            + " datetime.timezone.utc) is the moment so many seconds after 1970";
    /** What reads a str. */
    private static final Map<Class<?>, String> READERS = Map.ofEntries(
            Map.entry(BigDecimal.class, "decimal.Decimal(x)"),
            Map.entry(LocalDate.class, "datetime.date.fromisoformat(x)"),
            Map.entry(LocalTime.class, "datetime.time.fromisoformat(x)"),
            Map.entry(LocalDateTime.class, "datetime.datetime.fromisoformat(x)"),
            Map.entry(UUID.class, "uuid.UUID(x)"), Map.entry(ZoneId.class, "zoneinfo.ZoneInfo(x)"),
            Map.entry(boolean.class, "x == 'true'"), Map.entry(float.class, "float(x)"),
            Map.entry(double.class, "float(x)"));

    private Remedies() {}

    /** Empty when there is nothing to say. */
    static String of(Attachment thread, long object, Class<?> type) {
        Class<?> plain = ClassUtils.isPrimitiveWrapper(type)
                ? ClassUtils.wrapperToPrimitive(type)
                : type;
        if (object == Statics.NONE) {
            return type.isPrimitive() ? ofMissing(type) : "";
        }
        if (Types.isInstance(object, Statics.UNICODE)) {
            return ofText(plain);
        }
        boolean number = plain == boolean.class || plain == char.class || WHOLE.contains(plain)
                || REAL.contains(plain);
        return number ? ofNumber(thread, object, plain) : ofOther(thread, object, plain);
    }

    /** Of what is null, where a primitive is wanted. */
    static String ofMissing(Class<?> type) {
        return ClassUtils.primitiveToWrapper(type).getSimpleName()
                + " takes it, as null; a primitive has none";
    }

    private static String ofText(Class<?> type) {
        if (WHOLE.contains(type)) {
            return "int(x) reads it";
        }
        String reader = READERS.get(MOMENTS.contains(type) ? LocalDateTime.class : type);
        if (reader != null) {
            return reader + " reads it";
        }
        if (type == char.class) {
            return "a char is one UTF-16 unit, and String takes any str";
        }
        return isOfElements(type) ? "a str is no collection; list(x) is one of its letters" : "";
    }

    private static String ofNumber(Attachment thread, long object, Class<?> type) {
        if (has(thread, object, "item") && has(thread, object, "__len__")) {
            return "x.item() is the value of an array of one element";
        }
        if (has(thread, object, "_type_") && has(thread, object, "value")) { // of ctypes
            return "x.value is its value";
        }
        if (type == boolean.class) {
            return "bool(x) is its truth";
        }
        boolean whole = Types.isInstance(object, Statics.LONG);
        if (type == char.class) {
            return whole ? "chr(x) is the letter it stands for" : "";
        }
        if (Types.name(Layout.typeOf(object)).startsWith("bool")) { // NumPy's too
            return "int(x) is 1 or 0";
        }
        String time = ofTimeAsNumber(thread, object);
        if (!time.isEmpty()) {
            return time;
        }
        if (has(thread, object, "imag") && !has(thread, object, "__round__")) {
            return "x.real is its real part, abs(x) its size";
        }
        if (Types.isInstance(object, Statics.FLOAT)
                && !Double.isFinite(FloatApi.asDouble(object))) {
            return "it is not finite";
        }
        return WHOLE.contains(type) && has(thread, object, "__round__")
                ? "int(x) cuts it off, round(x) rounds it"
                : "";
    }

    private static String ofTimeAsNumber(Attachment thread, long object) {
        return switch (Types.name(Layout.typeOf(object))) {
            case "datetime64", "timedelta64" -> "x.astype('int64') is the number of its units";
            default -> has(thread, object, "total_seconds")
                    ? "x.total_seconds() is a number"
                    : has(thread, object, "timestamp") ? "x.timestamp() is a number" : "";
        };
    }

    private static String ofOther(Attachment thread, long object, Class<?> type) {
        if (type == String.class || type == CharSequence.class) {
            return has(thread, object, "decode") ? "x.decode() reads it" : "str(x) is its text";
        }
        if (type == Path.class || type == File.class) {
            return "a str or an os.PathLike is wanted";
        }
        String time = ofTime(thread, object, type);
        if (!time.isEmpty()) {
            return time;
        }
        if (type == CompletionStage.class || type == CompletableFuture.class
                || type == Future.class) {
            return "it cannot be awaited";
        }
        return Map.class.isAssignableFrom(type)
                ? ofMap(thread, object)
                : isOfElements(type) ? ofElements(thread, object, type) : "";
    }

    private static String ofTime(Attachment thread, long object, Class<?> type) {
        if (Types.isInstance(object, Statics.LONG) || Types.isInstance(object, Statics.FLOAT)) {
            return type == Duration.class
                    ? "datetime.timedelta(seconds=x) says of what it is so many"
                    : MOMENTS.contains(type) ? FROM_SECONDS : "";
        }
        boolean numPy = Types.name(Layout.typeOf(object)).equals("datetime64");
        if (MOMENTS.contains(type) && numPy) {
            return "what NumPy has is without a time zone; as java.time.Instant it is of UTC";
        }
        boolean date = !numPy && has(thread, object, "isoformat") && has(thread, object, "year");
        if (date && type.getName().startsWith("java.sql.")) {
            return type.getName() + ".valueOf(x) makes one of it";
        }
        if (date && has(thread, object, "hour") && MOMENTS.contains(type)) {
            return "its offset is none of Java's, which are whole seconds, up to 18 hours;"
                    + " x.astimezone(datetime.timezone.utc) has one";
        }
        if (date && (type == LocalDateTime.class || MOMENTS.contains(type))) {
            return "it has no time of day; datetime.datetime.combine(x, datetime.time("
                    + (type == LocalDateTime.class ? "" : "tzinfo=datetime.timezone.utc")
                    + ")) is its start";
        }
        return type == ZoneOffset.class && has(thread, object, "utcoffset")
                ? "its offset is not fixed, or not one of Java's; ZoneId takes those with a key"
                : "";
    }

    private static String ofMap(Attachment thread, long object) {
        if (has(thread, object, "keys") && has(thread, object, "items")) {
            return "java.util.Map takes it";
        }
        return has(thread, object, "__iter__")
                ? "it has no keys and items; dict(x) makes a dict of pairs"
                : "it has no keys and items";
    }

    private static String ofElements(Attachment thread, long object, Class<?> type) {
        if (has(thread, object, "decode")) {
            return "byte[] takes it, and list(x) is one of its numbers";
        }
        if (Types.isInstance(object, Statics.DICT)) {
            return "Map takes it; x.keys(), x.values() and x.items() are collections";
        }
        if (Set.class.isAssignableFrom(type)) {
            return has(thread, object, "__iter__") ? "set(x) makes a set of it" : "";
        }
        if (List.class.isAssignableFrom(type) && has(thread, object, "isdisjoint")) {
            return "a set has no order; sorted(x) and list(x) make a list, Set and Collection take it";
        }
        return AbstractApi.isSequence(object) == 0 && !has(thread, object, "__iter__")
                ? "it is not iterable"
                : "";
    }

    private static boolean isOfElements(Class<?> type) {
        return type.isArray() || Iterable.class.isAssignableFrom(type)
                || Collection.class.isAssignableFrom(type) || type == java.util.Iterator.class
                || BaseStream.class.isAssignableFrom(type);
    }

    /** Asked of the type: a {@code __getattr__} may do anything. */
    private static boolean has(Attachment thread, long object, String name) {
        long found = Attributes.find(thread, Layout.typeOf(object), name);
        Counts.releaseIfAny(found);
        return found != 0;
    }
}
