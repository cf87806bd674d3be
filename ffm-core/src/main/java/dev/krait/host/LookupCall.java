package dev.krait.host;

import dev.krait.gil.Attachment;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A look-up method of Java's collections, called by a Python key, or by a Python container of such: what misses is tried
 * in the other forms of the key, and a ClassCastException is a miss. What has a Java class of its own is taken at its
 * word.
 */
final class LookupCall {
    private static final Set<String> OF_MAPS = Set.of("get", "containsKey", "containsValue",
            "contains", "getOrDefault", "remove");
    private static final Set<String> OF_COLLECTIONS = Set.of("contains", "indexOf", "lastIndexOf",
            "remove", "removeFirstOccurrence", "removeLastOccurrence");
    private static final Set<String> OF_MANY = Set.of("containsAll", "removeAll", "retainAll");
    private final Invoker invoker;
    private final Object miss;
    private final Kind kind;

    private enum Kind {
        FIND, TAKE_OUT, TAKE_OUT_PAIR, FIND_ALL, CHOOSE_ALL
    }

    /** In the place of null, which is what a map misses with. */
    private enum Miss {
        NULL, DEFAULT
    }

    private LookupCall(Invoker invoker, Object miss, Kind kind) {
        this.invoker = invoker;
        this.miss = miss;
        this.kind = kind;
    }

    /** Null for other methods. */
    static @Nullable LookupCall of(Method method, Invoker invoker) {
        Class<?> owner = method.getDeclaringClass();
        boolean map = Map.class.isAssignableFrom(owner);
        boolean collection = !map && Collection.class.isAssignableFrom(owner);
        Set<String> names = map ? OF_MAPS : collection ? OF_COLLECTIONS : Set.of();
        if (invoker.arity() == 0 || Modifier.isStatic(method.getModifiers())) {
            return null;
        }
        String name = method.getName();
        Class<?> first = invoker.parameter(0).type();
        Class<?> result = method.getReturnType();
        if (collection && first == Collection.class && OF_MANY.contains(name)) {
            Kind kind = name.equals("containsAll") ? Kind.FIND_ALL : Kind.CHOOSE_ALL;
            return new LookupCall(invoker, false, kind);
        }
        if (!names.contains(name) || first != Object.class) {
            return null;
        }
        Kind kind = !map || !name.equals("remove")
                ? Kind.FIND
                : invoker.arity() == 1 ? Kind.TAKE_OUT : Kind.TAKE_OUT_PAIR;
        return new LookupCall(invoker, missOf(result, invoker.arity()), kind);
    }

    private static Object missOf(Class<?> result, int arity) {
        if (result == boolean.class) {
            return false;
        }
        return result == int.class ? Integer.valueOf(-1) : arity == 2 ? Miss.DEFAULT : Miss.NULL;
    }

    /** Calls with converted arguments, which came from Python objects (borrowed). */
    @Nullable
    Object call(Attachment thread, @Nullable Object target, long args, @Nullable Object[] values)
            throws Throwable {
        return switch (kind) {
            case FIND -> tried(thread, target, args, values, 0);
            case TAKE_OUT -> attempt(thread, target, keyed(thread, target, args, values));
            case TAKE_OUT_PAIR ->
                tried(thread, target, args, keyed(thread, target, args, values), 1);
            case FIND_ALL, CHOOSE_ALL ->
                attempt(thread, target, chosen(thread, target, args, values));
        };
    }

    /** As it is, and, as long as that misses, with the other forms of one argument. */
    private @Nullable Object tried(Attachment thread, @Nullable Object target, long args,
            @Nullable Object[] values, int index) throws Throwable {
        Object found = attempt(thread, target, values);
        if (!isMiss(found, values) || isOwn(args, index)) {
            return found;
        }
        for (Object other : Lookups.others(values[index])) {
            found = attempt(thread, target, with(values, index, other));
            if (!isMiss(found, values)) {
                return found;
            }
        }
        return found;
    }

    /** With the key that the map has. Null may be what is taken out, so it is asked for first. */
    private static @Nullable Object[] keyed(Attachment thread, @Nullable Object target, long args,
            @Nullable Object[] values) {
        if (isOwn(args, 0) || !(target instanceof Map<?, ?> map)) {
            return values;
        }
        Object meant = thread.outsideUnchecked(() -> Lookups.keyIn(map, values[0]));
        return meant == null ? values : with(values, 0, meant);
    }

    /** With the elements that the collection has; what it has not stays only where that is the question. */
    private @Nullable Object[] chosen(Attachment thread, @Nullable Object target, long args,
            @Nullable Object[] values) {
        if (isOwn(args, 0) || !(target instanceof Collection<?> own)
                || !(values[0] instanceof Collection<?> asked)) {
            return values;
        }
        List<@Nullable Object> copy = new ArrayList<>(asked);
        return with(values, 0, thread
                .outsideUnchecked(() -> Lookups.elementsIn(own, copy, kind == Kind.FIND_ALL)));
    }

    /** Whether an argument is a Java object. */
    private static boolean isOwn(long args, int index) {
        return Receivers.find(Natives.at(args, index)) != null;
    }

    private static @Nullable Object[] with(@Nullable Object[] values, int index,
            @Nullable Object value) {
        @Nullable
        Object[] others = values.clone();
        others[index] = value;
        return others;
    }

    private @Nullable Object attempt(Attachment thread, @Nullable Object target,
            @Nullable Object[] values) throws Throwable {
        try {
            return invoker.call(thread, target, values);
        } catch (ClassCastException otherKind) {
            return miss == Miss.NULL ? null : miss == Miss.DEFAULT ? values[1] : miss;
        }
    }

    @SuppressWarnings("ReferenceEquality") // the default is given back as it is
    private boolean isMiss(@Nullable Object found, @Nullable Object[] values) {
        return miss == Miss.NULL
                ? found == null
                : miss == Miss.DEFAULT ? found == values[1] : Objects.equals(found, miss);
    }
}
