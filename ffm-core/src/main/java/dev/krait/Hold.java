package dev.krait;

import dev.krait.gil.Gil;

/** The GIL held by this thread until {@link #close}: {@code try (Hold hold = python.hold()) { ... }}. */
public final class Hold implements AutoCloseable {
    private boolean closed;

    Hold() {}

    /** Gives it up, once; on the thread that took it. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            Gil.leave();
        }
    }
}
