package dev.krait.convert.view;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Key and value as they were read; setting the value sets it in the Python mapping. */
final class EntryView implements Map.Entry<@Nullable Object, @Nullable Object> {
    private final MapView map;
    private final @Nullable Object key;
    private @Nullable Object value;

    EntryView(MapView map, @Nullable Object key, @Nullable Object value) {
        this.map = map;
        this.key = key;
        this.value = value;
    }

    @Override
    public @Nullable Object getKey() {
        return key;
    }

    @Override
    public @Nullable Object getValue() {
        return value;
    }

    @Override
    public @Nullable Object setValue(@Nullable Object replacement) {
        Object former = map.put(key, replacement);
        value = replacement;
        return former;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Map.Entry<?, ?> entry && Objects.equals(key, entry.getKey())
                && Objects.equals(value, entry.getValue());
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(key) ^ Objects.hashCode(value);
    }

    @Override
    public String toString() {
        return key + "=" + value;
    }
}
