package dev.krait.host;

import dev.krait.gil.Attachment;
import java.lang.reflect.AccessFlag;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** A member that is not public, or that the class filter refuses: there only to say so. */
record HiddenAttribute(java.lang.reflect.Member member) implements Attribute {
    /** The members that a class declares but does not show, by name. */
    static Map<String, HiddenAttribute> of(Class<?> type) {
        Map<String, HiddenAttribute> found = new HashMap<>();
        try {
            for (Method each : type.getDeclaredMethods()) {
                add(found, each);
            }
            for (Field each : type.getDeclaredFields()) {
                add(found, each);
            }
        } catch (LinkageError incomplete) {
            // a class that names others which are not there has nothing to tell
        }
        return found;
    }

    /** Those of the superclasses as well. */
    static Map<String, HiddenAttribute> all(Class<?> type) {
        Map<String, HiddenAttribute> found = new HashMap<>();
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            of(each).forEach(found::putIfAbsent);
        }
        return found;
    }

    @Override
    public String name() {
        return member.getName();
    }

    @Override
    public Class<?> owner() {
        return member.getDeclaringClass();
    }

    @Override
    public long get(Attachment thread, long instance) {
        throw Refusal.attribute(toString());
    }

    @Override
    public void set(Attachment thread, long instance, long value) {
        throw Refusal.attribute(toString());
    }

    /** Why it cannot be reached. */
    @Override
    public String toString() {
        String kind = member instanceof Executable ? "method " : "field ";
        if (Modifier.isPublic(member.getModifiers()) && !Classes.isAllowed(member)) {
            return kind + name() + " of " + LiveTypes.nameOf(owner())
                    + " is not among those the class filter allows";
        }
        String why = Arrays.stream(new AccessFlag[]{AccessFlag.PRIVATE, AccessFlag.PROTECTED})
                .filter(each -> member.accessFlags().contains(each)).findFirst()
                .map(each -> each.name().toLowerCase(java.util.Locale.ROOT))
                .orElse(Modifier.isPublic(member.getModifiers())
                        ? "public in a class that is not"
                        : "package-private");
        return kind + name() + " of " + LiveTypes.nameOf(owner()) + " is " + why
                + "; only public members can be used" + remedy();
    }

    /** Reflection, where it is let in. */
    private String remedy() {
        boolean open = owner().getModule().isOpen(owner().getPackageName(),
                HiddenAttribute.class.getModule());
        return !open
                ? ""
                : ", others by reflection: getDeclared"
                        + (member instanceof Executable ? "Method" : "Field") + "('" + name()
                        + "') of the class, then setAccessible(True)";
    }

    private static void add(Map<String, HiddenAttribute> found, java.lang.reflect.Member member) {
        if (!member.isSynthetic() && member.getName().indexOf('$') < 0) {
            found.putIfAbsent(member.getName(), new HiddenAttribute(member));
        }
    }
}
