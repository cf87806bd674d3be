package dev.krait.host;

import dev.krait.capi.BufferView;
import dev.krait.capi.Memory;
import dev.krait.capi.NativeHeap;
import dev.krait.capi.TypeSpec;
import dev.krait.gil.Attachment;
import dev.krait.ref.Counts;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The buffer protocol of Java arrays of primitives, and of ByteBuffers and MemorySegments over such: Python sees a copy
 * off the heap, which is copied back on release when it was written to.
 */
final class ArrayBuffers {
    private static final int WORDS = 2 * Long.BYTES;
    private static final int STEP = 1 << 30;
    private static final Map<Class<?>, Format> FORMATS = Map.of(byte[].class, format("b", 1),
            boolean[].class, format("?", 1), short[].class, format("h", Short.BYTES), char[].class,
            format("H", Character.BYTES), int[].class, format("i", Integer.BYTES), long[].class,
            format("q", Long.BYTES), float[].class, format("f", Float.BYTES), double[].class,
            format("d", Double.BYTES));

    private static final Map<String, Class<?>> BY_FORMAT = Map.of("b", byte[].class, "?",
            boolean[].class, "h", short[].class, "H", char[].class, "i", int[].class, "q",
            long[].class, "f", float[].class, "d", double[].class);

    private static final Format BYTES = format("B", 1);

    private record Format(long text, int bytes) {}

    /** One view of an array. */
    private record Export(Object array, long block, MemorySegment data, long checksum,
            boolean readOnly) {}

    private ArrayBuffers() {}

    static TypeSpec addTo(TypeSpec spec) {
        return spec.slot(TypeSpec.Slot.GET_BUFFER, Upcall.words(ArrayBuffers.class, "get", 3))
                .slot(TypeSpec.Slot.RELEASE_BUFFER, Upcall.words(ArrayBuffers.class, "release", 3));
    }

    static long get(long self, long view, long flags) {
        Attachment thread = Upcall.enter();
        try {
            Object array = ObjectSlots.target(self);
            Format format = FORMATS.getOrDefault(array.getClass(), BYTES);
            if ((flags & BufferView.WRITABLE) != 0 && content(array).isReadOnly()) {
                throw Refusal.buffer("this " + array.getClass().getSimpleName() + " is read-only");
            }
            export(self, view, (int) flags, array, format);
            return 0;
        } catch (Throwable thrown) {
            BufferView.refuse(view);
            Upcall.fail(thrown);
            return -1;
        } finally {
            thread.exitUpcall();
        }
    }

    /** Of type void in C; the third argument is none. */
    static long release(long self, long view, long unused) {
        Attachment thread = Upcall.enter();
        try {
            long handle = BufferView.marked(view);
            if (Handles.get(handle) instanceof Export export) {
                Handles.remove(handle);
                if (!export.readOnly && checksum(export.data) != export.checksum) {
                    copyBack(export);
                }
                NativeHeap.free(export.block);
            }
        } catch (Throwable broken) { // the release of a buffer has nobody to tell
            assert broken == null : broken;
        } finally {
            thread.exitUpcall();
        }
        return 0;
    }

    private static void export(long self, long view, int flags, Object array, Format format) {
        MemorySegment content = content(array);
        long bytes = content.byteSize();
        long shape = NativeHeap.newBlock(WORDS + bytes, false);
        MemorySegment data = Memory.view(shape + WORDS, bytes);
        data.copyFrom(content);
        boolean readOnly = content.isReadOnly();
        Export export = new Export(array, shape, data, readOnly ? 0 : checksum(data), readOnly);
        long items = bytes / format.bytes;
        Memory.putLong(shape, items);
        Memory.putLong(shape + Long.BYTES, format.bytes);
        BufferView shown = new BufferView(data.address(), bytes, format.bytes, readOnly, null,
                new long[]{items}, new long[]{format.bytes});
        BufferView.fill(view, Counts.retain(self), shown,
                (flags & BufferView.FORMAT) != 0 ? format.text : 0,
                (flags & BufferView.DIMENSIONS) != 0 ? shape : 0,
                (flags & BufferView.STRIDES) == BufferView.STRIDES ? shape + Long.BYTES : 0);
        BufferView.mark(view, Handles.put(export));
    }

    private static void copyBack(Export export) {
        if (export.array instanceof boolean[] truths) {
            byte[] bytes = Memory.getBytes(export.data.address(), truths.length);
            for (int i = 0; i < truths.length; i++) {
                truths[i] = bytes[i] != 0;
            }
        } else {
            content(export.array).copyFrom(export.data);
        }
    }

    private static MemorySegment content(Object array) {
        return switch (array) {
            case byte[] bytes -> MemorySegment.ofArray(bytes);
            case short[] shorts -> MemorySegment.ofArray(shorts);
            case char[] chars -> MemorySegment.ofArray(chars);
            case int[] ints -> MemorySegment.ofArray(ints);
            case long[] longs -> MemorySegment.ofArray(longs);
            case float[] floats -> MemorySegment.ofArray(floats);
            case double[] doubles -> MemorySegment.ofArray(doubles);
            case ByteBuffer buffer -> MemorySegment.ofBuffer(buffer);
            case MemorySegment segment -> segment;
            default -> MemorySegment.ofArray(bytes((boolean[]) array));
        };
    }

    private static byte[] bytes(boolean[] truths) {
        byte[] bytes = new byte[truths.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (truths[i] ? 1 : 0);
        }
        return bytes;
    }

    /** Tells whether Python wrote, without keeping a second copy. */
    private static long checksum(MemorySegment data) {
        CRC32C sum = new CRC32C();
        for (long done = 0; done < data.byteSize(); done += STEP) {
            ByteBuffer part = data.asSlice(done, Math.min(STEP, data.byteSize() - done))
                    .asByteBuffer();
            sum.update(part);
        }
        return sum.getValue();
    }

    private static Format format(String text, int bytes) {
        return new Format(Memory.textForEver(text), bytes);
    }

    /** The class of arrays with elements of a format; null when there is none. */
    static @Nullable Class<?> classOf(String format) {
        return BY_FORMAT.get(format);
    }

    /** Whether an object of this class has a buffer. */
    static boolean isFor(Class<?> type) {
        boolean memory = ByteBuffer.class.isAssignableFrom(type)
                || MemorySegment.class.isAssignableFrom(type);
        return FORMATS.containsKey(type) || (memory && !type.isInterface());
    }
}
