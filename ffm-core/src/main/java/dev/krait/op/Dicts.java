package dev.krait.op;

import dev.krait.capi.DictApi;
import dev.krait.capi.Statics;
import dev.krait.gil.Attachment;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;

/** Exact dicts whose keys are names. Callers hold the GIL. */
public final class Dicts {
    private Dicts() {}

    /** The value of a name: borrowed; 0 when there is none. */
    public static long get(Attachment thread, long dict, String name) {
        long key = Names.newName(thread, name);
        try {
            long value = DictApi.getItemWithError(dict, key);
            if (value == 0) {
                Raise.checkOccurred();
            }
            return value;
        } finally {
            Counts.release(key);
        }
    }

    /** Sets a name to a value (borrowed). */
    public static void set(Attachment thread, long dict, String name, long value) {
        long key = Names.newName(thread, name);
        try {
            Raise.checkStatus(DictApi.setItem(dict, key, value));
        } finally {
            Counts.release(key);
        }
    }

    /** Removes a name; whether it was there. */
    public static boolean remove(Attachment thread, long dict, String name) {
        long key = Names.newName(thread, name);
        try {
            if (DictApi.delItem(dict, key) == 0) {
                return true;
            }
            if (!Raise.clearIf(Statics.KEY_ERROR)) {
                Raise.checkOccurred();
            }
            return false;
        } finally {
            Counts.release(key);
        }
    }
}
