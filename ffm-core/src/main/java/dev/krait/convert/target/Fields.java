package dev.krait.convert.target;

import dev.krait.capi.AbstractApi;
import dev.krait.capi.DictApi;
import dev.krait.capi.Layout;
import dev.krait.capi.Statics;
import dev.krait.gil.Attachment;
import dev.krait.op.Attributes;
import dev.krait.op.Names;
import dev.krait.op.Types;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;

/** Named parts of a Python object: keys of a dict, items by name, attributes. {@code unitPrice} is {@code unit_price} too. */
final class Fields {
    private Fields() {}

    /**
     * A part: owned; 0 when there is none.
     *
     * @param row whether its items go before its attributes
     */
    static long find(Attachment thread, long object, String name, boolean row) {
        long exact = findExact(thread, object, name, row);
        String snake = Records.pythonName(name);
        return exact == 0 && !snake.equals(name) ? findExact(thread, object, snake, row) : exact;
    }

    private static long findExact(Attachment thread, long object, String name, boolean row) {
        if (!Types.isInstance(object, Statics.DICT)) {
            long first = row
                    ? findItem(thread, object, name)
                    : Attributes.find(thread, object, name);
            if (first != 0) {
                return first;
            }
            return row ? Attributes.find(thread, object, name) : findItem(thread, object, name);
        }
        long key = Names.newName(thread, name);
        try {
            long value = DictApi.getItemWithError(object, key);
            Raise.checkOccurred();
            return value == 0 ? 0 : Counts.retain(value);
        } finally {
            Counts.release(key);
        }
    }

    /** A mapping, or a row of pandas or NumPy: their own {@code size} and {@code name} are not those of the row. */
    static boolean isRow(Attachment thread, long object) {
        return Types.isInstance(object, Statics.DICT) || has(thread, object, "keys")
                || has(thread, object, "dtype");
    }

    private static boolean has(Attachment thread, long object, String name) {
        long found = Attributes.find(thread, Layout.typeOf(object), name);
        Counts.releaseIfAny(found);
        return found != 0;
    }

    /** An element by name: of a row of a structured array or a data frame. */
    private static long findItem(Attachment thread, long object, String name) {
        long key = Names.newName(thread, name);
        try {
            long item = AbstractApi.getItem(object, key);
            if (item == 0) {
                Counts.releaseIfAny(Raise.takePending());
            }
            return item;
        } finally {
            Counts.release(key);
        }
    }

    /** A part of a tuple or list by position: owned. */
    static long at(long object, int index) {
        return Raise.check(AbstractApi.sequenceItem(object, index));
    }
}
