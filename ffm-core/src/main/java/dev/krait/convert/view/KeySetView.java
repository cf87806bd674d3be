package dev.krait.convert.view;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The keys of a mapping. */
final class KeySetView extends AbstractSet<@Nullable Object> {
    private final MapView map;

    KeySetView(MapView map) {
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
    public boolean contains(@Nullable Object key) {
        return map.containsKey(key);
    }

    @Override
    public boolean remove(@Nullable Object key) {
        boolean present = map.containsKey(key);
        map.remove(key);
        return present;
    }

    @Override
    public Object[] toArray() {
        return map.copied("keys", map.keys()).toArray();
    }

    @Override
    public <T> T[] toArray(T[] target) {
        return map.copied("keys", map.keys()).toArray(target);
    }

    @Override
    public void forEach(Consumer<? super @Nullable Object> action) {
        map.copied("keys", map.keys()).forEach(action);
    }

    @Override
    public Iterator<@Nullable Object> iterator() {
        Iterator<Map.Entry<@Nullable Object, @Nullable Object>> entries = map.entrySet().iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public @Nullable Object next() {
                return entries.next().getKey();
            }

            @Override
            public void remove() {
                entries.remove();
            }
        };
    }
}
