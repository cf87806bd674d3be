package dev.krait.capi;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Objects of known content, and the search for that content in their memory. Callers hold the GIL. */
final class LayoutProbe {
    static final int LATIN_1 = 0xE9;
    static final int BMP = 0x4E2D;
    static final int ASTRAL = 0x1F40D;
    static final int LENGTH = 5;
    static final double DOUBLE = 1234.5678;
    static final long EIGHT_BYTES = 0x7B6B52415D5A4B21L;
    private static final int KIND_MASK = 7;
    private static final int KIND_SHIFTS = 24;
    private static final long HEADER_LIMIT = 128;
    private static final long TYPE_LIMIT = 400;

    private LayoutProbe() {}

    /** The offset of an eight-byte value behind the size field or where that would be. */
    static long find(long object, long value) {
        for (long offset = 2 * Long.BYTES; offset < HEADER_LIMIT; offset += Long.BYTES) {
            if (Memory.getLong(object + offset) == value) {
                return offset;
            }
        }
        throw new AssertionError("this CPython lays objects out in an unknown way");
    }

    /** The offset of the pointer to items that start with the given one; it follows the size. */
    static long findPointerTo(long list, long first) {
        long offset = 3 * Long.BYTES;
        if (Memory.getLong(Memory.getLong(list + offset)) != first) {
            throw new AssertionError("this CPython lays lists out in an unknown way");
        }
        return offset;
    }

    /** The offset of the method resolution order: the tuple that {@code __mro__} gives. */
    static long findOrder(long type) {
        long name = UnicodeApi.internFromString(Memory.textForEver("__mro__"));
        long order = ObjectApi.getAttr(type, name);
        release(name, order);
        for (long offset = 0; offset < TYPE_LIMIT; offset += Long.BYTES) {
            if (Memory.getLong(type + offset) == order) {
                return offset;
            }
        }
        throw new AssertionError("this CPython lays types out in an unknown way");
    }

    /** A bytes object with {@link #EIGHT_BYTES}. */
    static long newBytes() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment data = arena.allocate(ValueLayout.JAVA_LONG);
            data.set(ValueLayout.JAVA_LONG, 0, EIGHT_BYTES);
            return BytesApi.fromStringAndSize(data.address(), Long.BYTES);
        }
    }

    /** A float of {@link #DOUBLE}, without a call that takes a double: no start needs that shape otherwise. */
    static long newFloat() {
        long text = UnicodeApi.internFromString(Memory.textForEver(Double.toString(DOUBLE)));
        long real = FloatApi.fromString(text);
        release(text);
        return real;
    }

    static boolean isSet(long text, int bit) {
        return (Memory.getInt(text + Layout.TEXT_STATE) & bit) != 0;
    }

    static long text(int character, int width) {
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

    static int kindShift(int ascii, int latin, int wide, int astral) {
        for (int shift = 1; shift < KIND_SHIFTS; shift++) {
            if (kind(ascii, shift) == 1 && kind(latin, shift) == 1 && kind(wide, shift) == 2
                    && kind(astral, shift) == Integer.BYTES) {
                return shift;
            }
        }
        return 0;
    }

    static int kind(int state, int shift) {
        return state >>> shift & KIND_MASK;
    }

    static long start(long text, int character) {
        for (long offset = Layout.TEXT_STATE; offset < HEADER_LIMIT; offset += Long.BYTES) {
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

    static void release(long... objects) {
        for (long object : objects) {
            RefApi.decRef(object);
        }
    }
}
