package dev.krait.gil;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A time limit for the Python code that a thread runs. Limits nest; the earliest counts. */
public final class Deadline {
    /** No limit. */
    static final long NONE = Long.MAX_VALUE;

    private Deadline() {}

    /**
     * Runs a task whose Python code is ended when it takes longer; Java code is not.
     *
     * @param nanos the limit, more than 0
     */
    public static <T extends @Nullable Object> T within(long nanos, Supplier<T> task) {
        StopRequest request = Attachment.current().stopRequest();
        long outer = request.deadline();
        long own = System.nanoTime() + nanos;
        request.deadline(outer == NONE || own - outer < 0 ? own : outer);
        try {
            return task.get();
        } finally {
            request.deadline(outer);
        }
    }

    /** Refuses to run Python code after the deadline. */
    static void require(long deadline) {
        if (System.nanoTime() - deadline >= 0) {
            throw Stop.DEADLINE.refusal();
        }
    }
}
