package dev.krait.convert.view;

import dev.krait.capi.AbstractApi;
import dev.krait.gil.Attachment;
import dev.krait.gil.Gil;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import dev.krait.ref.Ref;
import java.io.Serializable;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Python set as a Set: what is done to one is done to the other; a frozenset, or the keys of a
 * dict, as an unmodifiable one.
 *
 * <p>Any thread. Membership is Python's: 1, 1.0 and True are one element. An iterator runs over the elements there were
 * at its start. Serialised, it is a LinkedHashSet.
 */
public final class SetView extends AbstractSet<@Nullable Object> implements View, Serializable {
    private static final long serialVersionUID = 1;
    private final transient Ref ref;
    private final transient Elements elements;
    private final boolean modifiable;
    private transient @Nullable Place place;

    /** Takes the reference over. */
    public SetView(Ref ref, Elements elements, boolean modifiable) {
        this.ref = ref;
        this.elements = elements;
        this.modifiable = modifiable;
    }

    @Override
    public Ref ref() {
        return ref;
    }

    @Override
    public void found(Place where) {
        place = where;
    }

    private Object writeReplace() {
        return new LinkedHashSet<>(this);
    }

    /** The same Python object with elements of another kind. */
    public SetView with(Elements others) {
        return new SetView(ref, others, modifiable);
    }

    @Override
    public int size() {
        return under(thread -> Math.toIntExact(Raise.checkSize(AbstractApi.size(ref.pointer()))));
    }

    @Override
    public boolean contains(@Nullable Object value) {
        return with(value, (thread, key) -> Lookups.contains(ref.pointer(), key));
    }

    @Override
    public boolean add(@Nullable Object value) {
        requireModifiable();
        return with(value, (thread, key) -> {
            long before = AbstractApi.size(ref.pointer());
            Counts.release(Methods.call(thread, ref.pointer(), "add", key));
            return AbstractApi.size(ref.pointer()) != before;
        });
    }

    @Override
    public boolean remove(@Nullable Object value) {
        requireModifiable();
        return with(value, (thread, key) -> {
            if (!Lookups.contains(ref.pointer(), key)) {
                return false;
            }
            Counts.release(Methods.call(thread, ref.pointer(), "discard", key));
            return true;
        });
    }

    @Override
    public void clear() {
        requireModifiable();
        under(thread -> {
            Counts.release(Methods.call(thread, ref.pointer(), "clear"));
            return this;
        });
    }

    @Override
    public Iterator<@Nullable Object> iterator() {
        return new SnapshotIterator<@Nullable Object>(copied(), this::size, this::remove);
    }

    @Override
    public Object[] toArray() {
        return copied().toArray();
    }

    @Override
    public <T> T[] toArray(T[] target) {
        return copied().toArray(target);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other == this || (other instanceof Set && super.equals(other));
    }

    @Override
    public int hashCode() {
        return Nesting.within(ref, super::hashCode, 0);
    }

    @Override
    public String toString() {
        return Nesting.within(ref, super::toString, "(this Collection)");
    }

    private SequenceView copied() {
        return under(thread -> new SequenceView(
                Ref.owning(Raise.check(AbstractApi.sequenceTuple(ref.pointer()))), elements,
                place));
    }

    private void requireModifiable() {
        if (!modifiable) {
            throw new UnsupportedOperationException("this Python set does not change");
        }
    }

    private interface Question {
        boolean ask(Attachment thread, long key);
    }

    private boolean with(@Nullable Object value, Question question) {
        FrozenKey frozen = FrozenKey.of(value);
        return under((Gil.Section<Boolean>) thread -> {
            long key = Lookups.newKey(thread, ref.pointer(), elements, value, frozen);
            try {
                return question.ask(thread, key);
            } finally {
                Counts.release(key);
            }
        });
    }
}
