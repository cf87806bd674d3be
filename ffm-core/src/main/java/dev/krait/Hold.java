package dev.krait;

import dev.krait.gil.Gil;

/** The GIL held by this thread until {@link #close}: {@code try (Hold hold = python.hold()) { ... }}. */
public final class Hold implements AutoCloseable {
    private final Thread owner = Thread.currentThread();
    private final int level = Gil.enter();
    private boolean closed;

    Hold() {}

    /**
     * Gives it up, once. One that a callback leaves open ends with the callback.
     *
     * @throws IllegalStateException on another thread, in a callback, or while an inner hold is open
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        if (!owner.equals(Thread.currentThread())) {
            throw new IllegalStateException(
                    "a hold is closed by the thread that opened it: " + owner.getName());
        }
        Gil.leave(level);
        closed = true;
    }
}
