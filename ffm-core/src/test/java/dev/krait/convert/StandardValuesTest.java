package dev.krait.convert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.krait.Complex;
import dev.krait.PyObject;
import dev.krait.Python;
import dev.krait.error.PythonException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StandardValuesTest {
    private final Python python = Python.start();

    @BeforeEach
    void importModules() {
        python.exec("""
                import datetime as dt, decimal, enum, fractions, pathlib, uuid
                from datetime import timezone, timedelta
                class Level(enum.IntEnum):
                    LOW = 1
                class Name(str, enum.Enum):
                    A = 'a'
                class Day(dt.date): pass
                class Blob(bytes): pass
                class Long(int): pass
                """);
    }

    static Object[][] values() {
        return new Object[][]{{"decimal.Decimal('1.50')", new BigDecimal("1.50")},
                {"decimal.Decimal('1E+3')", new BigDecimal("1E+3")},
                {"dt.date(2024, 2, 29)", LocalDate.of(2024, 2, 29)},
                {"Day(1, 1, 1)", LocalDate.of(1, 1, 1)},
                {"dt.time(1, 2, 3, 4)", LocalTime.of(1, 2, 3, 4000)},
                {"dt.time(1, tzinfo=timezone(timedelta(hours=-2)))",
                        OffsetTime.of(1, 0, 0, 0, ZoneOffset.ofHours(-2))},
                {"dt.datetime(2024, 1, 2, 3, 4, 5, 6)",
                        LocalDateTime.of(2024, 1, 2, 3, 4, 5, 6000)},
                {"dt.datetime(2024, 1, 2, tzinfo=timezone.utc)",
                        OffsetDateTime.of(2024, 1, 2, 0, 0, 0, 0, ZoneOffset.UTC)},
                {"dt.timedelta(days=-1, seconds=5, microseconds=6)",
                        Duration.ofDays(-1).plusSeconds(5).plusNanos(6000)},
                {"dt.timedelta.max", Duration.ofDays(1000000000).minusNanos(1000)},
                {"uuid.UUID('12345678-1234-5678-1234-567812345678')",
                        UUID.fromString("12345678-1234-5678-1234-567812345678")},
                {"pathlib.Path('a/b')", Path.of("a/b")}, {"1 - 2j", new Complex(1, -2)},
                {"Long(5)", 5}, {"2**40", 1L << 40}, {"2**80", BigInteger.TWO.pow(80)},
                {"-2**62", -(1L << 62)}};
    }

    @ParameterizedTest
    @MethodSource("values")
    void aStandardValueBecomesItsJavaCounterpart(String expression, Object expected) {
        assertEquals(expected, python.eval(expression).toJava());
        assertEquals(expected, python.eval(expression).as(expected.getClass()));
    }

    @Test
    void whatHasNoJavaFormStaysAPythonObject() {
        for (String each : List.of("decimal.Decimal('NaN')", "Level.LOW", "Name.A",
                "fractions.Fraction(1, 3)", "pathlib.PureWindowsPath('c:/a')", "object()", "int",
                "len", "decimal", "dt.time(1, tzinfo=timezone(timedelta(microseconds=5)))",
                "bytearray(b'x')")) {
            assertInstanceOf(PyObject.class, python.eval(each).toJava(), each);
        }
        assertArrayEquals(new byte[]{120}, (byte[]) python.eval("Blob(b'x')").toJava());
        assertEquals(1, python.eval("Level.LOW").as(int.class));
        assertEquals("a", python.eval("Name.A").as(String.class));
    }

    @Test
    void anAwareTimeWithAZoneKeyKeepsTheZone() {
        String zoneinfo = "__import__('zoneinfo').ZoneInfo('Europe/Paris')";
        ZonedDateTime expected = ZonedDateTime.of(2024, 10, 27, 2, 30, 0, 0,
                ZoneId.of("Europe/Paris"));
        String moment = "dt.datetime(2024, 10, 27, 2, 30, tzinfo=" + zoneinfo + ", fold=%d)";
        assertEquals(expected, python.eval(String.format(moment, 0)).toJava());
        assertEquals(expected.plusHours(1), python.eval(String.format(moment, 1)).toJava());
        assertEquals(expected.toInstant(), python.eval(String.format(moment, 0)).as(Instant.class));
    }

    @Test
    void anExceptionIsAValue() {
        PythonException error = assertInstanceOf(PythonException.class,
                python.eval("ValueError('bad')").toJava());
        assertEquals("ValueError: bad", error.getMessage());
    }

    @Test
    void numpyScalarsAreTheNumbersTheyAre() {
        assumeTrue(python.eval("__import__('importlib.util').util.find_spec('numpy')").isTrue(),
                "needs numpy");
        python.exec("import numpy as np");
        assertEquals(5, python.eval("np.int8(5)").toJava());
        assertEquals(BigInteger.TWO.pow(64).subtract(BigInteger.ONE),
                python.eval("np.uint64(2**64 - 1)").toJava());
        assertEquals(0.5, python.eval("np.float32(0.5)").toJava());
        assertEquals(0.5, python.eval("np.longdouble(0.5)").toJava());
        assertEquals(true, python.eval("np.bool_(True)").toJava());
        assertEquals(true, python.eval("np.bool_(True)").as(boolean.class));
        assertEquals("s", python.eval("np.str_('s')").toJava());
        assertEquals(new Complex(1, 2), python.eval("np.complex64(1+2j)").toJava());
        assertEquals(LocalDate.of(2024, 1, 2), python.eval("np.datetime64('2024-01-02')").toJava());
        assertNull(python.eval("np.datetime64('NaT')").toJava());
        assertEquals((short) 5, python.eval("np.int64(5)").as(short.class));
        assertEquals(0.5, python.eval("np.float16(0.5)").as(double.class));
        assertEquals(0.5f, python.eval("np.float64(0.5)").as(float.class));
        assertTrue(python.eval("np.int64(2**40)").as(long.class) == 1L << 40);
    }

    @Test
    void complexGoesBothWays() {
        assertEquals("(1+2j)", python.toPython(new Complex(1, 2)).repr());
    }
}
