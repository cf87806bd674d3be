package dev.krait.convert.view;

import java.util.AbstractCollection;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The values of a mapping. */
final class ValuesView extends AbstractCollection<@Nullable Object> {
    private final MapView map;

    ValuesView(MapView map) {
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
    public Object[] toArray() {
        return map.isDict() ? all().toArray() : super.toArray();
    }

    @Override
    public <T> T[] toArray(T[] target) {
        return map.isDict() ? all().toArray(target) : super.toArray(target);
    }

    @Override
    public void forEach(Consumer<? super @Nullable Object> action) {
        if (map.isDict()) {
            all().forEach(action);
        } else {
            super.forEach(action);
        }
    }

    private SequenceView all() {
        return map.copied("values", map.valueElements());
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
                return entries.next().getValue();
            }

            @Override
            public void remove() {
                entries.remove();
            }
        };
    }
}
