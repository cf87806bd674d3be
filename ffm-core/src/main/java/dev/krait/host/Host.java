package dev.krait.host;

import dev.krait.capi.Statics;
import dev.krait.convert.Conversion;
import dev.krait.gil.Attachment;
import dev.krait.op.Calls;
import dev.krait.op.JavaErrors;
import dev.krait.op.Text;
import dev.krait.ref.Counts;
import org.jspecify.annotations.Nullable;

/** Java objects as Python objects. */
public final class Host {
    private Host() {}

    /** Makes the base type and adds its rules. Callers hold the GIL. */
    public static Host install(Attachment thread, Conversion conversion) {
        return new Host();
    }

    /** A Java object as a live Python object: owned. */
    public long newObject(Attachment thread, Object value) {
        return Text.newText(thread, value.toString());
    }

    /** The exceptions that carry Throwables. */
    public JavaErrors errors() {
        return new JavaErrors() {
            @Override
            public long newException(Throwable thrown) {
                long text = Text.newText(Attachment.current(), thrown.toString());
                try {
                    return Calls.call(Attachment.current(), Statics.RUNTIME_ERROR, text);
                } finally {
                    Counts.release(text);
                }
            }

            @Override
            public @Nullable Throwable throwableOf(long exception) {
                return null;
            }
        };
    }
}
