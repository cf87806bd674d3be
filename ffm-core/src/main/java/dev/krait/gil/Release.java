package dev.krait.gil;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import org.jspecify.annotations.Nullable;

/** One owned reference: reachable from the list of live ones until its Java owner is gone or closes it. */
public final class Release extends PhantomReference<Object> {
    /** The object; 0 when given back. Guarded by the GIL. */
    long pointer;
    /** Where it was made, if that is noted. */
    final @Nullable Origin origin = Origin.here();
    /** What CPython's collector does not look at meanwhile, each owned but the first, which is the object itself. */
    long @Nullable [] untracked;
    @Nullable
    Release previous;
    @Nullable
    Release next;

    Release(Object owner, ReferenceQueue<Object> queue, long pointer) {
        super(owner, queue);
        this.pointer = pointer;
    }
}
