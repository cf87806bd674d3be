package dev.krait.convert.target;

import dev.krait.capi.Statics;
import dev.krait.convert.Conversion;
import dev.krait.convert.Generics;
import dev.krait.convert.Target;
import dev.krait.convert.Unfit;
import dev.krait.convert.view.Elements;
import dev.krait.convert.view.MapView;
import dev.krait.gil.Attachment;
import dev.krait.op.Attributes;
import dev.krait.op.Types;
import dev.krait.ref.Counts;
import dev.krait.ref.Ref;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Map as a live view of a dict or another mapping; classes of maps as copies. */
final class MapTargets {
    private MapTargets() {}

    @SuppressWarnings({"unchecked", "rawtypes"}) // which enum is known only now
    static void addTo(Conversion conversion) {
        conversion.addTarget(type -> CollectionTargets.isConcrete(type, Map.class),
                MapTargets::concrete);
        conversion.addTarget(Map.class, (asked, type) -> view(asked, type));
        conversion.addTarget(EnumMap.class, (asked, type) -> copy(asked, type,
                () -> new EnumMap(CollectionTargets.constants(type, EnumMap.class))));
        addCopy(conversion, SortedMap.class, TreeMap::new);
        addCopy(conversion, NavigableMap.class, TreeMap::new);
        addCopy(conversion, SequencedMap.class, LinkedHashMap::new);
        addCopy(conversion, ConcurrentMap.class, ConcurrentHashMap::new);
    }

    private static Target view(Conversion conversion, Type type) {
        Elements keys = CollectionTargets.elements(conversion, type);
        Elements values = values(conversion, type);
        return (thread, object) -> view(thread, object, keys, values, type);
    }

    private static MapView view(Attachment thread, long object, Elements keys, Elements values,
            Type type) {
        if (!Types.isInstance(object, Statics.DICT) && !isMapping(thread, object)) {
            throw Unfit.form(thread, object, type);
        }
        return new MapView(Ref.retaining(object), keys, values);
    }

    private static boolean isMapping(Attachment thread, long object) {
        long keys = Attributes.find(thread, object, "keys");
        long items = Attributes.find(thread, object, "items");
        long getItem = Attributes.find(thread, object, "__getitem__");
        Counts.releaseIfAny(keys);
        Counts.releaseIfAny(items);
        Counts.releaseIfAny(getItem);
        return keys != 0 && items != 0 && getItem != 0;
    }

    private static Elements values(Conversion conversion, Type type) {
        Type argument = Generics.argument(type, 1);
        if (Generics.raw(argument) == Object.class) {
            return Elements.of(conversion);
        }
        Target value = conversion.target(argument);
        return new Elements(conversion, value::convert);
    }

    /** Null keys are told of first: a TreeMap, which refuses those, takes null as a value. */
    private static RuntimeException missing(NullPointerException refused, MapView all, Type type) {
        if (all.containsKey(null)) {
            return CollectionTargets.missing(refused, "(a key)", true, type);
        }
        for (Map.Entry<@Nullable Object, @Nullable Object> each : all.entrySet()) {
            if (each.getValue() == null) {
                return CollectionTargets.missing(refused, "[" + each.getKey() + "]", true, type);
            }
        }
        return refused;
    }

    @SuppressWarnings("unchecked") // a map just made takes any entry
    private static Target concrete(Conversion conversion, Type type) {
        return copy(conversion, type,
                () -> (Map<@Nullable Object, @Nullable Object>) CollectionTargets
                        .make(Generics.raw(type)));
    }

    private static void addCopy(Conversion conversion, Class<?> type,
            Supplier<Map<@Nullable Object, @Nullable Object>> maker) {
        conversion.addTarget(type, (asked, generic) -> copy(asked, generic, maker));
    }

    private static Target copy(Conversion conversion, Type type,
            Supplier<Map<@Nullable Object, @Nullable Object>> maker) {
        Elements keys = CollectionTargets.elements(conversion, type);
        Elements values = values(conversion, type);
        return (thread, object) -> {
            MapView all = view(thread, object, keys, values, type);
            List<@Nullable Object> names = new ArrayList<>();
            List<@Nullable Object> read = new ArrayList<>();
            all.forEach((key, value) -> {
                names.add(key);
                read.add(value);
            });
            try {
                return CodeOfOthers.fill(thread, Generics.raw(type), names,
                        () -> filled(maker.get(), names, read));
            } catch (NullPointerException refused) {
                throw missing(refused, all, type);
            } catch (ClassCastException refused) {
                throw CollectionTargets.unordered(refused, type);
            }
        };
    }

    private static Object filled(Map<@Nullable Object, @Nullable Object> map,
            List<@Nullable Object> keys, List<@Nullable Object> values) {
        for (int i = 0; i < keys.size(); i++) {
            map.put(keys.get(i), values.get(i));
        }
        return map;
    }
}
