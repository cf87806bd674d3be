package dev.krait.op;

import dev.krait.capi.Layout;
import dev.krait.capi.Memory;
import dev.krait.capi.TypeApi;

/** Type objects. Callers hold the GIL. */
public final class Types {
    private Types() {}

    /** The type of an object: borrowed. */
    public static long of(long object) {
        return Layout.typeOf(object);
    }

    /** The plain name of a type, without its module. */
    public static String name(long type) {
        String full = Memory.getText(Memory.getLong(type + Layout.TYPE_NAME));
        return full.substring(full.lastIndexOf('.') + 1);
    }

    /** Whether an object's type is the one given or a subtype; {@code __class__} is not asked. */
    public static boolean isInstance(long object, long type) {
        long own = Layout.typeOf(object);
        return own == type || TypeApi.isSubtype(own, type) != 0;
    }
}
