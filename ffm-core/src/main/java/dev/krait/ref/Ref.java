package dev.krait.ref;

import dev.krait.capi.GcApi;
import dev.krait.gil.Ambience;
import dev.krait.gil.Attachment;
import dev.krait.gil.Checks;
import dev.krait.gil.Gil;
import dev.krait.gil.Release;
import dev.krait.gil.Releases;
import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;

/**
 * An owned reference held by a Java object: given back by {@link #close}, else some time after the object is gone.
 *
 * <p>Users of {@link #pointer} keep this object reachable while they use what it gives.
 */
public final class Ref implements AutoCloseable {
    private final long pointer;
    private final Release release;
    private final @Nullable Reference<? extends Ambience> ambience;
    private volatile boolean closed;

    private Ref(long pointer) {
        this.pointer = pointer;
        release = Releases.register(this, pointer);
        Ambience here = Ambience.of(Attachment.current());
        ambience = here == null ? null : here.weakly();
    }

    /** Takes over an owned reference. Callers hold the GIL. */
    public static Ref owning(long pointer) {
        return new Ref(pointer);
    }

    /** Makes an owned reference of a borrowed one. Callers hold the GIL. */
    public static Ref retaining(long pointer) {
        return new Ref(Counts.retain(pointer));
    }

    /**
     * Spares CPython's collector of cycles the object for as long as this is open: it would look through it again and
     * again, though nothing that Java holds is garbage. Does nothing unless all are in its care. Callers hold the GIL.
     *
     * @param parts borrowed: what is reachable through the object and not worth a look either
     */
    public void untrack(long... parts) {
        long[] objects = new long[parts.length + 1];
        objects[0] = pointer;
        System.arraycopy(parts, 0, objects, 1, parts.length);
        for (long each : objects) {
            if (GcApi.isTracked(each) == 0) {
                return;
            }
        }
        for (long part : parts) {
            Counts.retain(part);
        }
        Releases.untrack(release, objects);
    }

    /**
     * The object, borrowed.
     *
     * @throws IllegalStateException after {@link #close}
     */
    public long pointer() {
        if (closed) {
            throw new IllegalStateException("this Python object was closed");
        }
        if (Checks.ON) {
            Checks.use(pointer);
        }
        return pointer;
    }

    /** What it was made under, as long as that is there. */
    public @Nullable Ambience ambience() {
        return ambience == null ? null : ambience.get();
    }

    /**
     * Runs a section under the GIL, and under what the reference was made under, during which the object lives, even
     * when another thread closes this reference meanwhile.
     */
    public <T extends @Nullable Object> T with(Gil.Section<T> section) {
        try {
            return Ambience.call(ambience(), thread -> hold(thread, section));
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /** Like {@link #with}, for callers that hold the GIL. */
    public <T extends @Nullable Object> T hold(Attachment thread, Gil.Section<T> section) {
        long object = Counts.retain(pointer());
        try {
            return section.run(thread);
        } finally {
            Counts.release(object);
        }
    }

    /** The object's address, to be compared and no more. Needs no GIL. */
    public long identity() {
        return pointer;
    }

    /** Whether {@link #close} was called. */
    public boolean isClosed() {
        return closed;
    }

    /** Gives the reference back now. A second call does nothing. Any thread. */
    @Override
    public void close() {
        if (!closed) {
            Gil.giveBack(() -> {
                closed = true;
                Releases.close(release);
            });
            closed = true;
        }
    }
}
