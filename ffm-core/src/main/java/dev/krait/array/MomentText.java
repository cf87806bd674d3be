package dev.krait.array;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;

/** Elements of datetime64 as NumPy prints them: as exactly as their unit is. */
final class MomentText {
    private static final Map<String, String> PATTERNS = Map.of("Y", "uuuu", "M", "uuuu-MM", "W",
            "uuuu-MM-dd", "D", "uuuu-MM-dd", "h", "uuuu-MM-dd'T'HH", "m", "uuuu-MM-dd'T'HH:mm", "s",
            "uuuu-MM-dd'T'HH:mm:ss", "ms", "uuuu-MM-dd'T'HH:mm:ss.SSS", "us",
            "uuuu-MM-dd'T'HH:mm:ss.SSSSSS", "ns", "uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS");

    private MomentText() {}

    static String of(long element, DType type) {
        if (element == Moments.NOT_A_TIME) {
            return "'NaT'";
        }
        String pattern = PATTERNS.get(type.unit().replaceFirst("^[0-9]+", ""));
        if (pattern == null) {
            return Long.toString(element); // finer than java.time
        }
        Object moment = Objects.requireNonNull(Moments.read(element, type, LocalDateTime.class));
        return "'" + DateTimeFormatter.ofPattern(pattern).format((LocalDateTime) moment) + "'";
    }
}
