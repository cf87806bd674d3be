package dev.krait.host;

import dev.krait.capi.AbstractApi;
import dev.krait.capi.Memory;
import dev.krait.capi.TypeApi;
import dev.krait.capi.TypeSpec;
import dev.krait.gil.Attachment;
import dev.krait.op.Types;
import dev.krait.ref.Counts;
import org.jspecify.annotations.Nullable;

/** The slots of methods of Java objects: one function serves all methods of a kind. C calls these methods. */
final class MethodSlots {
    private static final long COUNT_MASK = Long.MAX_VALUE; // without PY_VECTORCALL_ARGUMENTS_OFFSET
    private static long call;
    private static long callFromClass;

    private MethodSlots() {}

    /** Methods of instances: called with the instance as first argument. */
    static TypeSpec addTo(TypeSpec spec) {
        call = Upcall.words(MethodSlots.class, "call", 4);
        return spec.slot(TypeSpec.Slot.DESCRIPTOR_GET, Upcall.words(MethodSlots.class, "bind", 3));
    }

    /** Names that stand for static methods, perhaps for methods of instances too. */
    static TypeSpec addMixedTo(TypeSpec spec) {
        callFromClass = Upcall.words(MethodSlots.class, "callFromClass", 4);
        return spec.slot(TypeSpec.Slot.DESCRIPTOR_GET,
                Upcall.words(MethodSlots.class, "bindMixed", 3));
    }

    /** A descriptor for a group: owned. */
    static long newMethod(MethodGroup group) {
        return group.hasStatics()
                ? Live.newObject(LiveTypes.mixedMethod(), group, callFromClass)
                : Live.newObject(LiveTypes.method(), group, call);
    }

    static long bind(long self, long instance, long type) {
        try {
            return instance == 0 ? Counts.retain(self) : TypeApi.newMethod(self, instance);
        } catch (Throwable thrown) {
            return Upcall.fail(thrown);
        }
    }

    static long bindMixed(long self, long instance, long type) {
        Attachment thread = Upcall.enter();
        try {
            return instance == 0
                    ? Counts.retain(self)
                    : TypeApi.newMethod(ofInstances((MethodGroup) ObjectSlots.target(self)),
                            instance);
        } catch (Throwable thrown) {
            return Upcall.fail(thrown);
        } finally {
            thread.exitUpcall();
        }
    }

    static long call(long self, long args, long flaggedCount, long keywords) {
        Attachment thread = Upcall.enter();
        try {
            MethodGroup group = (MethodGroup) ObjectSlots.target(self);
            int count = (int) (flaggedCount & COUNT_MASK);
            long instance = count == 0 ? 0 : Memory.getLong(args);
            Object receiver = count == 0 ? null : Receivers.find(instance);
            if (!group.owner().isInstance(receiver)) {
                receiver = count == 0 ? null : receiver(thread, group, instance, count - 1);
                if (receiver == null) {
                    return callOfClass(thread, group, args, count, keywords);
                }
            }
            long result = keywords != 0 && group.fallback() != 0
                    ? 0
                    : group.run(thread, receiver, instance, args + Long.BYTES, count - 1,
                            refuse(group, keywords));
            return result != 0 ? result : fallBack(group, args, count, keywords);
        } catch (Throwable thrown) {
            return Upcall.fail(thrown);
        } finally {
            thread.exitUpcall();
        }
    }

    static long callFromClass(long self, long args, long flaggedCount, long keywords) {
        Attachment thread = Upcall.enter();
        try {
            MethodGroup group = (MethodGroup) ObjectSlots.target(self);
            int count = (int) (flaggedCount & COUNT_MASK);
            refuse(group, keywords);
            if (count > 0 && group.isMixed() && !group.takesStatic(thread, args, count)) {
                Object receiver = receiver(thread, group, Memory.getLong(args), count - 1);
                if (receiver != null) {
                    return group.run(thread, receiver, 0, args + Long.BYTES, count - 1, false);
                }
            }
            return group.callStatic(thread, args, count);
        } catch (Throwable thrown) {
            return Upcall.fail(thrown);
        } finally {
            thread.exitUpcall();
        }
    }

    /** The object that stands for the methods of instances among a mixed group: borrowed. */
    static long ofInstances(MethodGroup group) {
        if (group.bound() == 0) {
            group.bound(Live.newObject(LiveTypes.method(), group, call));
        }
        return group.bound();
    }

    /** What a Python value is as the instance a method is called on; null when it is none. */
    private static @Nullable Object receiver(Attachment thread, MethodGroup group, long value,
            int count) {
        Object receiver = Receivers.find(value);
        if (group.owner().isInstance(receiver)) {
            return receiver;
        }
        Object made = group.takes(count) ? Receivers.convert(thread, value, group.owner()) : null;
        PythonHandler handler = made == null ? null : Interfaces.handlerOf(made);
        if (handler != null && Types.isInstance(value, HostPython.javaInterface())) {
            handler.inherit(group.name());
        }
        return made;
    }

    /** A method of instances asked of the class itself: java.lang.Class may have one of that name. */
    private static long callOfClass(Attachment thread, MethodGroup group, long args, int count,
            long keywords) throws Throwable {
        refuse(group, keywords);
        MethodGroup ofClass = ClassMembers.group(group.name());
        if (ofClass == null) {
            throw Refusal.type(LiveTypes.nameOf(group.owner()) + "." + group.name()
                    + " needs an instance as first argument");
        }
        return ofClass.run(thread, group.owner(), 0, args, count, false);
    }

    private static boolean refuse(MethodGroup group, long keywords) {
        if (keywords != 0) {
            throw Refusal.type(group.name() + "() takes no keyword arguments");
        }
        return false;
    }

    private static long fallBack(MethodGroup group, long args, int count, long keywords) {
        return AbstractApi.vectorcall(group.fallback(), args, count, keywords);
    }
}
