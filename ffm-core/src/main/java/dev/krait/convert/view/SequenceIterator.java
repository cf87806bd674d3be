package dev.krait.convert.view;

import dev.krait.gil.Attachment;
import java.util.ListIterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Reads ahead while nothing else happens under the GIL, the further the longer nothing did; what was read before a
 * change that the caller could know of is read again.
 */
final class SequenceIterator implements ListIterator<@Nullable Object> {
    private static final int FURTHEST = 512;
    private final SequenceView view;
    private int cursor;
    private int last = -1;
    private int expected;
    private @Nullable Object[] ahead = new Object[0];
    private int start;
    private int size;
    private long seen = -1;

    SequenceIterator(SequenceView view, int cursor) {
        this.view = view;
        this.cursor = cursor;
        expected = view.size();
    }

    @Override
    public boolean hasNext() {
        return isCurrent(cursor) || cursor != load(cursor);
    }

    @Override
    public @Nullable Object next() {
        if (!isCurrent(cursor)) {
            load(cursor);
        }
        check(cursor);
        last = cursor++;
        return ahead[last - start];
    }

    @Override
    public boolean hasPrevious() {
        return cursor > 0;
    }

    @Override
    public @Nullable Object previous() {
        int index = cursor - 1;
        if (!isCurrent(index)) {
            load(Math.max(index, 0));
        }
        check(index);
        last = index;
        cursor = index;
        return ahead[index - start];
    }

    @Override
    public int nextIndex() {
        return cursor;
    }

    @Override
    public int previousIndex() {
        return cursor - 1;
    }

    @Override
    public void remove() {
        view.remove(requireLast());
        cursor = last < cursor ? cursor - 1 : cursor;
        expected--;
        last = -1;
        seen = -1;
    }

    @Override
    public void set(@Nullable Object value) {
        view.set(requireLast(), value);
    }

    @Override
    public void add(@Nullable Object value) {
        view.add(cursor++, value);
        expected++;
        last = -1;
        seen = -1;
    }

    private int requireLast() {
        if (last < 0) {
            throw new IllegalStateException("no element was returned since the last change");
        }
        return last;
    }

    private boolean isCurrent(int index) {
        return seen == Attachment.sections() && index >= start && index - start < ahead.length;
    }

    private void check(int index) {
        if (size != expected) {
            throw SequenceView.changed();
        }
        if (index < 0 || index >= size) {
            throw new NoSuchElementException("element " + index + " of " + size);
        }
    }

    private int load(int from) {
        int want = from == start + ahead.length && ahead.length > 0
                ? Math.min(FURTHEST, 2 * ahead.length)
                : 1;
        return view.under(thread -> {
            size = Sequences.size(view.ref().pointer());
            ahead = new Object[Math.max(0, Math.min(want, size - from))];
            start = from;
            view.read(thread, from, ahead, ahead.length);
            seen = Attachment.sections();
            return size;
        });
    }
}
