package dev.krait.convert.view;

import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Runs over a copy of what a container held at the start; fails when the container's size changes meanwhile. */
final class SnapshotIterator<T extends @Nullable Object> implements Iterator<T> {
    private final SequenceView copy;
    private final Iterator<@Nullable Object> each;
    private final IntSupplier size;
    private final Consumer<T> remover;
    private int expected;
    private @Nullable T last;
    private boolean removable;

    /** Takes over the copy, whose elements must come out as Ts. */
    SnapshotIterator(SequenceView copy, IntSupplier size, Consumer<T> remover) {
        this.copy = copy;
        each = copy.iterator();
        this.size = size;
        this.remover = remover;
        expected = copy.size();
    }

    @Override
    public boolean hasNext() {
        if (copy.ref().isClosed()) {
            return false;
        }
        boolean more = each.hasNext();
        if (!more) {
            copy.ref().close();
        }
        return more;
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // the elements make Ts
    public T next() {
        if (!hasNext()) {
            throw new java.util.NoSuchElementException("no more elements");
        }
        T element = (T) each.next();
        last = element;
        removable = true;
        return element;
    }

    @Override
    @SuppressWarnings("NullAway") // removable only after an element was given out
    public void remove() {
        if (!removable) {
            throw new IllegalStateException("no element was returned since the last change");
        }
        if (size.getAsInt() != expected) {
            throw SequenceView.changed();
        }
        removable = false;
        remover.accept(last);
        expected--;
    }
}
