package dev.krait.convert.view;

import dev.krait.capi.AbstractApi;
import dev.krait.capi.Layout;
import dev.krait.capi.Memory;
import dev.krait.capi.Statics;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;

/**
 * Size and items of sequences: exact lists and tuples from memory, others by the sequence protocol. Callers hold the
 * GIL; nothing read from memory outlives the next step that could run Python code.
 */
public final class Sequences {
    private Sequences() {}

    /** How many items there are now. */
    public static int size(long sequence) {
        long type = Layout.typeOf(sequence);
        return Math.toIntExact(type == Statics.LIST || type == Statics.TUPLE
                ? Memory.getLong(sequence + Layout.SIZE)
                : Raise.checkSize(AbstractApi.size(sequence)));
    }

    /**
     * An item: owned.
     *
     * @throws IndexOutOfBoundsException when there is none, now
     */
    public static long newItem(long sequence, int index) {
        long type = Layout.typeOf(sequence);
        long items;
        if (type == Statics.LIST) {
            items = Memory.getLong(sequence + Layout.LIST_ITEMS);
        } else if (type == Statics.TUPLE) {
            items = sequence + Layout.TUPLE_ITEMS;
        } else {
            return newItemByProtocol(sequence, index);
        }
        checkIndex(index, Memory.getLong(sequence + Layout.SIZE));
        return Counts.retain(Memory.getLong(items + (long) index * Long.BYTES));
    }

    static void checkIndex(int index, long size) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("index " + index + " of " + size + " elements");
        }
    }

    private static long newItemByProtocol(long sequence, int index) {
        checkIndex(index, Raise.checkSize(AbstractApi.size(sequence)));
        return Raise.check(AbstractApi.sequenceItem(sequence, index));
    }
}
