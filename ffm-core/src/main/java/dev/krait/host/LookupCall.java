package dev.krait.host;

import dev.krait.capi.Memory;
import dev.krait.gil.Attachment;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A look-up method of Java's collections, called by a Python key: what misses is tried in the other forms of the key, and
 * a ClassCastException is a miss. A key with a Java class of its own is taken at its word.
 */
final class LookupCall {
    private static final Set<String> OF_MAPS = Set.of("get", "containsKey", "containsValue",
            "contains", "getOrDefault", "remove");
    private static final Set<String> OF_COLLECTIONS = Set.of("contains", "indexOf", "lastIndexOf",
            "remove", "removeFirstOccurrence", "removeLastOccurrence");
    private final Invoker invoker;
    private final Object miss;
    private final boolean takesOut;

    /** In the place of null, which is what a map misses with. */
    private enum Miss {
        NULL, DEFAULT
    }

    private LookupCall(Invoker invoker, Object miss, boolean takesOut) {
        this.invoker = invoker;
        this.miss = miss;
        this.takesOut = takesOut;
    }

    /** Null for other methods. */
    static @Nullable LookupCall of(Method method, Invoker invoker) {
        Class<?> owner = method.getDeclaringClass();
        boolean map = Map.class.isAssignableFrom(owner);
        Set<String> names = map
                ? OF_MAPS
                : Collection.class.isAssignableFrom(owner) ? OF_COLLECTIONS : Set.of();
        boolean fits = names.contains(method.getName()) && invoker.arity() > 0
                && invoker.parameter(0).type() == Object.class
                && !Modifier.isStatic(method.getModifiers());
        if (!fits) {
            return null;
        }
        Class<?> result = method.getReturnType();
        boolean takesOut = map && result != boolean.class && method.getName().equals("remove");
        return new LookupCall(invoker, missOf(result, invoker.arity()), takesOut);
    }

    private static Object missOf(Class<?> result, int arity) {
        if (result == boolean.class) {
            return false;
        }
        return result == int.class ? Integer.valueOf(-1) : arity == 2 ? Miss.DEFAULT : Miss.NULL;
    }

    /** Calls with converted arguments; the first came from a Python object (borrowed). */
    @Nullable
    Object call(Attachment thread, @Nullable Object target, long args, @Nullable Object[] values)
            throws Throwable {
        Object key = values[0];
        if (takesOut && !isOwn(args) && target instanceof Map<?, ?> map) {
            // null may be what was taken out: so ask for the key first
            Object meant = thread.outsideUnchecked(() -> Lookups.keyIn(map, key));
            return attempt(thread, target, with(values, meant == null ? key : meant));
        }
        Object found = attempt(thread, target, values);
        if (!isMiss(found, values) || isOwn(args)) {
            return found;
        }
        for (Object other : Lookups.others(key)) {
            found = attempt(thread, target, with(values, other));
            if (!isMiss(found, values)) {
                return found;
            }
        }
        return found;
    }

    /** Whether the key is a Java object. */
    private static boolean isOwn(long args) {
        return Receivers.find(Memory.getLong(args)) != null;
    }

    private static @Nullable Object[] with(@Nullable Object[] values, @Nullable Object key) {
        @Nullable
        Object[] others = values.clone();
        others[0] = key;
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
