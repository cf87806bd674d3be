package dev.krait.host;

import dev.krait.capi.Layout;
import dev.krait.capi.Memory;
import dev.krait.capi.TypeApi;
import dev.krait.capi.TypeSpec;
import dev.krait.gil.Attachment;
import dev.krait.op.Attributes;
import dev.krait.op.Calls;
import dev.krait.op.Items;
import dev.krait.op.Names;
import dev.krait.op.Text;
import dev.krait.ref.Counts;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The Python type of one Java class: made when first needed, its members when there is a first instance or the class
 * itself is asked for. Lambdas and proxies of the same interfaces share one. Guarded by the GIL.
 */
final class Mirror {
    private static final Map<Shape, Mirror> SHARED = new ConcurrentHashMap<>();
    private static final ClassValue<Mirror> MIRRORS = new ClassValue<>() {
        @Override
        protected Mirror computeValue(Class<?> type) {
            return type.isHidden() || Proxy.isProxyClass(type)
                    ? SHARED.computeIfAbsent(new Shape(Bases.key(type), isFunction(type)),
                            _ -> new Mirror(type))
                    : new Mirror(type);
        }
    };
    private static final Map<Long, Mirror> BY_TYPE = new HashMap<>();
    private final Class<?> type;
    private final boolean functional;
    private long python;
    private long newFunction;
    private boolean filled;
    /** Who makes the members: others that come meanwhile make them too, rather than go without. */
    private @Nullable Attachment filler;
    private @Nullable MethodGroup constructors;

    /** What lambdas and proxies that share a type have in common: a proxy is a function for fewer interfaces. */
    private record Shape(List<Class<?>> interfaces, boolean functional) {}

    private Mirror(Class<?> type) {
        this.type = type;
        functional = isFunction(type);
    }

    private static boolean isFunction(Class<?> type) {
        return !type.isInterface() && (Sam.of(type) != null || KeywordCalls.isFor(type));
    }

    /** That of a class. */
    static Mirror of(Class<?> type) {
        return MIRRORS.get(type);
    }

    /** The one whose Python type this is; null for other types. */
    static @Nullable Mirror ofType(long type) {
        return BY_TYPE.get(type);
    }

    /** The Java interfaces among the bases of a Python type (borrowed), the specific ones. */
    static List<Class<?>> interfacesOf(long type) {
        List<Class<?>> found = new ArrayList<>();
        long order = Memory.getLong(type + Layout.TYPE_MRO);
        for (int i = 0; i < Items.tupleSize(order); i++) {
            Mirror mirror = BY_TYPE.get(Items.ofTuple(order, i));
            if (mirror != null && mirror.type.isInterface()
                    && found.stream().noneMatch(mirror.type::isAssignableFrom)) {
                found.add(mirror.type);
            }
        }
        return found;
    }

    Class<?> type() {
        return type;
    }

    /** The type with its members: borrowed, kept for ever. */
    @SuppressWarnings("ReferenceEquality") // this very thread, which makes them at this moment
    long python(Attachment thread) {
        if (!filled && filler != thread) {
            fill(thread);
        }
        return python;
    }

    /** {@code __new__} of the type, looked up once: borrowed, kept for ever like the type. */
    long newFunction(Attachment thread) {
        if (newFunction == 0) {
            newFunction = Attributes.get(thread, python(thread), "__new__");
        }
        return newFunction;
    }

    /** Makes the members unless that was done; whether it was not. */
    @SuppressWarnings("ReferenceEquality") // this very thread
    boolean fillOnce(Attachment thread) {
        boolean bare = !filled && filler != thread;
        python(thread);
        return bare;
    }

    /** A live object for an instance: owned. */
    long newObject(Attachment thread, Object value) {
        return Live.newObject(python(thread), value, functional ? CallableSlots.function() : 0);
    }

    /** The constructors as overloads of one method. */
    MethodGroup constructors() {
        MethodGroup known = constructors;
        if (known == null) {
            known = MethodGroup.ofConstructors(type);
            constructors = known;
        }
        return known;
    }

    /** The type, perhaps without members: borrowed. */
    long bare(Attachment thread) {
        if (python == 0) {
            long[] bases = Bases.of(thread, type, functional);
            long made = newType(thread, bases);
            if (python == 0) {
                python = made;
                BY_TYPE.put(made, this);
            } else {
                Counts.release(made); // another thread was faster while Python code ran
            }
        }
        return python;
    }

    private long newType(Attachment thread, long[] bases) {
        long[] parts = {Text.newText(thread, simpleName()), Text.newText(thread, packageName()),
                Items.newTuple(bases), protocols(thread),
                Live.newObject(LiveTypes.root(), type, 0)};
        long arguments = Items.newTuple(parts);
        try {
            long made = Calls.call(thread, HostPython.newType(), arguments);
            if (TypeApi.isSubtype(made, LiveTypes.root()) != 0) {
                TypeSpec.disableCollector(made);
            }
            if (functional) {
                TypeSpec.enableVectorcall(made);
            }
            return made;
        } finally {
            Counts.release(arguments);
        }
    }

    /** That of the elements; primitive types are in none. */
    private String packageName() {
        Class<?> element = type;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        return element.isPrimitive() ? "" : element.getPackageName();
    }

    private String simpleName() {
        if (type.isHidden() || Proxy.isProxyClass(type)) {
            return Bases.key(type).stream().map(Class::getSimpleName).findFirst().orElse("Object");
        }
        String full = LiveTypes.nameOf(type);
        String inPackage = packageName() + ".";
        return full.startsWith(inPackage) ? full.substring(inPackage.length()) : full;
    }

    private long protocols(Attachment thread) {
        return Items.newTuple(Bases.protocols(type).stream()
                .mapToLong(name -> Names.newName(thread, name)).toArray());
    }

    private void fill(Attachment thread) {
        long bare = bare(thread);
        filler = thread;
        long members = Members.newDict(thread, type);
        long protocols = Items.newTuple(Bases.allProtocols(type).stream()
                .mapToLong(name -> Names.newName(thread, name)).toArray());
        long arguments = Items.newTuple(Counts.retain(bare), members, protocols);
        try {
            Counts.release(Calls.call(thread, HostPython.fill(), arguments));
            filled = true; // Python code ran, and other threads with it
        } finally {
            filler = null;
            Counts.release(arguments);
        }
    }
}
