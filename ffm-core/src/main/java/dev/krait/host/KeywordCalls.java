package dev.krait.host;

import dev.krait.capi.Memory;
import dev.krait.convert.Conversion;
import dev.krait.gil.Attachment;
import dev.krait.op.Items;
import dev.krait.op.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls with keyword arguments, of the classes that a layer above says take them. */
final class KeywordCalls {
    private static volatile @Nullable Class<?> type;
    private static volatile @Nullable KeywordCall call;

    private KeywordCalls() {}

    /** Objects of this class take keyword arguments. */
    static void add(Class<?> callable, KeywordCall how) {
        call = how;
        type = callable;
    }

    /** Whether objects of a class do. */
    static boolean isFor(Class<?> callable) {
        Class<?> known = type;
        return known != null && known.isAssignableFrom(callable);
    }

    static @Nullable KeywordCall of(Object target) {
        Class<?> known = type;
        return known != null && known.isInstance(target) ? call : null;
    }

    /** Converts positional arguments and keywords (a tuple of names whose values follow), and calls. */
    static @Nullable Object run(Attachment thread, Conversion conversion, KeywordCall how,
            Object target, long args, int count, long names) throws Exception {
        @Nullable
        Object[] positional = new Object[count];
        for (int i = 0; i < count; i++) {
            positional[i] = conversion.toJava(thread, Memory.getLong(args + (long) i * Long.BYTES));
        }
        Map<String, @Nullable Object> keywords = new LinkedHashMap<>();
        for (int i = 0; names != 0 && i < Items.tupleSize(names); i++) {
            keywords.put(Text.read(Items.ofTuple(names, i)), conversion.toJava(thread,
                    Memory.getLong(args + (long) (count + i) * Long.BYTES)));
        }
        Upcall.guard(thread);
        return thread.outsideUnchecked(() -> how.call(target, positional, keywords));
    }
}
