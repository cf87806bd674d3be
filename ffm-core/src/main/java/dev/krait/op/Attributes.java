package dev.krait.op;

import dev.krait.capi.ObjectApi;
import dev.krait.capi.Statics;
import dev.krait.gil.Attachment;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;

/** Attributes by name. Callers hold the GIL. */
public final class Attributes {
    private Attributes() {}

    /** {@code object.name}: owned. */
    public static long get(Attachment thread, long object, String name) {
        long key = Names.newName(thread, name);
        try {
            return Raise.check(ObjectApi.getAttr(object, key));
        } finally {
            Counts.release(key);
        }
    }

    /** {@code object.name}: owned; 0 when it has none. Other errors than AttributeError are thrown. */
    public static long find(Attachment thread, long object, String name) {
        long key = Names.newName(thread, name);
        try {
            long value = ObjectApi.getAttr(object, key);
            return value != 0 || Raise.clearIf(Statics.ATTRIBUTE_ERROR) ? value : Raise.check(0);
        } finally {
            Counts.release(key);
        }
    }

    /** {@code object.name = value}, or with value 0 {@code del object.name}. */
    public static void set(Attachment thread, long object, String name, long value) {
        long key = Names.newName(thread, name);
        try {
            Raise.checkStatus(ObjectApi.setAttr(object, key, value));
        } finally {
            Counts.release(key);
        }
    }
}
