package dev.krait.convert.target;

import dev.krait.convert.Conversion;
import dev.krait.convert.Generics;
import dev.krait.convert.Target;
import dev.krait.convert.Unfit;
import dev.krait.convert.view.Elements;
import dev.krait.error.ConversionException;
import dev.krait.gil.Attachment;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Queue;
import java.util.SequencedCollection;
import java.util.SequencedSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.commons.lang3.reflect.ConstructorUtils;
import org.jspecify.annotations.Nullable;

/** List, Set and Collection as live views with elements of the type asked for; classes of collections as copies. */
final class CollectionTargets {
    private CollectionTargets() {}

    @SuppressWarnings("unchecked") // which enum is known only now
    static void addTo(Conversion conversion) {
        conversion.addTarget(CollectionTargets::isConcrete, CollectionTargets::concrete);
        conversion.addTarget(List.class, CollectionTargets::list);
        conversion.addTarget(SequencedCollection.class, CollectionTargets::list);
        conversion.addTarget(Collection.class, CollectionTargets::collection);
        conversion.addTarget(Set.class, CollectionTargets::set);
        conversion.addTarget(EnumSet.class, (asked, type) -> copy(asked, type,
                () -> EnumSet.noneOf(constants(type, EnumSet.class))));
        addCopy(conversion, SortedSet.class, TreeSet::new);
        addCopy(conversion, NavigableSet.class, TreeSet::new);
        addCopy(conversion, SequencedSet.class, java.util.LinkedHashSet::new);
        addCopy(conversion, Queue.class, ArrayDeque::new);
        addCopy(conversion, Deque.class, ArrayDeque::new);
    }

    /** Elements of the type's first argument. */
    static Elements elements(Conversion conversion, Type type) {
        Type argument = Generics.argument(type, 0);
        if (Generics.raw(argument) == Object.class) {
            return Elements.of(conversion);
        }
        Target element = conversion.target(argument);
        return new Elements(conversion, element::convert);
    }

    /** The enum whose constants a collection is for, which has to be known. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // which enum is known only now
    static Class<Enum> constants(Type type, Class<?> collection) {
        Class<?> constants = Generics.raw(Generics.argument(type, 0));
        if (!constants.isEnum()) {
            throw new ConversionException("which enum a " + collection.getSimpleName()
                    + " is for must be told: new TypeRef<" + collection.getSimpleName()
                    + "<...>>() {}");
        }
        return (Class<Enum>) constants;
    }

    static boolean isConcrete(Class<?> type, Class<?> of) {
        return of.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())
                && ConstructorUtils.getAccessibleConstructor(type) != null;
    }

    static Object make(Class<?> type) {
        try {
            return ConstructorUtils.invokeConstructor(type);
        } catch (ReflectiveOperationException refused) {
            throw new IllegalStateException("cannot make a " + type.getName(), refused);
        }
    }

    private static boolean isConcrete(Class<?> type) {
        return isConcrete(type, Collection.class);
    }

    private static Target list(Conversion conversion, Type type) {
        Elements elements = elements(conversion, type);
        return (thread, object) -> {
            if (Sources.isSet(object) && !Sources.isOfDict(object)) {
                throw Unfit.form(thread, object, type);
            }
            return Sources.list(thread, object, elements, type);
        };
    }

    private static Target collection(Conversion conversion, Type type) {
        Elements elements = elements(conversion, type);
        return (thread, object) -> any(thread, object, elements, type);
    }

    private static Target set(Conversion conversion, Type type) {
        Elements elements = elements(conversion, type);
        return (thread, object) -> {
            if (!Sources.isSet(object)) {
                throw Unfit.form(thread, object, type);
            }
            return Sources.set(object, elements);
        };
    }

    static Collection<@Nullable Object> any(Attachment thread, long object, Elements elements,
            Type type) {
        return Sources.isSet(object)
                ? Sources.set(object, elements)
                : Sources.list(thread, object, elements, type);
    }

    @SuppressWarnings("unchecked") // a collection just made takes any element
    private static Target concrete(Conversion conversion, Type type) {
        return copy(conversion, type,
                () -> (Collection<@Nullable Object>) make(Generics.raw(type)));
    }

    /** What a collection or map without nulls says of one; another error stays what it is. */
    static RuntimeException missing(NullPointerException refused, String place, boolean isNull,
            Type type) {
        return isNull ? Unfit.range("None", type).in(place) : refused;
    }

    /** What a sorted collection or map says of elements or keys that cannot be compared. */
    static ConversionException unordered(ClassCastException refused, Type type) {
        return new ConversionException(
                "what " + type.getTypeName() + " sorts has no order: " + refused.getMessage());
    }

    private static void addCopy(Conversion conversion, Class<?> type,
            Supplier<Collection<@Nullable Object>> maker) {
        conversion.addTarget(type, (asked, generic) -> copy(asked, generic, maker));
    }

    private static Target copy(Conversion conversion, Type type,
            Supplier<Collection<@Nullable Object>> maker) {
        Elements elements = elements(conversion, type);
        return (thread, object) -> {
            List<@Nullable Object> all = new ArrayList<>(any(thread, object, elements, type));
            try {
                return CodeOfOthers.fill(thread, Generics.raw(type), all, () -> {
                    Collection<@Nullable Object> copy = maker.get();
                    copy.addAll(all);
                    return copy;
                });
            } catch (NullPointerException refused) {
                throw missing(refused, "[" + all.indexOf(null) + "]", all.contains(null), type);
            } catch (ClassCastException refused) {
                throw unordered(refused, type);
            }
        };
    }
}
