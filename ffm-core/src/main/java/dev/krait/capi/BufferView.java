package dev.krait.capi;

import org.jspecify.annotations.Nullable;

/** The fields of a {@code Py_buffer}, which has one layout in every version. */
@SuppressWarnings("ArrayRecordComponent") // plain data between two calls, never compared
public record BufferView(long address, long bytes, long itemSize, boolean readOnly,
        @Nullable String format, long[] shape, long[] strides) {
    /** Size of the struct. */
    public static final int BYTES = 80;
    /** {@code PyBUF_FULL_RO}. */
    public static final int FULL_READ_ONLY = 0x11c;
    /** {@code PyBUF_WRITABLE}. */
    public static final int WRITABLE = 1;
    /** {@code PyBUF_FORMAT}. */
    public static final int FORMAT = 4;
    /** {@code PyBUF_ND}. */
    public static final int DIMENSIONS = 8;
    /** {@code PyBUF_STRIDES}. */
    public static final int STRIDES = 0x18;
    /** {@code PyBUF_F_CONTIGUOUS} without strides. */
    public static final int FORTRAN = 0x40;

    private static final long OBJECT = 8;
    private static final long LENGTH = 16;
    private static final long ITEM_SIZE = 24;
    private static final long READ_ONLY = 32;
    private static final long RANK = 36;
    private static final long FORMAT_TEXT = 40;
    private static final long SHAPE = 48;
    private static final long STRIDES_OF = 56;
    private static final long SUB_OFFSETS = 64;
    private static final long INTERNAL = 72;

    /** Copies a filled struct; null when it uses indirection, which no array of numbers does. */
    public static @Nullable BufferView read(long view) {
        if (Memory.getLong(view + SUB_OFFSETS) != 0) {
            return null;
        }
        long bytes = Memory.getLong(view + LENGTH);
        long itemSize = Memory.getLong(view + ITEM_SIZE);
        long format = Memory.getLong(view + FORMAT_TEXT);
        long[] shape = shape(view, Memory.getInt(view + RANK), bytes, itemSize);
        long strides = Memory.getLong(view + STRIDES_OF);
        return new BufferView(Memory.getLong(view), bytes, itemSize,
                Memory.getInt(view + READ_ONLY) != 0, format == 0 ? null : Memory.getText(format),
                shape, strides == 0 ? contiguous(shape, itemSize) : longs(strides, shape.length));
    }

    /** Some exporters leave out what they were asked for: it is as Python's own memoryview understands it then. */
    private static long[] shape(long view, int rank, long bytes, long itemSize) {
        long lengths = Memory.getLong(view + SHAPE);
        if (lengths != 0 || rank == 0) {
            return longs(lengths, rank);
        }
        return new long[]{itemSize == 0 ? 0 : bytes / itemSize};
    }

    private static long[] contiguous(long[] shape, long itemSize) {
        long[] strides = new long[shape.length];
        long next = itemSize;
        for (int i = shape.length - 1; i >= 0; i--) {
            strides[i] = next;
            next *= shape[i];
        }
        return strides;
    }

    /**
     * Fills a struct for an exporter, whose reference is taken over.
     *
     * @param format address of a text that lives as long as the exporter; 0 when not asked for
     * @param shape address of the lengths; 0 when not asked for
     * @param strides address of the strides; 0 when not asked for
     */
    public static void fill(long view, long exporter, BufferView content, long format, long shape,
            long strides) {
        Memory.putLong(view, content.address);
        Memory.putLong(view + OBJECT, exporter);
        Memory.putLong(view + LENGTH, content.bytes);
        Memory.putLong(view + ITEM_SIZE, content.itemSize);
        Memory.putInt(view + READ_ONLY, content.readOnly ? 1 : 0);
        Memory.putInt(view + RANK, content.shape.length);
        Memory.putLong(view + FORMAT_TEXT, format);
        Memory.putLong(view + SHAPE, shape);
        Memory.putLong(view + STRIDES_OF, strides);
        Memory.putLong(view + SUB_OFFSETS, 0);
        Memory.putLong(view + INTERNAL, 0);
    }

    /** Keeps a number of the exporter's own with a filled struct. */
    public static void mark(long view, long number) {
        Memory.putLong(view + INTERNAL, number);
    }

    /** The number given to {@link #mark}. */
    public static long marked(long view) {
        return Memory.getLong(view + INTERNAL);
    }

    /** Says that nothing was exported. */
    public static void refuse(long view) {
        Memory.putLong(view + OBJECT, 0);
    }

    private static long[] longs(long address, int count) {
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] = Memory.getLong(address + (long) i * Long.BYTES);
        }
        return values;
    }
}
