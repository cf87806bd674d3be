package dev.krait.convert.view;

import dev.krait.capi.AbstractApi;
import dev.krait.capi.Layout;
import dev.krait.capi.ListApi;
import dev.krait.capi.Statics;
import dev.krait.gil.Attachment;
import dev.krait.gil.Gil;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import dev.krait.ref.Ref;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** A Python list as a List: what is done to one is done to the other. */
public final class ListView extends SequenceView {
    private static final long serialVersionUID = 1;
    /** Takes the reference over. */
    public ListView(Ref ref, Elements elements) {
        super(ref, elements);
    }

    @Override
    public ListView with(Elements others) {
        return new ListView(ref(), others);
    }

    @Override
    public @Nullable Object set(int index, @Nullable Object value) {
        return change(value, (thread, list, item) -> {
            long former = Sequences.newItem(list, index);
            try {
                Raise.checkStatus(AbstractApi.sequenceSetItem(list, index, item));
                return elements().read(thread, former);
            } finally {
                Counts.release(former);
            }
        });
    }

    @Override
    public boolean add(@Nullable Object value) {
        change(value, (thread, list, item) -> append(thread, list, item));
        return true;
    }

    @Override
    public void add(int index, @Nullable Object value) {
        addAll(index, Collections.singletonList(value));
    }

    @Override
    public boolean addAll(Collection<? extends @Nullable Object> values) {
        return insert(-1, values);
    }

    @Override
    public boolean addAll(int index, Collection<? extends @Nullable Object> values) {
        Sequences.checkIndex(index, Integer.MAX_VALUE);
        return insert(index, values);
    }

    @Override
    public @Nullable Object remove(int index) {
        return under(thread -> {
            long list = ref().pointer();
            long former = Sequences.newItem(list, index);
            try {
                Raise.checkStatus(AbstractApi.sequenceDelItem(list, index));
                return elements().read(thread, former);
            } finally {
                Counts.release(former);
            }
        });
    }

    @Override
    protected void removeRange(int from, int to) {
        if (to > from) {
            under(thread -> Raise.checkStatus(AbstractApi.delSlice(ref().pointer(), from, to)));
        }
    }

    @Override
    public void clear() {
        under(thread -> Raise
                .checkStatus(AbstractApi.delSlice(ref().pointer(), 0, Integer.MAX_VALUE)));
    }

    @Override
    public void sort(@Nullable Comparator<? super @Nullable Object> order) {
        Sorting.sort(this, order);
    }

    /** Puts values in at an index, at the end when that is negative. */
    private boolean insert(int index, Collection<? extends @Nullable Object> values) {
        @Nullable
        Object[] copy = values.toArray();
        under(thread -> {
            long added = newList(thread, copy);
            try {
                long list = ref().pointer();
                int size = Sequences.size(list);
                if (index > size) {
                    throw new IndexOutOfBoundsException("index " + index + " of " + size);
                }
                int at = index < 0 ? size : index;
                return Raise.checkStatus(AbstractApi.setSlice(list, at, at, added));
            } finally {
                Counts.release(added);
            }
        });
        return copy.length > 0;
    }

    private long newList(Attachment thread, @Nullable Object[] values) {
        long list = Raise.check(ListApi.newList(0));
        try {
            for (Object value : values) {
                long item = elements().write(thread, value);
                try {
                    Raise.checkStatus(ListApi.append(list, item));
                } finally {
                    Counts.release(item);
                }
            }
            return Counts.retain(list);
        } finally {
            Counts.release(list);
        }
    }

    private static Integer append(Attachment thread, long list, long item) {
        if (Layout.typeOf(list) == Statics.LIST) {
            return Raise.checkStatus(ListApi.append(list, item));
        }
        Counts.release(Methods.call(thread, list, "append", item));
        return 0;
    }

    private interface Change {
        @Nullable
        Object make(Attachment thread, long list, long item);
    }

    private @Nullable Object change(@Nullable Object value, Change change) {
        return this.<@Nullable Object>under((Gil.Section<@Nullable Object>) thread -> {
            long item = elements().write(thread, value);
            try {
                return change.make(thread, ref().pointer(), item);
            } finally {
                Counts.release(item);
            }
        });
    }
}
