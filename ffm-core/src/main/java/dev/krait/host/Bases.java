package dev.krait.host;

import dev.krait.gil.Attachment;
import dev.krait.ref.Counts;
import java.io.File;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SequencedCollection;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.Lock;
import java.util.stream.BaseStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.ClassUtils;
import org.jspecify.annotations.Nullable;

/** What the Python type of a class inherits: the types of its superclass and interfaces, and protocols of Python. */
final class Bases {
    /** Interfaces and classes that bring Python's protocols along, with the name host.py knows them by. */
    private static final Map<Class<?>, String> PROTOCOLS = Stream
            .of(Iterable.class, Collection.class, SequencedCollection.class, List.class, Set.class,
                    Map.class, SequencedMap.class, Map.Entry.class, Iterator.class,
                    Enumeration.class, AutoCloseable.class, Number.class, CharSequence.class,
                    BigDecimal.class, LocalDate.class, LocalTime.class, LocalDateTime.class,
                    OffsetDateTime.class, OffsetTime.class, ZonedDateTime.class, Instant.class,
                    Duration.class, UUID.class, Path.class, File.class, Optional.class,
                    OptionalInt.class, OptionalLong.class, OptionalDouble.class, BaseStream.class,
                    CompletionStage.class, Lock.class)
            .collect(Collectors.toUnmodifiableMap(type -> type, Class::getSimpleName));

    private Bases() {}

    /** What tells the shared types of lambdas and proxies apart. */
    static List<Class<?>> key(Class<?> type) {
        return List.of(type.getInterfaces());
    }

    /** The bases: owned references. */
    static long[] of(Attachment thread, Class<?> type, boolean functional) {
        List<Long> bases = new ArrayList<>();
        Class<?> above = above(type);
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
        if (ArrayBuffers.isFor(type) && (above == null || !ArrayBuffers.isFor(above))) {
            bases.add(LiveTypes.array());
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

    /** The superclass; for arrays that of the elements decides, as a String[] is an Object[]. */
    private static @Nullable Class<?> above(Class<?> type) {
        if (Proxy.isProxyClass(type)) {
            return Object.class; // as that of lambdas, whose types they share
        }
        Class<?> element = type.getComponentType();
        if (element == null || element.isPrimitive() || element == Object.class) {
            return type.getSuperclass();
        }
        Class<?> general = above(element);
        return (general == null ? Object.class : general).arrayType();
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
