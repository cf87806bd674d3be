package dev.krait.capi;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/** Native memory by address. Nothing here checks that an address is alive: callers own what they point at. */
public final class Memory {
    @SuppressWarnings("restricted") // the wall
    private static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;
    private static final ValueLayout.OfChar CHAR = ValueLayout.JAVA_CHAR_UNALIGNED;

    private Memory() {}

    /** Eight bytes. */
    public static long getLong(long address) {
        return ALL.get(LONG, address);
    }

    /** Writes eight bytes. */
    public static void putLong(long address, long value) {
        ALL.set(LONG, address, value);
    }

    /** Four bytes. */
    public static int getInt(long address) {
        return ALL.get(INT, address);
    }

    /** Writes four bytes. */
    public static void putInt(long address, int value) {
        ALL.set(INT, address, value);
    }

    /** A double. */
    public static double getDouble(long address) {
        return ALL.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, address);
    }

    /** Writes a byte. */
    public static void putByte(long address, byte value) {
        ALL.set(ValueLayout.JAVA_BYTE, address, value);
    }

    /** Writes one UTF-16 unit. */
    public static void putChar(long address, char value) {
        ALL.set(CHAR, address, value);
    }

    /** Copies bytes out. */
    public static byte[] getBytes(long address, long length) {
        byte[] copy = new byte[Math.toIntExact(length)];
        MemorySegment.copy(ALL, ValueLayout.JAVA_BYTE, address, copy, 0, copy.length);
        return copy;
    }

    /** Copies bytes in. */
    public static void putBytes(long address, byte[] bytes) {
        MemorySegment.copy(bytes, 0, ALL, ValueLayout.JAVA_BYTE, address, bytes.length);
    }

    /** Writes a text of characters up to U+00FF, a byte each, and a NUL. */
    public static void putLatin1(long address, String text) {
        ALL.setString(address, text, StandardCharsets.ISO_8859_1);
    }

    /** Copies bytes out to the start of an array. */
    public static void getBytes(long address, byte[] into, int length) {
        MemorySegment.copy(ALL, ValueLayout.JAVA_BYTE, address, into, 0, length);
    }

    /** Copies UTF-16 units out to the start of an array. */
    public static void getChars(long address, char[] into, int length) {
        MemorySegment.copy(ALL, CHAR, address, into, 0, length);
    }

    /** Copies UTF-16 units in. */
    public static void putChars(long address, char[] chars, int length) {
        MemorySegment.copy(chars, 0, ALL, CHAR, address, length);
    }

    /** Copies UTF-16 units out. */
    public static char[] getChars(long address, int length) {
        char[] copy = new char[length];
        MemorySegment.copy(ALL, CHAR, address, copy, 0, length);
        return copy;
    }

    /** Copies UTF-16 units in. */
    public static void putChars(long address, char[] chars) {
        MemorySegment.copy(chars, 0, ALL, CHAR, address, chars.length);
    }

    /** Copies 32-bit units out. */
    public static int[] getInts(long address, int length) {
        int[] copy = new int[length];
        MemorySegment.copy(ALL, INT, address, copy, 0, length);
        return copy;
    }

    /** A view of memory somebody else keeps alive. */
    @SuppressWarnings("restricted") // the wall
    public static MemorySegment view(long address, long bytes) {
        return MemorySegment.ofAddress(address).reinterpret(bytes);
    }

    /** The UTF-8 text that ends at the first NUL. */
    public static String getText(long address) {
        return ALL.getString(address);
    }

    /** Zeroed memory that is never freed: for what CPython keeps pointers to for ever. */
    public static long allocateForEver(long bytes) {
        return Arena.global().allocate(bytes, Long.BYTES).address();
    }

    /** NUL-terminated UTF-8 that is never freed. */
    public static long textForEver(String text) {
        return Arena.global().allocateFrom(text, StandardCharsets.UTF_8).address();
    }
}
