package dev.krait;

import dev.krait.gil.Attachment;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Closes the Python objects made on this thread together.
 *
 * <pre>{@code
 * try (Scope scope = python.scope()) {
 *     PyObject frame = pandas.invoke("read_csv", file);
 *     return frame.invoke("sum").as(Double.class);
 * } // frame and what lay between are given back here
 * }</pre>
 *
 * <p>Scopes nest; an object belongs to the innermost. A scope is closed by the thread that opened it.
 */
public final class Scope implements AutoCloseable {
    private final @Nullable Scope outer;
    private final Thread owner = Thread.currentThread();
    private final Set<PyObject> objects = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean closed;

    private Scope(@Nullable Scope outer) {
        this.outer = outer;
    }

    static Scope open() {
        Attachment thread = Attachment.current();
        Scope scope = new Scope((Scope) thread.scope());
        thread.scope(scope);
        return scope;
    }

    static void register(Attachment thread, PyObject object) {
        if (thread.scope() instanceof Scope scope) {
            scope.objects.add(object);
        }
    }

    /** Lets an object live on after the scope: it goes to the scope around, or to the collector. */
    public PyObject keep(PyObject object) {
        objects.remove(Objects.requireNonNull(object, "object"));
        if (outer != null) {
            outer.objects.add(object);
        }
        return object;
    }

    /**
     * Gives back all objects made since, but those kept. A second call does nothing.
     *
     * @throws IllegalStateException on another thread, or while an inner scope is open
     */
    @Override
    @SuppressWarnings("ReferenceEquality") // this very scope must be the innermost
    public void close() {
        if (closed) {
            return;
        }
        Attachment thread = Attachment.current();
        if (owner != Thread.currentThread() || thread.scope() != this) {
            throw new IllegalStateException(
                    "a scope is closed by the thread that opened it, the innermost first");
        }
        closed = true;
        thread.scope(outer);
        objects.forEach(PyObject::close);
        objects.clear();
    }
}
