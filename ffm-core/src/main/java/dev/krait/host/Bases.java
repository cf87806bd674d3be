package dev.krait.host;

import dev.krait.gil.Attachment;
import dev.krait.ref.Counts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.BaseStream;
import org.apache.commons.lang3.ClassUtils;
import org.jspecify.annotations.Nullable;

/** What the Python type of a class inherits: the types of its superclass and interfaces, and protocols of Python. */
final class Bases {
    /** Interfaces and classes that bring Python's protocols along, with the name host.py knows them by. */
    private static final Map<Class<?>, String> PROTOCOLS = Map.ofEntries(
            Map.entry(Iterable.class, "Iterable"),
            Map.entry(java.util.Collection.class, "Collection"), Map.entry(List.class, "List"),
            Map.entry(java.util.Set.class, "Set"), Map.entry(Map.class, "Map"),
            Map.entry(Map.Entry.class, "Entry"), Map.entry(java.util.Iterator.class, "Iterator"),
            Map.entry(java.util.Enumeration.class, "Enumeration"),
            Map.entry(BaseStream.class, "Stream"), Map.entry(AutoCloseable.class, "AutoCloseable"),
            Map.entry(Number.class, "Number"), Map.entry(CharSequence.class, "CharSequence"),
            Map.entry(java.util.concurrent.Future.class, "Future"),
            Map.entry(java.util.concurrent.CompletionStage.class, "CompletionStage"));

    private Bases() {}

    /** What tells the shared types of lambdas and proxies apart. */
    static List<Class<?>> key(Class<?> type) {
        return List.of(type.getInterfaces());
    }

    /** The bases: owned references. */
    static long[] of(Attachment thread, Class<?> type, boolean functional) {
        List<Long> bases = new ArrayList<>();
        Class<?> above = type.getSuperclass();
        if (type == Object.class) {
            bases.add(LiveTypes.root());
        } else if (type == Throwable.class) {
            bases.add(HostPython.throwable());
        } else if (above != null) {
            bases.add(Mirror.of(above).bare(thread));
        }
        if (functional && !isCallable(above)) {
            bases.add(LiveTypes.callable());
        }
        for (Class<?> each : type.getInterfaces()) {
            if (isNew(each, type, above)) {
                bases.add(Mirror.of(each).bare(thread));
            }
        }
        if (bases.isEmpty()) {
            bases.add(HostPython.javaInterface());
        }
        return bases.stream().mapToLong(Counts::retain).toArray();
    }

    /** The protocols that a class has and its superclass has not; for an interface its own one. */
    static List<String> protocols(Class<?> type) {
        List<String> names = new ArrayList<>();
        for (Class<?> each : supertypes(type)) {
            String name = PROTOCOLS.get(each);
            Class<?> above = type.getSuperclass();
            if (name != null && (above == null || !each.isAssignableFrom(above))
                    && (!type.isInterface() || each == type)) {
                names.add(name);
            }
        }
        if (type.isArray()) {
            names.add("Array");
        }
        return names.reversed();
    }

    /** All protocols a class has, general ones first. */
    static List<String> allProtocols(Class<?> type) {
        List<String> names = new ArrayList<>();
        supertypes(type).stream().map(PROTOCOLS::get).filter(Objects::nonNull).distinct()
                .forEach(names::add);
        if (type.isArray()) {
            names.add("Array");
        }
        return names.reversed();
    }

    private static List<Class<?>> supertypes(Class<?> type) {
        List<Class<?>> all = new ArrayList<>();
        all.add(type);
        all.addAll(ClassUtils.getAllSuperclasses(type));
        all.addAll(ClassUtils.getAllInterfaces(type));
        // specific ones first, whatever the order of declaration
        List<Class<?>> sorted = new ArrayList<>();
        for (Class<?> each : all) {
            int at = 0;
            while (at < sorted.size() && !sorted.get(at).isAssignableFrom(each)) {
                at++;
            }
            sorted.add(at, each);
        }
        return sorted;
    }

    private static boolean isNew(Class<?> candidate, Class<?> type, @Nullable Class<?> above) {
        if (above != null && candidate.isAssignableFrom(above)) {
            return false;
        }
        for (Class<?> other : type.getInterfaces()) {
            if (other != candidate && candidate.isAssignableFrom(other)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCallable(@Nullable Class<?> type) {
        return type != null && (Sam.of(type) != null || KeywordCalls.isFor(type));
    }
}
