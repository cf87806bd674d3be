package dev.krait.convert.standard;

import dev.krait.convert.Conversion;
import dev.krait.convert.ToJava;
import dev.krait.gil.Attachment;
import dev.krait.op.Calls;
import dev.krait.ref.Counts;
import org.jspecify.annotations.Nullable;

/** The rule for single values of a library: they are what Python's own value for them is. */
final class ScalarRule implements ToJava {
    private final String function;

    /** @param function the one of {@code values.py} that gives Python's own value */
    ScalarRule(String function) {
        this.function = function;
    }

    @Override
    public long newPlain(Attachment thread, long object) {
        return Calls.call(thread, TimeRules.function(function), object);
    }

    @Override
    public @Nullable Object convert(Attachment thread, long object) {
        return convert(Conversion.standard(), thread, object);
    }

    @Override
    public @Nullable Object convert(Conversion asked, Attachment thread, long object) {
        long own = newPlain(thread, object);
        try {
            return asked.toJava(thread, own);
        } finally {
            Counts.release(own);
        }
    }
}
