package dev.krait.array;

import java.util.Arrays;

/** Shapes, strides and what follows from them. */
final class Layouts {
    private Layouts() {}

    /** Whether two arrays have the same memory, elements at the same places, and the same rights. */
    static boolean areSame(NDArray one, NDArray two) {
        return one.address() == two.address() && one.isReadOnly() == two.isReadOnly()
                && Arrays.equals(one.shape(), two.shape())
                && Arrays.equals(one.strides(), two.strides());
    }

    static long count(long[] shape) {
        long count = 1;
        for (long length : shape) {
            if (length < 0) {
                throw new IllegalArgumentException(
                        "shape: " + Arrays.toString(shape) + " has a negative length");
            }
            count = product(count, length, shape);
        }
        return count;
    }

    /** How many bytes the elements have. */
    static long bytes(long[] shape, long itemSize) {
        return product(count(shape), itemSize, shape);
    }

    private static long product(long first, long second, long[] shape) {
        if (Math.multiplyHigh(first, second) != 0 || first * second < 0) {
            throw new IllegalArgumentException(
                    "shape: " + Arrays.toString(shape) + " is more than any memory holds");
        }
        return first * second;
    }

    /** Strides in bytes of rows that lie one after the other. */
    static long[] rowMajor(long[] shape, long itemSize) {
        long[] strides = new long[shape.length];
        long stride = itemSize;
        for (int i = shape.length - 1; i >= 0; i--) {
            strides[i] = stride;
            stride = Math.multiplyExact(stride, Math.max(shape[i], 1));
        }
        return strides;
    }

    static boolean isContiguous(long[] shape, long[] strides, long itemSize) {
        long expected = itemSize;
        for (int i = shape.length - 1; i >= 0; i--) {
            if (shape[i] == 0) {
                return true;
            }
            if (shape[i] > 1 && strides[i] != expected) {
                return false;
            }
            expected *= shape[i];
        }
        return true;
    }

    /** How far before the first element the memory begins: not positive. */
    static long low(long[] shape, long[] strides) {
        long low = 0;
        for (int i = 0; i < shape.length; i++) {
            low += Math.min(0, strides[i] * (shape[i] - 1));
        }
        return low;
    }

    /** How far after the first element's start the memory ends. */
    static long high(long[] shape, long[] strides, long itemSize) {
        long high = itemSize;
        for (int i = 0; i < shape.length; i++) {
            if (shape[i] == 0) {
                return 0;
            }
            high += Math.max(0, strides[i] * (shape[i] - 1));
        }
        return high;
    }

    /** Copies the array without one place. */
    static long[] without(long[] values, int index) {
        long[] rest = new long[values.length - 1];
        System.arraycopy(values, 0, rest, 0, index);
        System.arraycopy(values, index + 1, rest, index, rest.length - index);
        return rest;
    }
}
