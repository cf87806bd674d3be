package dev.krait;

import dev.krait.op.Items;
import dev.krait.ref.Ref;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The items of a Python iterator, one at a time. One thread at a time. */
final class PyIterator implements Iterator<PyObject> {
    private final Ref iterator;
    private @Nullable PyObject next;

    PyIterator(Ref iterator) {
        this.iterator = iterator;
    }

    @Override
    public boolean hasNext() {
        if (next == null && !iterator.isClosed()) {
            next = iterator.with(thread -> {
                long item = Items.next(iterator.pointer());
                return item == 0 ? null : PyObject.own(thread, item);
            });
            if (next == null) {
                iterator.close();
            }
        }
        return next != null;
    }

    @Override
    public PyObject next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the Python iterator is at its end");
        }
        PyObject item = next;
        next = null;
        return Objects.requireNonNull(item);
    }
}
