package dev.krait.host;

import dev.krait.capi.Memory;
import dev.krait.capi.Statics;
import dev.krait.capi.TypeApi;
import dev.krait.gil.Attachment;
import dev.krait.gil.Limits;
import dev.krait.op.Numbers;
import dev.krait.op.Text;
import dev.krait.ref.Counts;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The functions that {@code host.py} finds under names with an underscore. */
final class Natives {
    private static final Set<Class<?>> CONSTANTS = Set.of(java.net.URI.class,
            java.util.Locale.class, java.util.Currency.class, java.util.regex.Pattern.class);

    private Natives() {}

    static void define(Attachment thread) {
        HostPython.define(thread, "JavaObject", LiveTypes.root());
        HostPython.define(thread, "JavaMethod", LiveTypes.method());
        HostPython.define(thread, "JavaStaticMethod", LiveTypes.mixedMethod());
        HostPython.define(thread, "JavaAttribute", LiveTypes.attribute());
        HostPython.define(thread, "_construct", Natives::construct);
        HostPython.define(thread, "_class_member", Natives::classMember);
        HostPython.define(thread, "_fill", Natives::fill);
        HostPython.define(thread, "_set_fallback", Natives::setFallback);
        HostPython.define(thread, "_find_class", Natives::findClass);
        HostPython.define(thread, "_keeps_classes",
                (_, _, _) -> HostPython.truth(!Limits.areInUse()));
        HostPython.define(thread, "_same", Natives::same);
        HostPython.define(thread, "_identity_hash", (_, args, _) -> Numbers
                .newInt(System.identityHashCode(Receivers.find(at(args, 0)))));
        HostPython.define(thread, "_cast", Natives::cast);
        HostPython.define(thread, "_is_package",
                (_, args, _) -> HostPython.truth(Packages.exists(Text.read(at(args, 0)))));
        HostPython.define(thread, "_package_names", (caller, args, _) -> Iteration.newList(caller,
                Packages.names(Text.read(at(args, 0)), at(args, 1) == Statics.TRUE).toArray()));
        HostPython.define(thread, "_is_constant",
                (_, args, _) -> HostPython.truth(isConstant(Receivers.find(at(args, 0)))));
        HostPython.define(thread, "_parts", RecordNatives::parts);
        HostPython.define(thread, "_clone", Natives::cloneArray);
        Descriptions.define(thread);
        HostPython.define(thread, "_frames", ThrowableNatives::frames);
        HostPython.define(thread, "_carrier", ThrowableNatives::carrier);
        HostPython.define(thread, "_init_cause", ThrowableNatives::initCause);
        HostPython.define(thread, "_implement", Natives::implement);
        HostPython.define(thread, "_new_array", Natives::newArray);
        Monitors.define(thread);
    }

    /** {@code _construct(type, *args)}; None when the type is no Java class. */
    private static long construct(Attachment thread, long args, int count) {
        Mirror mirror = Mirror.ofType(at(args, 0));
        if (mirror == null) {
            return Counts.retain(Statics.NONE);
        }
        if (mirror.type().isInterface() && count == 2) {
            return newImplementation(thread, List.of(mirror.type()), at(args, 1));
        }
        try {
            return mirror.constructors().callStatic(thread, args + Long.BYTES, count - 1);
        } catch (Throwable thrown) {
            throw dev.krait.raise.Raise.<RuntimeException>sneaky(thrown);
        }
    }

    /** {@code _class_member(type, name)}: a method of java.lang.Class; None when it has none. */
    private static long classMember(Attachment thread, long args, int count) {
        Mirror mirror = Mirror.ofType(at(args, 0));
        MethodGroup group = mirror == null ? null : ClassMembers.group(Text.read(at(args, 1)));
        return group == null
                ? Counts.retain(Statics.NONE)
                : TypeApi.newMethod(MethodSlots.ofInstances(group), at(args, 0));
    }

    /** {@code _fill(type)}: makes the members of a class; whether it had none. */
    private static long fill(Attachment thread, long args, int count) {
        Mirror mirror = Mirror.ofType(at(args, 0));
        return HostPython.truth(mirror != null && mirror.fillOnce(thread));
    }

    /** {@code _set_fallback(method, function)}. */
    private static long setFallback(Attachment thread, long args, int count) {
        ((MethodGroup) ObjectSlots.target(at(args, 0))).fallback(at(args, 1));
        return Counts.retain(Statics.NONE);
    }

    /** {@code _find_class(name)}: the type; None when there is none. */
    private static long findClass(Attachment thread, long args, int count) {
        Class<?> found = Classes.find(Text.read(at(args, 0)));
        return Counts.retain(found == null ? Statics.NONE : Mirror.of(found).python(thread));
    }

    /** {@code _same(a, b)}: whether both stand for one Java object. */
    @SuppressWarnings("ReferenceEquality") // this is the question
    private static long same(Attachment thread, long args, int count) {
        Object one = Receivers.find(at(args, 0));
        return HostPython.truth(one != null && one == Receivers.find(at(args, 1)));
    }

    /** {@code _cast(value, type)}. */
    private static long cast(Attachment thread, long args, int count) {
        Class<?> type = classAt(args, 1);
        Object value = new Parameter(type, type).convert(thread, Host.conversion(), at(args, 0));
        if (value == null && type.isPrimitive()) {
            throw Refusal.type("None has no form as " + type);
        }
        return Live.newObject(LiveTypes.root(), new Cast(value, type), 0);
    }

    /** {@code _implement(object, *interfaces)}: a Java object that the Python object implements. */
    private static long implement(Attachment thread, long args, int count) {
        List<Class<?>> interfaces = new ArrayList<>();
        for (int i = 1; i < count; i++) {
            interfaces.add(classAt(args, i));
        }
        return newImplementation(thread, interfaces, at(args, 0));
    }

    private static long newImplementation(Attachment thread, List<Class<?>> interfaces,
            long object) {
        for (Class<?> each : interfaces) {
            if (!each.isInterface()) {
                throw Refusal.type(LiveTypes.nameOf(each) + " is no interface");
            }
        }
        Object made = Interfaces.implement(Host.conversion(), interfaces, object);
        return Mirror.of(made.getClass()).newObject(thread, made);
    }

    /** {@code _clone(array)}. */
    private static long cloneArray(Attachment thread, long args, int count) {
        Object array = Receivers.require(at(args, 0), Object.class);
        Object copy = Array.newInstance(array.getClass().getComponentType(),
                Array.getLength(array));
        System.arraycopy(array, 0, copy, 0, Array.getLength(array));
        return Mirror.of(copy.getClass()).newObject(thread, copy);
    }

    /** Whether copies of an object are of no use, as it never changes. */
    private static boolean isConstant(@Nullable Object object) {
        return object instanceof Enum<?> || object instanceof Record
                || (object != null && (object.getClass().getPackageName().startsWith("java.time")
                        || CONSTANTS.contains(object.getClass())));
    }

    /** {@code _new_array(component, length)}. */
    private static long newArray(Attachment thread, long args, int count) {
        int length = Numbers.read(thread, at(args, 1)).intValue();
        Object array = Array.newInstance(classAt(args, 0), length);
        return Mirror.of(array.getClass()).newObject(thread, array);
    }

    private static Class<?> classAt(long args, int index) {
        Mirror mirror = Mirror.ofType(at(args, index));
        if (mirror == null) {
            throw Refusal.type("argument " + (index + 1) + " must be a Java class");
        }
        return mirror.type();
    }

    /** An index of Python as one of Java: negative ones count from the end. */
    static int position(long index, int size, String what) {
        long at = index < 0 ? index + size : index;
        if (at < 0 || at >= size) {
            throw Refusal.index(what + " index out of range");
        }
        return (int) at;
    }

    static long at(long args, int index) {
        return Memory.getLong(args + (long) index * Long.BYTES);
    }
}
