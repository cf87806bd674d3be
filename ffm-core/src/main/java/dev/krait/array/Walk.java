package dev.krait.array;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.LongConsumer;

/** Runs through elements in row order, whatever the strides. */
final class Walk {
    private Walk() {}

    /** Gives the place of each element in the array's memory. */
    static void over(NDArray array, LongConsumer step) {
        over(array, 0, array.offset(), step);
    }

    private static void over(NDArray array, int axis, long at, LongConsumer step) {
        if (axis == array.rank()) {
            step.accept(at);
            return;
        }
        long length = array.length(axis);
        long stride = array.stride(axis);
        for (long i = 0; i < length; i++) {
            over(array, axis + 1, at + i * stride, step);
        }
    }

    /** Whether two arrays of one shape have equal elements. */
    static boolean equal(NDArray a, NDArray b) {
        return equal(a, b, 0, a.offset(), b.offset());
    }

    private static boolean equal(NDArray a, NDArray b, int axis, long left, long right) {
        if (axis == a.rank()) {
            return Coercion.equal(Element.get(a.memory(), left, a.dtype()),
                    Element.get(b.memory(), right, b.dtype()));
        }
        for (long i = 0; i < a.length(axis); i++) {
            if (!equal(a, b, axis + 1, left + i * a.stride(axis), right + i * b.stride(axis))) {
                return false;
            }
        }
        return true;
    }

    static NDArray copy(NDArray array) {
        DType own = array.dtype();
        boolean raw = own.kind() == DType.Kind.RAW || own.kind() == DType.Kind.STRUCT;
        DType type = raw
                ? own
                : new DType(own.kind(), own.bytes(), ByteOrder.nativeOrder(), own.unit(),
                        List.of());
        NDArray copy = NDArray.create(type, array.shape(), false);
        if (array.isContiguous() && type.equals(own)) {
            NDArray.move(array, copy);
            return copy;
        }
        long[] to = {0};
        over(array, at -> {
            if (raw) {
                MemorySegment.copy(array.memory(), at, copy.memory(), to[0], type.bytes());
            } else {
                Coercion.set(copy.memory(), to[0], type, Element.get(array.memory(), at, own));
            }
            to[0] += type.bytes();
        });
        return copy;
    }
}
