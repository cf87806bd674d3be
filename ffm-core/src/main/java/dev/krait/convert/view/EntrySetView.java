package dev.krait.convert.view;

import dev.krait.capi.Layout;
import dev.krait.capi.Statics;
import dev.krait.op.Items;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map.Entry;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The entries of a mapping. */
final class EntrySetView extends AbstractSet<Entry<@Nullable Object, @Nullable Object>> {
    private final MapView map;

    EntrySetView(MapView map) {
        this.map = map;
    }

    @Override
    public int size() {
        return map.size();
    }

    @Override
    public void clear() {
        map.clear();
    }

    @Override
    public boolean contains(@Nullable Object other) {
        return other instanceof Entry<?, ?> entry && map.containsKey(entry.getKey())
                && Objects.equals(map.get(entry.getKey()), entry.getValue());
    }

    @Override
    public boolean remove(@Nullable Object other) {
        if (!contains(other)) {
            return false;
        }
        map.remove(((Entry<?, ?>) Objects.requireNonNull(other)).getKey());
        return true;
    }

    @Override
    public Iterator<Entry<@Nullable Object, @Nullable Object>> iterator() {
        return map.under(thread -> Layout.typeOf(map.ref().pointer()) == Statics.DICT)
                ? new DictIterator(map)
                : overCopy();
    }

    private Iterator<Entry<@Nullable Object, @Nullable Object>> overCopy() {
        Elements pairs = new Elements(map.keys().conversion(),
                (thread, pair) -> map.entry(thread, Items.ofTuple(pair, 0), Items.ofTuple(pair, 1)),
                false);
        return new SnapshotIterator<>(map.copied("items", pairs), map::size,
                each -> map.remove(each.getKey()));
    }
}
