package dev.krait.array;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MomentsTest {
    private static NDArray array(DType type, long... elements) {
        NDArray array = NDArray.allocate(type, elements.length);
        for (int i = 0; i < elements.length; i++) {
            array.setLong(elements[i], i);
        }
        return array;
    }

    @Test
    void elementsOfEveryUnitAreMoments() {
        Map<String, LocalDateTime> seventh = Map.of("Y", LocalDateTime.of(1977, 1, 1, 0, 0), "M",
                LocalDateTime.of(1970, 8, 1, 0, 0), "W", LocalDateTime.of(1970, 2, 19, 0, 0), "D",
                LocalDateTime.of(1970, 1, 8, 0, 0), "h", LocalDateTime.of(1970, 1, 1, 7, 0), "m",
                LocalDateTime.of(1970, 1, 1, 0, 7), "s", LocalDateTime.of(1970, 1, 1, 0, 0, 7),
                "ms", LocalDateTime.of(1970, 1, 1, 0, 0, 0, 7_000_000), "25s",
                LocalDateTime.of(1970, 1, 1, 0, 2, 55), "ns",
                LocalDateTime.of(1970, 1, 1, 0, 0, 0, 7));
        seventh.forEach((unit, moment) -> {
            NDArray array = array(DType.datetime64(unit), 7);
            assertEquals(moment, array.toArray(LocalDateTime[].class)[0], unit);
            array.set(LocalDateTime.of(1970, 1, 1, 0, 0), 0);
            array.set(moment, 0);
            assertEquals(7, array.getLong(0), unit);
        });
    }

    @Test
    void notATimeIsNull() {
        @Nullable
        LocalDate[] dates = array(DType.datetime64("D"), -1, Long.MIN_VALUE)
                .toArray(LocalDate[].class);
        assertArrayEquals(new LocalDate[]{LocalDate.of(1969, 12, 31), null}, dates);
    }

    @Test
    void spansAreDurations() {
        NDArray spans = array(DType.timedelta64("ms"), -1500);
        assertEquals(Duration.ofMillis(-1500), spans.toArray(Duration[].class)[0]);
        spans.set(Duration.ofSeconds(3), 0);
        assertEquals(3000, spans.getLong(0));
        assertThrows(IllegalArgumentException.class, () -> spans.set(Duration.ofNanos(1), 0));
        assertThrows(IllegalArgumentException.class,
                () -> array(DType.timedelta64("M"), 1).toArray(Duration[].class));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        NDArray days = array(DType.datetime64("D"), 0);
        assertThrows(IllegalArgumentException.class,
                () -> days.set(LocalDateTime.of(2024, 1, 2, 3, 4), 0));
        assertEquals("value: 3000-01-01 does not fit datetime64[ns]",
                assertThrows(IllegalArgumentException.class,
                        () -> array(DType.datetime64("ns"), 0).set(LocalDate.of(3000, 1, 1), 0))
                        .getMessage());
        days.set(Instant.parse("2024-01-02T00:00:00Z"), 0);
        assertEquals(19724, days.getLong(0));
        assertThrows(IllegalArgumentException.class,
                () -> array(DType.datetime64("h"), 1).toArray(LocalDate[].class));
        assertThrows(IllegalArgumentException.class,
                () -> array(DType.datetime64("as"), 1).toArray(LocalDateTime[].class));
    }
}
