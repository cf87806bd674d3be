package dev.krait.gil;

import dev.krait.capi.LifecycleApi;
import dev.krait.capi.Memory;
import dev.krait.capi.ThreadApi;

/**
 * The levels of recursion CPython allows a thread before it raises RecursionError. Callers hold the GIL.
 *
 * <p>Up to 3.13 it counts levels and takes every stack for one of 8 MB; on the stacks of Java's threads that ends in a
 * crash. So a thread that has less is told that some of its levels are used up already. The field is found at start
 * by a call that counts one level; 3.14 looks at the stack itself and has no such field.
 */
final class RecursionCounter {
    /** What a level may take, by measurement of the deepest recursions that C code of CPython makes. */
    private static final int LEVEL_BYTES = 896;
    private static final int SEARCHED_BYTES = 128;
    /** 3.12 counts recursion of C code apart from that of Python code. */
    private static final int FIRST_WITH_TWO_COUNTERS = 12;
    /** CPython 3.9 ends the process when the counter stays near the limit. */
    private static final int FEWEST_LEVELS = 60;
    private static int offset;
    private static int direction;

    private RecursionCounter() {}

    /** Looks for the field in the state of the calling thread. */
    static void find() {
        long state = ThreadApi.get();
        int[] before = Memory.getInts(state, SEARCHED_BYTES / Integer.BYTES);
        ThreadApi.enterRecursiveCall(Memory.textForEver(""));
        int[] after = Memory.getInts(state, SEARCHED_BYTES / Integer.BYTES);
        ThreadApi.leaveRecursiveCall();
        direction = 0;
        for (int i = 0; i < before.length; i++) {
            if (Math.abs(after[i] - before[i]) == 1) {
                direction = before[i] - after[i];
                offset = i * Integer.BYTES;
            }
        }
    }

    /** Whether the counter is that of Python's own recursion limit: up to 3.11. */
    static boolean countsPythonCalls() {
        return direction != 0 && LifecycleApi.minorVersion() < FIRST_WITH_TWO_COUNTERS;
    }

    /**
     * Takes away the levels that a stack cannot take.
     *
     * @param stackBytes what is left of the stack
     * @return how many were taken away
     */
    static int withhold(long state, long stackBytes) {
        return direction == 0 ? 0 : withholdBeyond(state, stackBytes / LEVEL_BYTES);
    }

    /** Gives levels back, or takes away that many more when the number is negative. */
    static void giveBack(long state, int levels) {
        Memory.putInt(state + offset, Memory.getInt(state + offset) + direction * levels);
    }

    private static int withholdBeyond(long state, long wanted) {
        long allowed = Math.max(wanted, FEWEST_LEVELS);
        int counter = Memory.getInt(state + offset);
        int left = direction > 0 ? counter : ThreadApi.getRecursionLimit() - counter;
        if (left <= allowed) {
            return 0;
        }
        int levels = (int) (left - allowed);
        giveBack(state, -levels);
        return levels;
    }
}
