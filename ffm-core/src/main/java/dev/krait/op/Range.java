package dev.krait.op;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Which characters a text has: all their bits together, and whether surrogates are among them. */
record Range(int bits, boolean surrogates) {
    private static final int SHORT = 8;
    private static final int CHUNK = 4096;
    private static final int SURROGATE = 0xD800;
    private static final int SURROGATE_MASK = 0xF800;
    private static final long UNIT = 0x0001_0001_0001_0001L;
    private static final long FOUR_MASKS = 0xF800_F800_F800_F800L;
    private static final long FOUR_SURROGATES = 0xD800_D800_D800_D800L;
    private static final long FOUR_SIGNS = 0x8000_8000_8000_8000L;
    private static final int PER_LONG = Long.BYTES / Character.BYTES;
    private static final int ASCII = 0x7F;
    private static final int LATIN_1 = 0xFF;
    private static final int BMP = 0xFFFF;

    // guarded by the GIL
    private static final char[] UNITS = new char[CHUNK];
    private static final MemorySegment LONGS = MemorySegment.ofArray(UNITS);

    /** Callers hold the GIL. */
    static Range of(String text) {
        return text.length() <= SHORT ? ofPart(text, 0) : ofLong(text);
    }

    /** What CPython has to know of the greatest character. */
    int greatest() {
        return bits <= ASCII ? ASCII : bits <= LATIN_1 ? LATIN_1 : BMP;
    }

    boolean isAscii() {
        return bits <= ASCII;
    }

    boolean isLatin1() {
        return bits <= LATIN_1;
    }

    private static Range ofPart(String text, int from) {
        int bits = 0;
        boolean surrogates = false;
        for (int i = from; i < text.length(); i++) {
            char unit = text.charAt(i);
            bits |= unit;
            surrogates |= (unit & SURROGATE_MASK) == SURROGATE;
        }
        return new Range(bits, surrogates);
    }

    /** Four units at a time, through a buffer that stays in the processor's cache. */
    private static Range ofLong(String text) {
        long bits = 0;
        long found = 0;
        int done = 0;
        while (text.length() - done >= PER_LONG) {
            int count = Math.min(CHUNK, text.length() - done) & -PER_LONG;
            text.getChars(done, done + count, UNITS, 0);
            done += count;
            for (int i = 0; i < count * Character.BYTES; i += Long.BYTES) {
                long four = LONGS.get(ValueLayout.JAVA_LONG_UNALIGNED, i);
                // zero where a unit is a surrogate; then the classic test for a zero among four
                long off = (four & FOUR_MASKS) ^ FOUR_SURROGATES;
                found |= (off - UNIT) & ~off;
                bits |= four;
            }
        }
        Range rest = ofPart(text, done);
        long folded = bits | bits >>> Integer.SIZE;
        folded |= folded >>> Character.SIZE;
        return new Range((int) (folded & BMP) | rest.bits,
                rest.surrogates || (found & FOUR_SIGNS) != 0);
    }
}
