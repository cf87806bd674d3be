package dev.krait;

import org.jspecify.annotations.Nullable;

/**
 * Something to be done in limited time.
 *
 * @param <T> what it gives
 * @param <X> what it may throw; inferred, RuntimeException where nothing checked is thrown
 */
@FunctionalInterface
public interface Work<T extends @Nullable Object, X extends Exception> {
    /** Does it. */
    T run() throws X;
}
