package dev.krait.engine;

import dev.krait.convert.Conversion;
import dev.krait.convert.ToJava;
import dev.krait.gil.Attachment;
import dev.krait.op.BootModule;
import dev.krait.op.Calls;
import dev.krait.ref.Counts;
import org.jspecify.annotations.Nullable;

/** The rule for {@code engine} and {@code context} of a script: to Java they are the object they stand for. */
final class StandIns implements ToJava {
    @Override
    public @Nullable Object convert(Attachment thread, long standIn) {
        long current = newPlain(thread, standIn);
        try {
            return Conversion.standard().toJava(thread, current);
        } finally {
            Counts.release(current);
        }
    }

    /** Among overloads too. */
    @Override
    public long newPlain(Attachment thread, long standIn) {
        return Calls.call(thread, BootModule.function(Started.MODULE, "current_of"), standIn);
    }
}
