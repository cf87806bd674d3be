package dev.krait.op;

import dev.krait.capi.Memory;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * The UTF-16 units of a text, four at a time, through a buffer that stays in the processor's cache. Callers hold the
 * GIL.
 */
final class Units {
    private static final int SHORT = 8;
    private static final int CHUNK = 4096;
    private static final int BYTES = Character.BYTES;
    private static final int PER_LONG = Long.BYTES / BYTES;
    private static final int LATIN_1 = 0xFF;
    private static final int SURROGATE = 0xD800;
    private static final int SURROGATE_MASK = 0xF800;
    private static final long UNIT = 0x0001_0001_0001_0001L;
    private static final long FOUR_BEYOND_ASCII = 0xFF80_FF80_FF80_FF80L;
    private static final long FOUR_MASKS = 0xF800_F800_F800_F800L;
    private static final long FOUR_SURROGATES = 0xD800_D800_D800_D800L;
    private static final long FOUR_SIGNS = 0x8000_8000_8000_8000L;

    // guarded by the GIL
    private static final char[] CHARS = new char[CHUNK];
    private static final MemorySegment LONGS = MemorySegment.ofArray(CHARS);

    private Units() {}

    /** The bits beyond ASCII of all units together; beyond Latin-1 not all, as then the text is a wide one anyway. */
    static int bits(String text) {
        int bits = 0;
        int done = 0;
        if (text.length() > SHORT) {
            while (bits <= LATIN_1 && text.length() - done >= PER_LONG) {
                int count = Math.min(CHUNK, text.length() - done) & -PER_LONG;
                text.getChars(done, done + count, CHARS, 0);
                bits |= bitsOfChunk(count);
                done += count;
            }
        }
        for (; done < text.length() && bits <= LATIN_1; done++) {
            bits |= text.charAt(done);
        }
        return bits;
    }

    private static int bitsOfChunk(int count) {
        long bits = 0;
        for (int i = 0; i < count * BYTES; i += Long.BYTES) {
            // of a loop with nothing but the or C2 would make no vectors
            bits |= LONGS.get(ValueLayout.JAVA_LONG_UNALIGNED, i) & FOUR_BEYOND_ASCII;
        }
        bits |= bits >>> Integer.SIZE;
        return (int) (bits | bits >>> Character.SIZE) & Character.MAX_VALUE;
    }

    /** Writes the units to memory of two bytes each; false, and not all of them, when there are surrogates. */
    static boolean putPlain(long address, String text) {
        return put(address, text, true);
    }

    /** Writes the units to memory of two bytes each. */
    static void put(long address, String text) {
        put(address, text, false);
    }

    private static boolean put(long address, String text, boolean onlyPlain) {
        int length = text.length();
        for (int done = 0; done < length; done += CHUNK) {
            int count = Math.min(CHUNK, length - done);
            text.getChars(done, done + count, CHARS, 0);
            if (onlyPlain && hasSurrogates(count)) {
                return false;
            }
            Memory.putChars(address + (long) done * BYTES, CHARS, count);
        }
        return true;
    }

    private static boolean hasSurrogates(int count) {
        long found = 0;
        int fours = count & -PER_LONG;
        for (int i = 0; i < fours * BYTES; i += Long.BYTES) {
            long four = LONGS.get(ValueLayout.JAVA_LONG_UNALIGNED, i);
            // zero where a unit is a surrogate; then the classic test for a zero among four
            long off = (four & FOUR_MASKS) ^ FOUR_SURROGATES;
            found |= (off - UNIT) & ~off;
        }
        boolean some = (found & FOUR_SIGNS) != 0;
        for (int i = fours; i < count; i++) {
            some |= (CHARS[i] & SURROGATE_MASK) == SURROGATE;
        }
        return some;
    }
}
