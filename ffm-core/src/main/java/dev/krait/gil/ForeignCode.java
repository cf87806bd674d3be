package dev.krait.gil;

import org.jspecify.annotations.Nullable;

/** Code that is not ours, or runs elsewhere: it may block, call Python, and throw anything. */
@FunctionalInterface
public interface ForeignCode<T extends @Nullable Object> {
    /** Runs it. */
    T run() throws Throwable;
}
