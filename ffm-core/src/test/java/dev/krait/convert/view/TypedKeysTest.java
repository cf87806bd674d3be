package dev.krait.convert.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.krait.Python;
import dev.krait.TypeRef;
import dev.krait.error.ConversionException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Keys that a typed view converts are found by what they are converted to. */
class TypedKeysTest {
    private final Python python = Python.start();

    record Place(int row, int column) {}

    @Test
    void theKeysOfAViewAreFoundInIt() {
        Map<TimeUnit, Integer> units = Objects.requireNonNull(
                python.eval("{'SECONDS': 1, 'DAYS': 2}").as(new TypeRef<Map<TimeUnit, Integer>>() {
                }));
        assertEquals(2, units.get(TimeUnit.DAYS));
        assertNull(units.get(TimeUnit.HOURS));
        units.entrySet().forEach(each -> assertEquals(each.getValue(), units.get(each.getKey())));
        Map<Place, String> places = Objects
                .requireNonNull(python.eval("{(1, 2): 'a'}").as(new TypeRef<Map<Place, String>>() {
                }));
        assertEquals("a", places.get(new Place(1, 2)));
        Map<Path, String> paths = Objects
                .requireNonNull(python.eval("{'a/b': 'x'}").as(new TypeRef<Map<Path, String>>() {
                }));
        assertEquals("x", paths.get(Path.of("a", "b")));
        Map<BigDecimal, String> prices = Objects.requireNonNull(
                python.eval("{0.1: 'x'}").as(new TypeRef<Map<BigDecimal, String>>() {
                }));
        assertEquals("x", prices.get(new BigDecimal("0.1")));
    }

    @Test
    void theEntryThatIsThereIsChanged() {
        Map<TimeUnit, Integer> units = Objects.requireNonNull(
                python.eval("{'SECONDS': 1}").as(new TypeRef<Map<TimeUnit, Integer>>() {
                }));
        assertEquals(1, units.put(TimeUnit.SECONDS, 5));
        units.entrySet().iterator().next().setValue(6);
        assertEquals("{SECONDS=6}", units.toString());
        assertEquals(6, units.remove(TimeUnit.SECONDS));
        Set<TimeUnit> set = Objects
                .requireNonNull(python.eval("{'DAYS'}").as(new TypeRef<Set<TimeUnit>>() {
                }));
        assertTrue(set.contains(TimeUnit.DAYS));
        assertTrue(set.remove(TimeUnit.DAYS));
    }

    @Test
    void whatDoesNotConvertIsAnotherKey() {
        Map<TimeUnit, Integer> units = Objects.requireNonNull(
                python.eval("{'no unit': 1, 'DAYS': 2}").as(new TypeRef<Map<TimeUnit, Integer>>() {
                }));
        assertEquals(2, units.get(TimeUnit.DAYS));
    }

    @Test
    void mapsAndSetsOfEnumsAreMade() {
        EnumMap<TimeUnit, Integer> units = python.eval("{'DAYS': 2, 'SECONDS': 1}")
                .as(new TypeRef<EnumMap<TimeUnit, Integer>>() {
                });
        assertEquals("{SECONDS=1, DAYS=2}", String.valueOf(units));
        EnumSet<TimeUnit> set = python.eval("['DAYS', 'SECONDS']")
                .as(new TypeRef<EnumSet<TimeUnit>>() {
                });
        assertEquals(EnumSet.of(TimeUnit.SECONDS, TimeUnit.DAYS), set);
        assertEquals("which enum a EnumSet is for must be told: new TypeRef<EnumSet<...>>() {}",
                assertThrows(ConversionException.class,
                        () -> python.eval("['DAYS']").as(EnumSet.class)).getMessage());
    }
}
