package dev.krait.gil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.krait.capi.Memory;
import org.junit.jupiter.api.Test;

class ScratchTest {
    private final Scratch scratch = new Scratch();

    @Test
    void takesAndGivesLikeAStack() {
        long first = scratch.take(8);
        long second = scratch.take(8);
        assertNotEquals(first, second);
        scratch.give(second);
        assertEquals(second, scratch.take(8));
        scratch.give(second);
        scratch.give(first);
        assertEquals(first, scratch.take(100));
    }

    @Test
    void largeAreasLieElsewhereAndNest() {
        long small = scratch.take(8);
        long large = scratch.take(1 << 20);
        long larger = scratch.take(1 << 21);
        Memory.putLong(large + (1 << 20) - 8, 7);
        Memory.putLong(larger + (1 << 21) - 8, 8);
        assertEquals(7, Memory.getLong(large + (1 << 20) - 8));
        scratch.give(larger);
        scratch.give(large);
        long again = scratch.take(8);
        assertEquals(small + 16, again);
        scratch.give(again);
        scratch.give(small);
    }

    @Test
    void aFullBlockGoesOnElsewhere() {
        long[] taken = new long[1000];
        for (int i = 0; i < taken.length; i++) {
            taken[i] = scratch.take(64);
            Memory.putLong(taken[i], i);
        }
        for (int i = taken.length - 1; i >= 0; i--) {
            assertEquals(i, Memory.getLong(taken[i]));
            scratch.give(taken[i]);
        }
        assertEquals(taken[0], scratch.take(8));
    }
}
