package dev.krait.convert.view;

import dev.krait.capi.DictApi;
import dev.krait.capi.Memory;
import dev.krait.gil.Attachment;
import dev.krait.ref.Counts;
import java.util.Iterator;
import java.util.Map.Entry;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The entries of an exact dict, by position. Reads ahead while nothing else happens under the GIL, the further the
 * longer nothing did.
 */
final class DictIterator implements Iterator<Entry<@Nullable Object, @Nullable Object>> {
    private static final int FURTHEST = 512;
    private final MapView map;
    private @Nullable Entry<@Nullable Object, @Nullable Object>[] ahead = entries(0);
    private long[] after = new long[0];
    private int next;
    private int count;
    private long position;
    private long expected;
    private long size;
    private long seen = -1;
    private @Nullable Entry<@Nullable Object, @Nullable Object> last;

    DictIterator(MapView map) {
        this.map = map;
        expected = map.size();
    }

    @Override
    public boolean hasNext() {
        return isCurrent() || load() || size != expected;
    }

    @Override
    public Entry<@Nullable Object, @Nullable Object> next() {
        boolean more = isCurrent() || load();
        if (size != expected) {
            throw SequenceView.changed();
        }
        if (!more) {
            throw new NoSuchElementException("no more entries");
        }
        Entry<@Nullable Object, @Nullable Object> entry = java.util.Objects
                .requireNonNull(ahead[next]);
        position = after[next++];
        last = entry;
        return entry;
    }

    @Override
    public void remove() {
        if (last == null) {
            throw new IllegalStateException("no entry was returned since the last change");
        }
        if (map.size() != expected) {
            throw SequenceView.changed();
        }
        map.remove(last.getKey());
        last = null;
        expected--;
    }

    private boolean isCurrent() {
        return next < count && seen == Attachment.sections();
    }

    private boolean load() {
        boolean usedUp = count > 0 && next == count;
        int want = usedUp ? Math.min(FURTHEST, 2 * count) : 1;
        ahead = entries(want);
        after = new long[want];
        next = 0;
        count = map.under(thread -> fill(thread, want));
        return count > 0;
    }

    private int fill(Attachment thread, int want) {
        long dict = map.ref().pointer();
        size = DictApi.size(dict);
        long slots = thread.scratch().take(3 * Long.BYTES);
        int filled = 0;
        try {
            Memory.putLong(slots, position);
            while (filled < want
                    && DictApi.next(dict, slots, slots + Long.BYTES, slots + 2 * Long.BYTES) != 0) {
                ahead[filled] = entry(thread, slots + Long.BYTES);
                after[filled++] = Memory.getLong(slots);
            }
        } finally {
            thread.scratch().give(slots);
        }
        seen = Attachment.sections();
        return filled;
    }

    private Entry<@Nullable Object, @Nullable Object> entry(Attachment thread, long found) {
        long key = Counts.retain(Memory.getLong(found));
        long value = Counts.retain(Memory.getLong(found + Long.BYTES));
        try {
            return map.entry(thread, key, value);
        } finally {
            Counts.release(key);
            Counts.release(value);
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
    private static @Nullable Entry<@Nullable Object, @Nullable Object>[] entries(int count) {
        return new Entry[count];
    }
}
