package dev.krait;

import dev.krait.array.InOut;
import dev.krait.capi.DictApi;
import dev.krait.capi.Memory;
import dev.krait.gil.Attachment;
import dev.krait.gil.Scratch;
import dev.krait.op.Attributes;
import dev.krait.op.Calls;
import dev.krait.op.Items;
import dev.krait.op.Names;
import dev.krait.op.Text;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Java arguments laid out for vectorcall: positional ones first, {@link Kw} ones as a dict. Callers hold the GIL. */
final class Arguments {
    private Arguments() {}

    /** {@code callable(*arguments)}: owned. */
    static long call(Attachment thread, long callable, @Nullable Object[] arguments) {
        int positional = positional(arguments);
        Scratch scratch = thread.scratch();
        long slots = scratch.take((positional + 1L) * Long.BYTES);
        long first = slots + Long.BYTES;
        int done = 0;
        long keywords = 0;
        try {
            while (done < positional) {
                Memory.putLong(first + (long) done * Long.BYTES,
                        Python.toPython(thread, arguments[done]));
                done++;
            }
            keywords = positional == arguments.length ? 0 : keywords(thread, arguments, positional);
            return Calls.callAt(callable, first, positional, keywords);
        } finally {
            Counts.releaseIfAny(keywords);
            while (done > 0) {
                Counts.release(Memory.getLong(first + (long) --done * Long.BYTES));
            }
            scratch.give(slots);
            for (Object each : arguments) {
                InOut.end(each instanceof Kw keyword ? keyword.value() : each);
            }
        }
    }

    /** {@code object.name(*arguments)}: owned. */
    static long invoke(Attachment thread, long object, String name, @Nullable Object[] arguments) {
        long method = Attributes.get(thread, object, name);
        try {
            return call(thread, method, arguments);
        } finally {
            Counts.release(method);
        }
    }

    /** The strs of a list. */
    static List<String> texts(long list) {
        List<String> texts = new ArrayList<>();
        Items.forEach(list, item -> texts.add(Text.read(item)));
        return texts;
    }

    private static int positional(@Nullable Object[] arguments) {
        int count = 0;
        while (count < arguments.length && !(arguments[count] instanceof Kw)) {
            count++;
        }
        return count;
    }

    private static long keywords(Attachment thread, @Nullable Object[] arguments, int from) {
        long dict = Raise.check(DictApi.newDict());
        try {
            for (int i = from; i < arguments.length; i++) {
                if (!(arguments[i] instanceof Kw keyword)) {
                    throw new IllegalArgumentException("argument " + i
                            + " stands after a keyword argument; positional arguments come first");
                }
                put(thread, dict, keyword);
            }
            return Counts.retain(dict);
        } finally {
            Counts.release(dict);
        }
    }

    private static void put(Attachment thread, long dict, Kw keyword) {
        long name = Names.newName(thread, keyword.name());
        long value = 0;
        try {
            value = Python.toPython(thread, keyword.value());
            Raise.checkStatus(DictApi.setItem(dict, name, value));
        } finally {
            Counts.release(name);
            Counts.releaseIfAny(value);
        }
    }
}
