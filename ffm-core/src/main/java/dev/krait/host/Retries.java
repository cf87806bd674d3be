package dev.krait.host;

import dev.krait.capi.AbstractApi;
import dev.krait.capi.Memory;
import dev.krait.capi.TupleApi;
import dev.krait.gil.Attachment;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import java.util.Collection;

/**
 * The arguments of a call that several overloads may take, where some can be read but once: an overload that wants all
 * elements of an iterator gets a tuple of them, and so do those that are tried after it. Callers hold the GIL.
 */
final class Retries implements AutoCloseable {
    private final Attachment thread;
    private final ArgumentKind[] kinds;
    private final long args;
    /** What was read so far: owned; 0 for what was not. */
    private final long[] read;
    /** The iterators over that: owned. */
    private final long[] again;
    private final long memory;

    /** @param args the arguments: borrowed */
    Retries(Attachment thread, ArgumentKind[] kinds, long args) {
        this.thread = thread;
        this.kinds = kinds;
        this.args = args;
        read = new long[kinds.length];
        again = new long[kinds.length];
        memory = thread.scratch().take((long) kinds.length * Long.BYTES);
    }

    /** Whether any of the arguments can be read but once. */
    static boolean areNeeded(ArgumentKind[] kinds) {
        for (ArgumentKind each : kinds) {
            if (each.isOnce()) {
                return true;
            }
        }
        return false;
    }

    /** The arguments for an overload, from the start: valid until the next call. */
    long args(Overload overload) {
        boolean spread = overload.spreads(kinds);
        for (int i = 0; i < kinds.length; i++) {
            put(i, kinds[i].isOnce() ? argument(i, overload.parameter(i, spread).type()) : at(i));
        }
        return memory;
    }

    /** The arguments with iterators over nothing, to try types with. */
    long emptied() {
        for (int i = 0; i < kinds.length; i++) {
            if (kinds[i].isOnce() && again[i] == 0) {
                long nothing = Raise.check(TupleApi.newTuple(0));
                again[i] = iterator(nothing);
                Counts.release(nothing);
            }
            put(i, kinds[i].isOnce() ? again[i] : at(i));
        }
        return memory;
    }

    private long argument(int index, Class<?> type) {
        boolean whole = type.isArray() || Collection.class.isAssignableFrom(type);
        if (whole && read[index] == 0) {
            read[index] = Raise.check(AbstractApi.sequenceTuple(at(index)));
        }
        if (whole || read[index] == 0) {
            return whole ? read[index] : at(index);
        }
        Counts.releaseIfAny(again[index]);
        again[index] = iterator(read[index]);
        return again[index];
    }

    private static long iterator(long tuple) {
        return Raise.check(AbstractApi.getIter(tuple));
    }

    private long at(int index) {
        return Memory.getLong(args + (long) index * Long.BYTES);
    }

    private void put(int index, long argument) {
        Memory.putLong(memory + (long) index * Long.BYTES, argument);
    }

    @Override
    public void close() {
        thread.scratch().give(memory);
        for (int i = 0; i < kinds.length; i++) {
            Counts.releaseIfAny(read[i]);
            Counts.releaseIfAny(again[i]);
        }
    }
}
