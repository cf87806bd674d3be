package dev.krait.host;

import dev.krait.capi.Layout;
import dev.krait.capi.Statics;
import dev.krait.convert.Conversion;
import dev.krait.gil.Attachment;
import dev.krait.op.Numbers;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The parts of Python's protocols that must be fast, as methods that {@code host.py} gives to types. */
final class Protocols {
    private static final Set<Class<?>> PLAIN = Set.of(ArrayList.class, HashMap.class,
            LinkedHashMap.class, List.of().getClass(), List.of(1).getClass(), Map.of().getClass(),
            Map.of(1, 1).getClass());

    private Protocols() {}

    static long isChunked(long args) {
        return HostPython.truth(Iteration.isChunked(self(args)));
    }

    static long iterate(Attachment thread, long args) {
        return Iteration.newIterator(thread, self(args));
    }

    static long iteratePairs(Attachment thread, long args) {
        return Iteration.newPairs(thread, (Map<?, ?>) self(args));
    }

    static long mapHas(Attachment thread, long args) {
        return HostPython
                .truth(blocking(thread, Lookups::has, (Map<?, ?>) self(args), key(thread, args)));
    }

    static long has(Attachment thread, long args) {
        return HostPython.truth(
                blocking(thread, Lookups::has, (Collection<?>) self(args), key(thread, args)));
    }

    /** The Java object a method is called on. */
    static Object self(long args) {
        return Receivers.require(Natives.at(args, 0), Object.class);
    }

    private static @Nullable Object key(Attachment thread, long args) {
        return Host.conversion().toJava(thread, Natives.at(args, 1));
    }

    static long next(Attachment thread, long args) {
        long element = Iteration.next(thread, (Iterator<?>) self(args));
        if (element == 0) {
            Raise.setPending(Statics.STOP_ITERATION, Statics.NONE);
        }
        return element;
    }

    static long size(Attachment thread, long args) {
        Object self = self(args);
        return Numbers.newInt(switch (self) {
            case Collection<?> collection ->
                keepsGil(self) ? collection.size() : blocking(thread, collection::size);
            case Map<?, ?> map -> keepsGil(self) ? map.size() : blocking(thread, map::size);
            case CharSequence text -> blocking(thread, text::length);
            default -> Array.getLength(self);
        });
    }

    static long listGet(Attachment thread, long args) {
        List<?> list = (List<?>) self(args);
        long index = index(thread, args);
        boolean plain = keepsGil(list);
        int size = plain ? list.size() : blocking(thread, list::size);
        int at = Natives.position(index, size, "list");
        Conversion conversion = Host.conversion();
        return conversion.toPython(thread,
                plain ? list.get(at) : blocking(thread, () -> list.get(at)));
    }

    private static long index(Attachment thread, long args) {
        long object = Natives.at(args, 1);
        if (Layout.typeOf(object) != Statics.LONG) {
            throw Refusal.type("indices must be integers or slices");
        }
        return Numbers.read(thread, object).longValue();
    }

    static long mapGet(Attachment thread, long args) {
        Map<?, ?> map = (Map<?, ?>) self(args);
        Object key = key(thread, args);
        Object value = keepsGil(map) && (key instanceof String || key instanceof Number)
                ? map.get(key)
                : blocking(thread, () -> value(map, key));
        if (value == null && !blocking(thread, () -> Lookups.has(map, key))) {
            Raise.setPending(Statics.KEY_ERROR, Natives.at(args, 1));
            return 0;
        }
        return Host.conversion().toPython(thread,
                value != null ? value : blocking(thread, () -> map.get(Lookups.keyIn(map, key))));
    }

    private static @Nullable Object value(Map<?, ?> map, @Nullable Object key) {
        try {
            return map.get(key);
        } catch (ClassCastException | NullPointerException miss) {
            return null;
        }
    }

    /** The Java key that a Python key means in a map; KeyError when it has none. */
    static long mapKey(Attachment thread, long args) {
        Map<?, ?> map = (Map<?, ?>) self(args);
        Object key = key(thread, args);
        if (!blocking(thread, () -> Lookups.has(map, key))) {
            Raise.setPending(Statics.KEY_ERROR, Natives.at(args, 1));
            return 0;
        }
        return boxed(blocking(thread, () -> Lookups.keyIn(map, key)));
    }

    /** The Java element that a Python value means in a collection; KeyError when it has none. */
    static long element(Attachment thread, long args) {
        Collection<?> collection = (Collection<?>) self(args);
        Object key = key(thread, args);
        if (!blocking(thread, () -> Lookups.has(collection, key))) {
            Raise.setPending(Statics.KEY_ERROR, Natives.at(args, 1));
            return 0;
        }
        return boxed(blocking(thread, () -> Lookups.elementIn(collection, key)));
    }

    /** A value that reaches an Object parameter with its Java width. */
    private static long boxed(@Nullable Object value) {
        return Live.newObject(LiveTypes.root(), new Cast(value, Object.class), 0);
    }

    static long arrayGet(Attachment thread, long args) {
        Object array = self(args);
        int at = Natives.position(index(thread, args), Array.getLength(array), "array");
        return Host.conversion().toPython(thread, Array.get(array, at));
    }

    static long arraySet(Attachment thread, long args) {
        Object array = self(args);
        int at = Natives.position(index(thread, args), Array.getLength(array), "array");
        Class<?> component = array.getClass().getComponentType();
        Object value = new Parameter(component, component).convert(thread, Host.conversion(),
                Natives.at(args, 2));
        if (value == null && component.isPrimitive()) {
            throw Refusal.type("None has no form as " + component);
        }
        Array.set(array, at, value);
        return Counts.retain(Statics.NONE);
    }

    /** Collections whose look-ups neither block nor call back for plain keys. */
    private static boolean keepsGil(Object collection) {
        return PLAIN.contains(collection.getClass());
    }

    private static <T extends @Nullable Object> T blocking(Attachment thread, Supplier<T> code) {
        return thread.outsideUnchecked(code::get);
    }

    private static <A, B extends @Nullable Object> boolean blocking(Attachment thread,
            java.util.function.BiPredicate<A, B> code, A first, B second) {
        return thread.outsideUnchecked(() -> code.test(first, second));
    }
}
