package dev.krait.engine;

import dev.krait.capi.Statics;
import dev.krait.gil.Attachment;
import dev.krait.op.Items;
import dev.krait.op.Numbers;
import dev.krait.op.Text;
import dev.krait.ref.Counts;

/** What the Java functions our Python files call have in common. Callers hold the GIL. */
final class Functions {
    private Functions() {}

    /** An argument that is an int. */
    static long number(Attachment thread, long arguments, int index) {
        return Numbers.read(thread, Items.ofTuple(arguments, index)).longValue();
    }

    /** An argument that is a str. */
    static String text(long arguments, int index) {
        return Text.read(Items.ofTuple(arguments, index));
    }

    /** Whether an argument is True. */
    static boolean truth(long arguments, int index) {
        return Items.ofTuple(arguments, index) == Statics.TRUE;
    }

    /** Owned. */
    static long none() {
        return Counts.retain(Statics.NONE);
    }

    /** Owned. */
    static long bool(boolean value) {
        return Counts.retain(value ? Statics.TRUE : Statics.FALSE);
    }
}
