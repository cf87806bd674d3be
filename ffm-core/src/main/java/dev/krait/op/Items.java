package dev.krait.op;

import dev.krait.capi.AbstractApi;
import dev.krait.capi.Layout;
import dev.krait.capi.Memory;
import dev.krait.capi.TupleApi;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import java.util.function.LongConsumer;

/** Tuples by memory, and iteration. Callers hold the GIL. */
public final class Items {
    private Items() {}

    /** How many items a tuple has. */
    public static int tupleSize(long tuple) {
        return Math.toIntExact(Memory.getLong(tuple + Layout.SIZE));
    }

    /** An item of a tuple: borrowed. The index must be inside. */
    public static long ofTuple(long tuple, int index) {
        return Memory.getLong(tuple + Layout.TUPLE_ITEMS + (long) index * Long.BYTES);
    }

    /** A tuple of the given objects, whose references it takes over: owned. */
    public static long newTuple(long... items) {
        long tuple = Raise.check(TupleApi.newTuple(items.length));
        for (int i = 0; i < items.length; i++) {
            Memory.putLong(tuple + Layout.TUPLE_ITEMS + (long) i * Long.BYTES, items[i]);
        }
        return tuple;
    }

    /** The next item of an iterator: owned; 0 at its end. */
    public static long next(long iterator) {
        long item = AbstractApi.next(iterator);
        if (item == 0) {
            Raise.checkOccurred();
        }
        return item;
    }

    /** Runs through anything iterable; each item is borrowed for the length of its step. */
    public static void forEach(long iterable, LongConsumer step) {
        long iterator = Raise.check(AbstractApi.getIter(iterable));
        try {
            for (long item = next(iterator); item != 0; item = next(iterator)) {
                try {
                    step.accept(item);
                } finally {
                    Counts.release(item);
                }
            }
        } finally {
            Counts.release(iterator);
        }
    }
}
