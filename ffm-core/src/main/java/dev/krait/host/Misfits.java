package dev.krait.host;

import dev.krait.capi.Layout;
import dev.krait.capi.Memory;
import dev.krait.capi.Statics;
import dev.krait.host.ArgumentKind.Sort;
import dev.krait.op.Types;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What to say when no overload, or more than one, takes the arguments. */
final class Misfits {
    private Misfits() {}

    /** OverflowError when all that is wrong is the size of a number, TypeError otherwise. */
    static Refusal noneFits(MethodGroup group, ArgumentKind[] kinds, long args) {
        String why = unusable(group);
        if (why != null) {
            return Refusal.type(why);
        }
        List<Overload> all = group.overloads();
        String text = (isConstructor(group) ? "no constructor of " : "no ") + name(group)
                + " takes (" + given(args, kinds.length) + "); there "
                + (all.isEmpty() ? "is none to be called" : "are:" + list(all));
        ArgumentKind[] small = small(kinds);
        boolean overflow = all.stream().noneMatch(each -> each.score(kinds) >= 0)
                && all.stream().anyMatch(each -> each.score(small) >= 0);
        if (isConstructor(group) && isInner(group.owner())) {
            text += "\n" + LiveTypes.nameOf(group.owner())
                    + " is an inner class: the object that it belongs to comes first";
        }
        text += notImplemented(all, kinds);
        return overflow ? Refusal.overflow("out of range: " + text) : Refusal.type(text);
    }

    static Refusal ambiguous(MethodGroup group, List<Overload> equals, int count, long args) {
        return Refusal.type("a call of " + name(group) + " with (" + given(args, count)
                + ") is ambiguous; krait.cast(argument, type) chooses between:" + list(equals));
    }

    /** Why a class has no instances to be made; null when it has, or when this is no constructor. */
    private static @Nullable String unusable(MethodGroup group) {
        Class<?> type = group.owner();
        if (!isConstructor(group) || !group.overloads().isEmpty()) {
            return null;
        }
        String name = LiveTypes.nameOf(type);
        if (type.isInterface()) {
            return name + " is an interface: call it with one Python object that implements it, or"
                    + " derive a Python class from it";
        }
        if (type.isEnum()) {
            return name + " is an enum: " + type.getSimpleName()
                    + "['NAME'] is its constant of that name";
        }
        return name + (Modifier.isAbstract(type.getModifiers())
                ? " is abstract: it has no instances of its own"
                : Access.isOpen(type)
                        ? " has no public constructor"
                        : " is no public class: it cannot be constructed");
    }

    /** Says that a function cannot stand for an abstract class, where that is what is wanted. */
    private static String notImplemented(List<Overload> all, ArgumentKind[] kinds) {
        for (int i = 0; i < kinds.length; i++) {
            for (Overload each : all) {
                Class<?>[] types = each.executable().getParameterTypes();
                if (kinds[i].sort() == Sort.CALLABLE && i < types.length && !types[i].isInterface()
                        && !types[i].isPrimitive() && !types[i].isArray()
                        && Modifier.isAbstract(types[i].getModifiers())) {
                    return "\nPython implements interfaces only, and " + LiveTypes.nameOf(types[i])
                            + " is an abstract class";
                }
            }
        }
        return "";
    }

    private static boolean isInner(Class<?> type) {
        return type.isMemberClass() && !Modifier.isStatic(type.getModifiers());
    }

    private static boolean isConstructor(MethodGroup group) {
        return group.isConstructor();
    }

    private static String name(MethodGroup group) {
        String owner = LiveTypes.nameOf(group.owner());
        return isConstructor(group) ? owner : owner + "." + group.name();
    }

    private static String list(List<Overload> overloads) {
        return overloads.stream().map(each -> "\n    " + each).collect(Collectors.joining());
    }

    /** The types of arguments as a Python programmer names them. */
    private static String given(long args, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            long argument = Memory.getLong(args + (long) i * Long.BYTES);
            Object java = Receivers.find(argument);
            text.append(i == 0 ? "" : ", ").append(argument == Statics.NONE
                    ? "None"
                    : java == null
                            ? Types.name(Layout.typeOf(argument))
                            : LiveTypes.nameOf(
                                    java instanceof Cast cast ? cast.type() : java.getClass()));
        }
        return text.toString();
    }

    /** The same kinds, if all integers were small. */
    private static ArgumentKind[] small(ArgumentKind[] kinds) {
        ArgumentKind[] small = kinds.clone();
        for (int i = 0; i < small.length; i++) {
            switch (small[i].sort()) {
                case SHORT, CHAR, INT, LONG, BIG -> small[i] = ArgumentKind.plain(Sort.BYTE);
                default -> {
                    // stays
                }
            }
        }
        return small;
    }
}
