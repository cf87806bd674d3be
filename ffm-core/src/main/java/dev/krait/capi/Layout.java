package dev.krait.capi;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Where the fields of the commonest objects lie, found on objects of known content when this class is first used
 * (under the GIL). They differ between versions; what does not look as expected is not read directly.
 */
public final class Layout {
    /** {@code PyObject.ob_type}. */
    public static final long TYPE = Long.BYTES;
    /** {@code PyVarObject.ob_size}, and the length of a str. */
    public static final long SIZE = 2 * Long.BYTES;
    /** {@code PyListObject.ob_item}. */
    public static final long LIST_ITEMS = 3 * Long.BYTES;
    /** {@code PyTupleObject.ob_item}. */
    public static final long TUPLE_ITEMS = 3 * Long.BYTES;
    /** {@code PyFloatObject.ob_fval}. */
    public static final long FLOAT_VALUE = 2 * Long.BYTES;
    /** {@code PyBytesObject.ob_sval}. */
    public static final long BYTES_DATA = 4 * Long.BYTES;
    /** {@code PyASCIIObject.state}. */
    public static final long TEXT_STATE = 4 * Long.BYTES;
    /** {@code PyTypeObject.tp_name}: C text. */
    public static final long TYPE_NAME = 3 * Long.BYTES;
    /** {@code PyTypeObject.tp_mro}: a tuple. */
    public static final long TYPE_MRO = 43 * Long.BYTES;
    /** The lowest digit of an int. */
    public static final long DIGIT = 3 * Long.BYTES;
    /** Where the characters of an ASCII str start; 0 when strs must not be read directly. */
    public static final long ASCII_DATA;
    /** Where the characters of another compact str start. */
    public static final long COMPACT_DATA;
    /** How far the kind (1, 2 or 4 bytes a character) is shifted in the state. */
    public static final int KIND_SHIFT;
    /** The bit of the state that says compact. */
    public static final int COMPACT_BIT;
    /** The bit of the state that says ASCII. */
    public static final int ASCII_BIT;
    /** Size word of the int 1; 0 when ints must not be read directly. */
    public static final long ONE_DIGIT;
    /** Size word of the int -1. */
    public static final long ONE_NEGATIVE_DIGIT;
    /** Size word of the int 0. */
    public static final long NO_DIGIT;

    private static final int KIND_MASK = 7;
    private static final int KIND_SHIFTS = 24;
    private static final int LATIN_1 = 0xE9;
    private static final int BMP = 0x4E2D;
    private static final int ASTRAL = 0x1F40D;
    private static final int LENGTH = 5;
    private static final long HEADER_LIMIT = 128;

    static {
        long ascii = text('k', 1);
        long latin = text(LATIN_1, 1);
        long wide = text(BMP, 2);
        long astral = text(ASTRAL, Integer.BYTES);
        int shift = kindShift(Memory.getInt(ascii + TEXT_STATE), Memory.getInt(latin + TEXT_STATE),
                Memory.getInt(wide + TEXT_STATE), Memory.getInt(astral + TEXT_STATE));
        KIND_SHIFT = shift;
        // state is interned, kind:3, compact:1, ascii:1 in every version; only the start moves
        COMPACT_BIT = 1 << (shift + 3);
        ASCII_BIT = 1 << (shift + 4);
        COMPACT_DATA = start(latin, LATIN_1);
        boolean known = shift > 0 && COMPACT_DATA > 0 && isSet(latin, COMPACT_BIT)
                && isSet(ascii, COMPACT_BIT) && isSet(ascii, ASCII_BIT) && !isSet(latin, ASCII_BIT)
                && Memory.getLong(ascii + SIZE) == LENGTH
                && Memory.getLong(astral + SIZE) == LENGTH;
        ASCII_DATA = known ? start(ascii, 'k') : 0;
        release(ascii, latin, wide, astral);

        long zero = LongApi.fromLongLong(0);
        long seven = LongApi.fromLongLong(7);
        long minusSeven = LongApi.fromLongLong(-7);
        boolean digits = Memory.getInt(seven + DIGIT) == 7
                && Memory.getInt(minusSeven + DIGIT) == 7;
        ONE_DIGIT = digits ? Memory.getLong(seven + SIZE) : 0;
        ONE_NEGATIVE_DIGIT = Memory.getLong(minusSeven + SIZE);
        NO_DIGIT = Memory.getLong(zero + SIZE);
        release(zero, seven, minusSeven);
    }

    private Layout() {}

    /** The type of an object: borrowed. */
    public static long typeOf(long object) {
        return Memory.getLong(object + TYPE);
    }

    private static boolean isSet(long text, int bit) {
        return (Memory.getInt(text + TEXT_STATE) & bit) != 0;
    }

    private static long text(int character, int width) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment data = arena.allocate((long) LENGTH * width);
            for (int i = 0; i < LENGTH; i++) {
                for (int b = 0; b < width; b++) {
                    data.set(ValueLayout.JAVA_BYTE, (long) i * width + b,
                            (byte) (character >>> (Byte.SIZE * b)));
                }
            }
            return UnicodeApi.fromKindAndData(width, data.address(), LENGTH);
        }
    }

    private static int kindShift(int ascii, int latin, int wide, int astral) {
        for (int shift = 1; shift < KIND_SHIFTS; shift++) {
            if (kind(ascii, shift) == 1 && kind(latin, shift) == 1 && kind(wide, shift) == 2
                    && kind(astral, shift) == Integer.BYTES) {
                return shift;
            }
        }
        return 0;
    }

    private static int kind(int state, int shift) {
        return state >>> shift & KIND_MASK;
    }

    private static long start(long text, int character) {
        for (long offset = TEXT_STATE; offset < HEADER_LIMIT; offset += Long.BYTES) {
            byte[] there = Memory.getBytes(text + offset, LENGTH);
            boolean all = true;
            for (byte b : there) {
                all &= b == (byte) character;
            }
            if (all) {
                return offset;
            }
        }
        return 0;
    }

    private static void release(long... objects) {
        for (long object : objects) {
            RefApi.decRef(object);
        }
    }
}
