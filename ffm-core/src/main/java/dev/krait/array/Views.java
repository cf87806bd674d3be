package dev.krait.array;

import java.util.Arrays;
import java.util.Objects;

/** Parts of arrays, and arrays seen another way: views of the same memory. */
final class Views {
    private Views() {}

    /** See {@link NDArray#at}. */
    static NDArray at(NDArray array, long index) {
        if (array.rank() == 0) {
            throw new IllegalStateException("an array without axes has no parts");
        }
        long start = array.offset() + Objects.checkIndex(index, array.length(0)) * array.stride(0);
        return array.view(start, Layouts.without(array.shape(), 0),
                Layouts.without(array.strides(), 0));
    }

    /** See {@link NDArray#slice(int, long, long, long)}. */
    static NDArray slice(NDArray array, int axis, long from, long to, long step) {
        long length = array.length(axis);
        if (step == 0) {
            throw new IllegalArgumentException("step: 0 leads nowhere");
        }
        long count = Math.max(0, Math.ceilDiv(to - from, step));
        if (count > 0) {
            Objects.checkIndex(from, length);
            Objects.checkIndex(from + (count - 1) * step, length);
        }
        long[] lengths = array.shape();
        long[] distances = array.strides();
        long start = count == 0 ? array.offset() : array.offset() + from * distances[axis];
        lengths[axis] = count;
        distances[axis] *= step;
        return array.view(start, lengths, distances);
    }

    /** See {@link NDArray#transpose}. */
    static NDArray transpose(NDArray array, int[] axes) {
        int rank = array.rank();
        int[] order = axes.length > 0 ? axes : reversed(rank);
        if (order.length != rank || Arrays.stream(order).distinct().count() != rank) {
            throw new IllegalArgumentException(
                    "axes: " + Arrays.toString(axes) + " does not name each of " + rank + " once");
        }
        return array.view(array.offset(), Arrays.stream(order).mapToLong(array::length).toArray(),
                Arrays.stream(order).mapToLong(array::stride).toArray());
    }

    /** See {@link NDArray#reshape}. */
    static NDArray reshape(NDArray array, long[] shape) {
        if (Layouts.count(shape) != array.size()) {
            throw new IllegalArgumentException("newShape: " + Arrays.toString(shape)
                    + " has not the " + array.size() + " elements there are");
        }
        if (!array.isContiguous()) {
            throw new IllegalStateException("the elements lie apart; copy() brings them together");
        }
        return array.view(array.offset(), shape.clone(),
                Layouts.rowMajor(shape, array.dtype().bytes()));
    }

    private static int[] reversed(int rank) {
        int[] order = new int[rank];
        Arrays.setAll(order, i -> rank - 1 - i);
        return order;
    }
}
