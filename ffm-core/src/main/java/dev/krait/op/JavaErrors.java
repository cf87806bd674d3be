package dev.krait.op;

import org.jspecify.annotations.Nullable;

/** Throwables inside Python exceptions. Called under the GIL. */
public interface JavaErrors {
    /** The exception that stands for a Throwable in Python: owned. */
    long newException(Throwable thrown);

    /** The Throwable an exception (borrowed) stands for; null for an exception of Python's own. */
    @Nullable
    Throwable throwableOf(long exception);
}
