package dev.krait.engine;

import dev.krait.gil.Attachment;
import dev.krait.raise.Raise;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Code of the host that scripts reach: it may block, so the GIL is free meanwhile. */
final class Released {
    private Released() {}

    /** Runs it without the GIL, which this thread holds. */
    static <T extends @Nullable Object> T call(Attachment thread, Callable<T> code)
            throws Exception {
        return thread.outsideUnchecked(code::call);
    }

    /** {@link #call} where the declared exceptions do not matter. */
    static <T extends @Nullable Object> T get(Attachment thread, Callable<T> code) {
        try {
            return call(thread, code);
        } catch (Exception failed) {
            throw Raise.<RuntimeException>sneaky(failed);
        }
    }

    /** Runs it without the GIL, if this thread holds that. */
    static void run(Runnable code) {
        Attachment thread = Attachment.current();
        int held = thread.isHeld() ? thread.suspend() : 0;
        try {
            code.run();
        } finally {
            if (held > 0) {
                thread.resume(held);
            }
        }
    }
}
