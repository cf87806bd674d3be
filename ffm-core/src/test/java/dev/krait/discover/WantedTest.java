package dev.krait.discover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class WantedTest {
    @Test
    void readsVersionsAndVersionedCommands() {
        assertEquals("3.12", Wanted.of("3.12").version());
        assertEquals("3.12", Wanted.of("python3.12").version());
        assertEquals("3", Wanted.of("3").version());
        for (String other : new String[]{"python3", "python", "", ".", "3.", "3..1", "3.x",
                "snake3.1", "-3"}) {
            assertTrue(Wanted.of(other).isAny(), other);
        }
    }

    @Test
    void partsMatchWholeNumbersOnly() {
        assertTrue(Wanted.of("3.1").accepts("3.1.4"));
        assertFalse(Wanted.of("3.1").accepts("3.12.4"));
        assertTrue(Wanted.of("3.14.0").accepts("3.14.0rc1"));
        assertTrue(Wanted.of("3.12.4").accepts("3.12.4"));
        assertFalse(Wanted.of("3.12.4").accepts("3.12"));
        assertTrue(Wanted.ANY.accepts("2.7.18"));
    }

    @Test
    void commandHasTwoNumbersAtMost() {
        assertEquals("python3", Wanted.of("3").command());
        assertEquals("python3.12", Wanted.of("3.12").command());
        assertEquals("python3.12", Wanted.of("3.12.4").command());
    }
}
