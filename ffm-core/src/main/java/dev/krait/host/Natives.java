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

/** What Python asks about classes and objects. */
final class Natives {
    private static final Set<Class<?>> CONSTANTS = Set.of(java.net.URI.class,
            java.util.Locale.class, java.util.Currency.class, java.util.regex.Pattern.class);

    private Natives() {}

    /** {@code _construct(type, *args)}; None when the type is no Java class. */
    static long construct(Attachment thread, long args, int count) {
        Mirror mirror = Mirror.ofType(at(args, 0));
        if (mirror == null) {
            return Counts.retain(Statics.NONE);
        }
        if (mirror.type().isInterface() && count == 2) {
            return Interfaces.newObject(thread, List.of(mirror.type()), at(args, 1));
        }
        try {
            return mirror.constructors().callStatic(thread, args + Long.BYTES, count - 1);
        } catch (Throwable thrown) {
            throw dev.krait.raise.Raise.<RuntimeException>sneaky(thrown);
        }
    }

    /** {@code _class_member(type, name)}: a method of java.lang.Class; None when it has none. */
    static long classMember(long args) {
        Mirror mirror = Mirror.ofType(at(args, 0));
        MethodGroup group = mirror == null ? null : ClassMembers.group(Text.read(at(args, 1)));
        return group == null
                ? Counts.retain(Statics.NONE)
                : TypeApi.newMethod(MethodSlots.ofInstances(group), at(args, 0));
    }

    /** {@code _fill(type)}: makes the members of a class; whether it had none. */
    static long fill(Attachment thread, long args) {
        Mirror mirror = Mirror.ofType(at(args, 0));
        return HostPython.truth(mirror != null && mirror.fillOnce(thread));
    }

    /** {@code _set_fallback(method, function)}. */
    static long setFallback(long args) {
        ((MethodGroup) ObjectSlots.target(at(args, 0))).fallback(at(args, 1));
        return Counts.retain(Statics.NONE);
    }

    /** {@code _find_class(name)}: the type; None when there is none. */
    static long findClass(Attachment thread, long args) {
        Class<?> found = Classes.find(Text.read(at(args, 0)));
        return Counts.retain(found == null ? Statics.NONE : Mirror.of(found).python(thread));
    }

    /** {@code _is_class(name)}: makes no type of it, and calls no Python. */
    static long isClass(long args) {
        return HostPython.truth(Classes.find(Text.read(at(args, 0))) != null);
    }

    /** {@code _keeps_classes()}: whether what was found once may be kept. */
    static long keepsClasses() {
        return HostPython.truth(!Limits.areInUse());
    }

    /** {@code _is_package(name)}. */
    static long isPackage(long args) {
        return HostPython.truth(Packages.exists(Text.read(at(args, 0))));
    }

    /** {@code _package_names(package, all)}: a list. */
    static long packageNames(Attachment thread, long args) {
        return Iteration.newList(thread,
                Packages.names(Text.read(at(args, 0)), at(args, 1) == Statics.TRUE).toArray());
    }

    /** {@code _identity_hash(object)}. */
    static long identityHash(long args) {
        return Numbers.newInt(System.identityHashCode(Receivers.find(at(args, 0))));
    }

    /** {@code _same(a, b)}: whether both stand for one Java object. */
    @SuppressWarnings("ReferenceEquality") // this is the question
    static long same(long args) {
        Object one = Receivers.find(at(args, 0));
        return HostPython.truth(one != null && one == Receivers.find(at(args, 1)));
    }

    /** {@code _cast(value, type)}. */
    static long cast(Attachment thread, long args) {
        Class<?> type = classAt(args, 1);
        Object value = new Parameter(type, type).convert(thread, Host.conversion(), at(args, 0));
        if (value == null && type.isPrimitive()) {
            throw Refusal.type("None has no form as " + type);
        }
        return Live.newObject(LiveTypes.root(), new Cast(value, type), 0);
    }

    /** {@code _implement(object, *interfaces)}: a Java object that the Python object implements. */
    static long implement(Attachment thread, long args, int count) {
        List<Class<?>> interfaces = new ArrayList<>();
        for (int i = 1; i < count; i++) {
            interfaces.add(classAt(args, i));
        }
        return Interfaces.newObject(thread, interfaces, at(args, 0));
    }

    /** {@code _clone(array)}. */
    static long cloneArray(Attachment thread, long args) {
        Object array = Receivers.require(at(args, 0), Object.class);
        Object copy = Array.newInstance(array.getClass().getComponentType(),
                Array.getLength(array));
        System.arraycopy(array, 0, copy, 0, Array.getLength(array));
        return Mirror.of(copy.getClass()).newObject(thread, copy);
    }

    /** {@code _is_constant(object)}: whether copies of it are of no use, as it never changes. */
    static long isConstant(long args) {
        Object object = Receivers.find(at(args, 0));
        return HostPython.truth(object instanceof Enum<?> || object instanceof Record
                || (object != null && (object.getClass().getPackageName().startsWith("java.time")
                        || CONSTANTS.contains(object.getClass()))));
    }

    /** {@code _new_array(component, length)}. */
    static long newArray(Attachment thread, long args) {
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
