package dev.krait.array;

import dev.krait.capi.BufferView;
import dev.krait.ref.Counts;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/** One array that Python uses: what it shows, and the Java object it comes back as. */
final class Export {
    private final NDArray array;
    private final Object original;
    private final long address;
    private final MemorySegment format;
    private final MemorySegment numbers;

    Export(NDArray array, Object original) {
        this.array = array;
        this.original = original;
        address = array.address();
        Arena arena = Arena.ofAuto();
        format = arena.allocateFrom(Format.of(array.dtype()));
        numbers = arena.allocate(2L * Long.BYTES * Math.max(1, array.rank()), Long.BYTES);
        for (int i = 0; i < array.rank(); i++) {
            numbers.setAtIndex(ValueLayout.JAVA_LONG, i, array.length(i));
            numbers.setAtIndex(ValueLayout.JAVA_LONG, (long) array.rank() + i, array.stride(i));
        }
    }

    NDArray array() {
        return array;
    }

    Object original() {
        return original;
    }

    /** Whether a buffer is the whole array, laid out as it is. */
    boolean isWhole(BufferView buffer) {
        return buffer.address() == address && Arrays.equals(buffer.shape(), array.shape())
                && Arrays.equals(buffer.strides(), array.strides());
    }

    /** Fills a buffer for a consumer; takes a reference to the exporter over. */
    void fill(long exporter, long view, int flags) {
        try {
            refuseUnfit(flags);
        } catch (RuntimeException refused) {
            Counts.release(exporter);
            throw refused;
        }
        BufferView content = new BufferView(address, array.size() * array.dtype().bytes(),
                array.dtype().bytes(), array.isReadOnly(), null, array.shape(), array.strides());
        boolean dimensions = (flags & BufferView.DIMENSIONS) != 0;
        boolean strided = (flags & BufferView.STRIDES) == BufferView.STRIDES;
        BufferView.fill(view, exporter, content,
                (flags & BufferView.FORMAT) != 0 ? format.address() : 0,
                dimensions ? numbers.address() : 0,
                strided ? numbers.address() + (long) array.rank() * Long.BYTES : 0);
    }

    private void refuseUnfit(int flags) {
        if ((flags & BufferView.WRITABLE) != 0 && array.isReadOnly()) {
            throw new IllegalStateException("this memory is read-only");
        }
        boolean strided = (flags & BufferView.STRIDES) == BufferView.STRIDES;
        if (!strided && !array.isContiguous()) {
            throw new IllegalStateException("the elements of this memory lie apart");
        }
    }
}
