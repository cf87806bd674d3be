package dev.krait.convert.view;

import dev.krait.capi.Layout;
import dev.krait.error.ConversionException;
import dev.krait.gil.Attachment;
import dev.krait.op.Order;
import dev.krait.op.Types;
import dev.krait.ref.Counts;
import dev.krait.ref.Ref;
import java.io.Serializable;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.Spliterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A Python sequence as an unmodifiable List: a tuple, a range.
 *
 * <p>Any thread. Elements are converted whenever they are read; many of them under one hold of the GIL where all are
 * wanted (toArray, forEach, stream, copies). Iterators fail when the size changes under them. Serialised, it is a copy.
 * Ordered as in Python, so that tuples are keys of sorted maps.
 */
@SuppressWarnings("ComparableType") // with all views of sequences
public class SequenceView extends AbstractList<@Nullable Object>
        implements
            View,
            RandomAccess,
            Comparable<Object>,
            Serializable {
    private static final long serialVersionUID = 1;
    private static final Object[] NONE = {};
    private final transient Ref ref;
    private final transient Elements elements;
    private transient @Nullable Place place;

    /** Takes the reference over. */
    public SequenceView(Ref ref, Elements elements) {
        this(ref, elements, null);
    }

    /** Takes the reference over, to elements that lie where those of another view do. */
    SequenceView(Ref ref, Elements elements, @Nullable Place place) {
        this.ref = ref;
        this.elements = elements;
        this.place = place;
    }

    @Override
    public final Ref ref() {
        return ref;
    }

    /** Workflow engines and caches write values down: the elements, as an ArrayList. */
    Object writeReplace() {
        return new ArrayList<>(this);
    }

    @Override
    public final void found(Place where) {
        place = where;
    }

    final Elements elements() {
        return elements;
    }

    /** The same Python object with elements of another kind. */
    public SequenceView with(Elements others) {
        return new SequenceView(ref, others);
    }

    @Override
    public final int size() {
        return under(thread -> Sequences.size(ref.pointer()));
    }

    @Override
    public final @Nullable Object get(int index) {
        return under(thread -> read(thread, index));
    }

    @Override
    public @Nullable Object set(int index, @Nullable Object value) {
        throw unchanging();
    }

    @Override
    public void add(int index, @Nullable Object value) {
        throw unchanging();
    }

    @Override
    public @Nullable Object remove(int index) {
        throw unchanging();
    }

    private UnsupportedOperationException unchanging() {
        String type = under(_ -> Types.name(Layout.typeOf(ref.pointer())));
        return new UnsupportedOperationException(
                "a Python " + type + " does not change: give a list where Java writes");
    }

    @Override
    public final Object[] toArray() {
        return toArray(NONE);
    }

    @Override
    @SuppressWarnings("unchecked") // the contract of toArray: wrong types end in
                                   // ArrayStoreException
    public final <T> T[] toArray(T[] target) {
        return under(thread -> {
            int size = Sequences.size(ref.pointer());
            @Nullable
            Object[] into = target.length >= size
                    ? target
                    : (Object[]) java.lang.reflect.Array
                            .newInstance(target.getClass().getComponentType(), size);
            read(thread, 0, into, size);
            if (into.length > size) {
                into[size] = null;
            }
            return (T[]) into;
        });
    }

    /** Fills an array from the given index on; the GIL is held. */
    final void read(Attachment thread, int from, @Nullable Object[] into, int count) {
        try {
            for (int i = 0; i < count; i++) {
                into[i] = read(thread, from + i);
            }
        } catch (IndexOutOfBoundsException shrunk) {
            throw changed();
        }
    }

    @Override
    public final Iterator<@Nullable Object> iterator() {
        return listIterator(0);
    }

    @Override
    public final ListIterator<@Nullable Object> listIterator(int index) {
        return new SequenceIterator(this, Objects.checkIndex(index, size() + 1));
    }

    @Override
    public final Spliterator<@Nullable Object> spliterator() {
        return new SequenceSpliterator(this);
    }

    @Override
    public final void forEach(Consumer<? super @Nullable Object> action) {
        spliterator().forEachRemaining(action);
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other == this || isSame(other)
                || (other instanceof List && Nesting.within(ref, () -> super.equals(other), false));
    }

    @Override
    public final int hashCode() {
        return Nesting.within(ref, super::hashCode, 0);
    }

    /** Python's order; a ClassCastException where it has none. */
    @Override
    public final int compareTo(Object other) {
        if (!(other instanceof View view)) {
            throw new ClassCastException(
                    "a Python sequence is not compared with " + other.getClass().getName());
        }
        return under(_ -> view.under(_ -> Order.of(ref.pointer(), view.ref().pointer())));
    }

    @Override
    public final String toString() {
        return Nesting.within(ref, super::toString, "(this Collection)");
    }

    static ConcurrentModificationException changed() {
        return new ConcurrentModificationException("the Python object changed its size meanwhile");
    }

    private boolean isSame(@Nullable Object other) {
        return other instanceof SequenceView view && view.ref.identity() == ref.identity();
    }

    private @Nullable Object read(Attachment thread, int index) {
        long item = Sequences.newItem(ref.pointer(), index);
        try {
            return Place.put(elements.read(thread, item), elements, place, index);
        } catch (ConversionException unfit) {
            throw elements.isTyped() ? Place.told(place, unfit.in("[" + index + "]")) : unfit;
        } finally {
            Counts.release(item);
        }
    }
}
