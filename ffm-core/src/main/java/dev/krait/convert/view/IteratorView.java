package dev.krait.convert.view;

import dev.krait.op.Attributes;
import dev.krait.op.Calls;
import dev.krait.op.Items;
import dev.krait.ref.Counts;
import dev.krait.ref.Ref;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A Python iterator or generator as an Iterator. One thread at a time.
 *
 * <p>{@code hasNext} takes the next item out of the Python iterator. {@link #close} closes a generator, whose finally
 * blocks then run; a view that is dropped closes it some time later.
 */
public final class IteratorView implements Iterator<@Nullable Object>, View, AutoCloseable {
    private final Ref ref;
    private final Elements elements;
    private @Nullable Object next;
    private boolean known;
    private boolean over;

    /** Takes the reference over. */
    public IteratorView(Ref ref, Elements elements) {
        this.ref = ref;
        this.elements = elements;
    }

    @Override
    public Ref ref() {
        return ref;
    }

    /** The same Python object with items of another kind. */
    public IteratorView with(Elements others) {
        return new IteratorView(ref, others);
    }

    @Override
    public boolean hasNext() {
        if (!known && !over) {
            known = ref.with(thread -> {
                long item = Items.next(ref.pointer());
                if (item == 0) {
                    return false;
                }
                try {
                    next = elements.read(thread, item);
                    return true;
                } finally {
                    Counts.release(item);
                }
            });
            over = !known;
        }
        return known;
    }

    @Override
    public @Nullable Object next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the Python iterator is at its end");
        }
        Object item = next;
        next = null;
        known = false;
        return item;
    }

    /** Closes the generator, if it is one, and gives it back. A second call does nothing. */
    @Override
    public void close() {
        if (ref.isClosed()) {
            return;
        }
        over = true;
        known = false;
        try {
            ref.with(thread -> {
                long close = Attributes.find(thread, ref.pointer(), "close");
                if (close != 0) {
                    try {
                        Counts.release(Calls.call(close));
                    } finally {
                        Counts.release(close);
                    }
                }
                return this;
            });
        } finally {
            ref.close();
        }
    }
}
