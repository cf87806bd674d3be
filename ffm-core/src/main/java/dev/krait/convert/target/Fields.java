package dev.krait.convert.target;

import dev.krait.capi.AbstractApi;
import dev.krait.capi.DictApi;
import dev.krait.capi.Statics;
import dev.krait.gil.Attachment;
import dev.krait.op.Attributes;
import dev.krait.op.Names;
import dev.krait.op.Types;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;

/** Named parts of a Python object: keys of a dict, else attributes. {@code unitPrice} is {@code unit_price} too. */
final class Fields {
    private Fields() {}

    /** A part: owned; 0 when there is none. */
    static long find(Attachment thread, long object, String name) {
        long exact = findExact(thread, object, name);
        String snake = Records.pythonName(name);
        return exact == 0 && !snake.equals(name) ? findExact(thread, object, snake) : exact;
    }

    private static long findExact(Attachment thread, long object, String name) {
        if (!Types.isInstance(object, Statics.DICT)) {
            long attribute = Attributes.find(thread, object, name);
            return attribute == 0 ? findItem(thread, object, name) : attribute;
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
