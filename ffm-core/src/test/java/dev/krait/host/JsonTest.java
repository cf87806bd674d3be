package dev.krait.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.krait.Python;
import dev.krait.error.PythonException;
import java.io.File;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.CharBuffer;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code json.dumps(x, default=krait.json)}. */
class JsonTest {
    private final Python python = Python.start();

    /** A record. */
    public record Item(String name, BigDecimal price, Optional<String> note, LocalDate day) {}

    @BeforeEach
    void importModules() {
        python.exec("""
                import collections, dataclasses, datetime, decimal, enum, json, krait, pathlib, uuid
                class Color(enum.Enum):
                    RED = 1
                @dataclasses.dataclass
                class Pair:
                    a: int
                    b: object
                """);
    }

    private String json(@Nullable Object value) {
        python.main().set("x", value);
        return python.eval("json.dumps(x, default=krait.json)").toString();
    }

    private String refusal(@Nullable Object value) {
        return assertThrows(PythonException.class, () -> json(value)).getMessage();
    }

    @Test
    void containersAreArraysAndObjects() {
        assertEquals("[1, \"a\", [2.5], {\"k\": true}]",
                json(List.of(1, "a", List.of(2.5), Map.of("k", true))));
        assertEquals("[[1], [2, 3]]", json(new int[][]{{1}, {2, 3}}));
        assertEquals("[[1], [1], [1, 2]]",
                json(List.of(Set.of(1), new ArrayDeque<>(List.of(1)), Stream.of(1, 2))));
        assertEquals("{\"a\": null, \"b\": [1]}", json(python.eval("{'a': None, 'b': {1}}")));
    }

    @Test
    void recordsAreObjectsAndConstantsTheirNames() {
        assertEquals(
                "[{\"name\": \"x\", \"price\": \"1.50\", \"note\": null, \"day\": \"2024-01-02\"}]",
                json(List.of(new Item("x", new BigDecimal("1.50"), Optional.empty(),
                        LocalDate.of(2024, 1, 2)))));
        assertEquals("[\"MONDAY\"]", json(List.of(DayOfWeek.MONDAY)));
    }

    @Test
    void timesAreTextsOfIso() {
        assertEquals(
                """
                        ["1970-01-01T00:00:00Z", "2024-01-02T03:04:05.123456789", "2024-01-02T03:04+01:00", \
                        "PT25H1M"]""",
                json(List.of(Instant.EPOCH, LocalDateTime.of(2024, 1, 2, 3, 4, 5, 123456789),
                        LocalDateTime.of(2024, 1, 2, 3, 4).atZone(ZoneId.of("Europe/Berlin")),
                        Duration.ofMinutes(25 * 60 + 1))));
        assertEquals("\"1970-01-01T00:00:00Z\"",
                json(python.eval("krait.java_type('java.util.Date')(0)")));
    }

    @Test
    void otherValuesAreTheirTextOrWhatTheyHold() {
        assertEquals("""
                ["00000000-0000-0000-0000-000000000001", "a/b", "c", "http://x/", "text", 5, 3]""",
                json(List.of(new UUID(0, 1), Path.of("a/b"), new File("c"), URI.create("http://x/"),
                        CharBuffer.wrap("text"), new AtomicInteger(5), Optional.of(3))));
    }

    @Test
    void keysAreWritten() {
        Map<Object, Object> map = new LinkedHashMap<>();
        map.put(DayOfWeek.MONDAY, 1);
        map.put(LocalDate.of(2024, 1, 2), 2);
        map.put(3, 3);
        assertEquals("{\"MONDAY\": 1, \"2024-01-02\": 2, \"3\": 3}", json(map));
        assertTrue(refusal(Map.of(List.of(1), 2)).startsWith("TypeError: keys must be"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "datetime.date(2024, 1, 2) | \"2024-01-02\"",
            "datetime.datetime(2024, 1, 2, tzinfo=datetime.timezone.utc) | \"2024-01-02T00:00:00+00:00\"",
            "datetime.timedelta(days=1, microseconds=5) | \"PT86400.000005S\"",
            "datetime.timedelta(-1) | \"-PT86400S\"", "decimal.Decimal('1.50') | \"1.50\"",
            "uuid.UUID(int=1) | \"00000000-0000-0000-0000-000000000001\"",
            "pathlib.Path('a') | \"a\"", "{1} | [1]", "collections.deque([1]) | [1]",
            "collections.UserDict(a=1) | {\"a\": 1}", "Color.RED | \"RED\"",
            "Pair(1, Pair(2, None)) | {\"a\": 1, \"b\": {\"a\": 2, \"b\": null}}"})
    void pythonsOwnCounterpartsAreWrittenLikewise(String expression, String expected) {
        assertEquals(expected,
                python.eval("json.dumps(" + expression + ", default=krait.json)").toString());
    }

    @Test
    void whatHasNoFormIsRefusedWithTheRemedy() {
        assertTrue(refusal(new byte[1]).contains("base64"));
        assertEquals("TypeError: Object of type Thread is not JSON serializable: krait.json knows"
                + " collections, records, enums, dates, decimals, ids and paths; give it one of them",
                refusal(Thread.currentThread()).lines().findFirst().orElseThrow());
        assertTrue(refusal(String.class).startsWith("TypeError: Object of type"));
    }

    @Test
    void containersThatHoldThemselvesAreRefused() {
        List<Object> list = new ArrayList<>();
        Map<String, Object> map = new HashMap<>(Map.of("list", list));
        list.add(map);
        assertTrue(refusal(list).startsWith("ValueError: Circular reference detected"));
        List<Integer> twice = List.of(1);
        assertEquals("[[1], [1]]", json(List.of(twice, twice)));
    }
}
