package dev.krait.convert.view;

import dev.krait.capi.AbstractApi;
import dev.krait.capi.DictApi;
import dev.krait.capi.Layout;
import dev.krait.capi.Statics;
import dev.krait.error.ConversionException;
import dev.krait.gil.Attachment;
import dev.krait.gil.Gil;
import dev.krait.op.Types;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import dev.krait.ref.Ref;
import java.io.Serializable;
import java.util.AbstractMap;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A Python mapping as a Map: what is done to one is done to the other.
 *
 * <p>Any thread. Keys are looked up by Python's hash and equality: 1, 1.0 and True are one key. {@code get} of a
 * defaultdict makes no entry. Iterators fail when the size changes under them; those over a subclass of dict run over
 * the entries there were at their start. Serialised, it is a LinkedHashMap.
 */
public final class MapView extends AbstractMap<@Nullable Object, @Nullable Object>
        implements
            View,
            Serializable {
    private static final long serialVersionUID = 1;
    private final transient Ref ref;
    private final transient Elements keys;
    private final transient Elements values;
    private transient @Nullable Place place;

    /** Takes the reference over. */
    public MapView(Ref ref, Elements keys, Elements values) {
        this.ref = ref;
        this.keys = keys;
        this.values = values;
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
        return new LinkedHashMap<>(this);
    }

    /** The same Python object with keys and values of other kinds. */
    public MapView with(Elements otherKeys, Elements otherValues) {
        return new MapView(ref, otherKeys, otherValues);
    }

    @Override
    public int size() {
        return under(thread -> Math.toIntExact(Raise.checkSize(AbstractApi.size(ref.pointer()))));
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return with(key, (thread, own) -> Lookups.contains(ref.pointer(), own));
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        return with(key, this::find);
    }

    @Override
    public @Nullable Object put(@Nullable Object key, @Nullable Object value) {
        return with(key, (thread, own) -> {
            Object former = find(thread, own);
            set(thread, own, value);
            return former;
        });
    }

    @Override
    public void putAll(Map<? extends @Nullable Object, ? extends @Nullable Object> added) {
        @Nullable
        Object[] entries = added.entrySet().toArray();
        @Nullable
        FrozenKey[] frozen = new FrozenKey[entries.length];
        for (int i = 0; i < entries.length; i++) {
            Map.Entry<?, ?> entry = (Map.Entry<?, ?>) java.util.Objects.requireNonNull(entries[i]);
            frozen[i] = FrozenKey.of(entry.getKey());
        }
        under(thread -> {
            for (int i = 0; i < entries.length; i++) {
                Map.Entry<?, ?> entry = (Map.Entry<?, ?>) java.util.Objects
                        .requireNonNull(entries[i]);
                ask(thread, entry.getKey(), frozen[i], (same, own) -> {
                    set(same, own, entry.getValue());
                    return null;
                });
            }
            return this;
        });
    }

    @Override
    public @Nullable Object remove(@Nullable Object key) {
        return with(key, (thread, own) -> {
            if (!Lookups.contains(ref.pointer(), own)) {
                return null;
            }
            Object former = find(thread, own);
            Raise.checkStatus(AbstractApi.delItem(ref.pointer(), own));
            return former;
        });
    }

    @Override
    public void clear() {
        under(thread -> {
            Counts.release(Methods.call(thread, ref.pointer(), "clear"));
            return this;
        });
    }

    @Override
    public Set<Map.Entry<@Nullable Object, @Nullable Object>> entrySet() {
        return new EntrySetView(this);
    }

    @Override
    public Set<@Nullable Object> keySet() {
        return new KeySetView(this);
    }

    @Override
    public Collection<@Nullable Object> values() {
        return new ValuesView(this);
    }

    @Override
    public void forEach(BiConsumer<? super @Nullable Object, ? super @Nullable Object> action) {
        for (Map.Entry<@Nullable Object, @Nullable Object> each : entrySet()) {
            action.accept(each.getKey(), each.getValue());
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other == this || (other instanceof Map
                && Nesting.<Boolean>within(ref, () -> super.equals(other), false));
    }

    @Override
    public int hashCode() {
        return Nesting.<Integer>within(ref, super::hashCode, 0);
    }

    @Override
    public String toString() {
        return Nesting.within(ref, super::toString, "(this Map)");
    }

    /** An entry of key and value (borrowed); the GIL is held. */
    Map.Entry<@Nullable Object, @Nullable Object> entry(Attachment thread, long key, long value) {
        Object convertedKey = key(thread, key);
        try {
            return new EntryView(this, convertedKey,
                    Place.put(values.read(thread, value), values, place, convertedKey));
        } catch (ConversionException unfit) {
            throw Place.told(place, unfit.in("[" + convertedKey + "]"));
        }
    }

    private @Nullable Object key(Attachment thread, long key) {
        try {
            return keys.read(thread, key);
        } catch (ConversionException unfit) {
            throw Place.told(place, unfit.in("(a key)"));
        }
    }

    /** What a method without arguments gives, read at once into a tuple. */
    SequenceView copied(String method, Elements elements) {
        return under(thread -> {
            long items = Methods.call(thread, ref.pointer(), method);
            try {
                return new SequenceView(Ref.owning(Raise.check(AbstractApi.sequenceTuple(items))),
                        elements, place);
            } finally {
                Counts.release(items);
            }
        });
    }

    /** Other mappings need not have all methods of a dict. */
    boolean isDict() {
        return under(thread -> Types.isInstance(ref.pointer(), Statics.DICT));
    }

    Elements valueElements() {
        return values;
    }

    Elements keys() {
        return keys;
    }

    private @Nullable Object find(Attachment thread, long key) {
        long value = newValue(thread, key);
        if (value == 0) {
            return null;
        }
        try {
            Object found = values.read(thread, value);
            return found instanceof View && values.isTyped()
                    ? Place.put(found, values, place, key(thread, key))
                    : found;
        } catch (ConversionException unfit) {
            throw Place.told(place, unfit.in("[" + key(thread, key) + "]"));
        } finally {
            Counts.release(value);
        }
    }

    private long newValue(Attachment thread, long key) {
        long map = ref.pointer();
        if (Layout.typeOf(map) != Statics.DICT) {
            return Lookups.contains(map, key) ? Methods.call(thread, map, "get", key) : 0;
        }
        long value = DictApi.getItemWithError(map, key);
        if (value != 0) {
            return Counts.retain(value);
        }
        if (Raise.isPending()) {
            Lookups.requireUnhashable(key);
        }
        return 0;
    }

    private void set(Attachment thread, long key, @Nullable Object value) {
        long own = values.write(thread, value);
        try {
            Raise.checkStatus(AbstractApi.setItem(ref.pointer(), key, own));
        } finally {
            Counts.release(own);
        }
    }

    private interface Question<T extends @Nullable Object> {
        T ask(Attachment thread, long key);
    }

    private <T extends @Nullable Object> T with(@Nullable Object key, Question<T> question) {
        FrozenKey frozen = FrozenKey.of(key);
        return under((Gil.Section<T>) thread -> ask(thread, key, frozen, question));
    }

    private <T extends @Nullable Object> T ask(Attachment thread, @Nullable Object key,
            @Nullable FrozenKey frozen, Question<T> question) {
        long own = Lookups.newKey(thread, ref.pointer(), keys, key, frozen);
        try {
            return question.ask(thread, own);
        } finally {
            Counts.release(own);
        }
    }
}
