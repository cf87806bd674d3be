package dev.krait.op;

import dev.krait.capi.BytesApi;
import dev.krait.capi.Layout;
import dev.krait.capi.LongApi;
import dev.krait.capi.Memory;
import dev.krait.gil.Attachment;
import dev.krait.gil.Scratch;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import java.math.BigInteger;

/** {@code int} of any size both ways, never through text (Python limits that to 4300 digits). Callers hold the GIL. */
public final class Numbers {
    private Numbers() {}

    /** A new int: owned. */
    public static long newInt(long value) {
        return Raise.check(LongApi.fromLongLong(value));
    }

    /** A new int: owned. */
    public static long newInt(Attachment thread, BigInteger value) {
        if (value.bitLength() < Long.SIZE) {
            return newInt(value.longValue());
        }
        long bytes = Bytes.newBytes(thread, value.toByteArray());
        try {
            return Calls.call(thread, Boot.INT_FROM_BYTES, bytes);
        } finally {
            Counts.release(bytes);
        }
    }

    /** The narrowest of Integer, Long and BigInteger for an int, or an instance of a subclass. */
    public static Number read(Attachment thread, long number) {
        long size = Memory.getLong(number + Layout.SIZE);
        if (Layout.ONE_DIGIT != 0) {
            if (size == Layout.ONE_DIGIT) {
                return Memory.getInt(number + Layout.DIGIT);
            }
            if (size == Layout.ONE_NEGATIVE_DIGIT) {
                return -Memory.getInt(number + Layout.DIGIT);
            }
        }
        return readByFunction(thread, number);
    }

    private static Number readByFunction(Attachment thread, long number) {
        Scratch scratch = thread.scratch();
        long overflow = scratch.take(Integer.BYTES);
        try {
            long value = LongApi.asLongLongAndOverflow(number, overflow);
            if (Memory.getInt(overflow) != 0) {
                return readBig(thread, number);
            }
            if ((int) value == value) {
                return (int) value;
            }
            return value;
        } finally {
            scratch.give(overflow);
        }
    }

    private static BigInteger readBig(Attachment thread, long number) {
        long bytes = Calls.call(thread, Boot.INT_TO_BYTES, number);
        try {
            return new BigInteger(Memory.getBytes(BytesApi.asString(bytes), BytesApi.size(bytes)));
        } finally {
            Counts.release(bytes);
        }
    }
}
