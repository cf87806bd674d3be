package dev.krait.host;

import dev.krait.capi.Memory;
import dev.krait.capi.TypeApi;
import dev.krait.raise.Raise;
import org.jspecify.annotations.Nullable;

/**
 * The C layout all Python objects that stand for Java objects share: head, vectorcall pointer, handle. Callers hold
 * the GIL.
 */
final class Live {
    /** Where the pointer of the function that serves calls lies. */
    static final long VECTORCALL = 2 * Long.BYTES;
    /** Size of an instance. */
    static final int BYTES = 4 * Long.BYTES;
    /** Where those that may be referred to weakly keep the list of who does. */
    static final long WEAK_REFERENCES = BYTES;
    /** Size of one that may be referred to weakly. */
    static final int WEAK_BYTES = BYTES + Long.BYTES;

    private static final long HANDLE = 3 * Long.BYTES;

    private Live() {}

    /**
     * A new instance: owned.
     *
     * @param vectorcall what serves calls; 0 for types that are not called
     */
    static long newObject(long type, Object object, long vectorcall) {
        long made = Raise.check(TypeApi.genericAlloc(type, 0));
        Memory.putLong(made + VECTORCALL, vectorcall);
        Memory.putLong(made + HANDLE, Handles.put(object));
        return made;
    }

    /** The Java object an instance stands for; null when it was made by no code of ours. */
    static @Nullable Object get(long instance) {
        return Handles.get(Memory.getLong(instance + HANDLE));
    }

    /** Lets an instance stand for another object. */
    static void replace(long instance, Object object) {
        Handles.replace(Memory.getLong(instance + HANDLE), object);
    }

    /** Whether there are weak references to an instance of those that may have them. */
    static boolean hasWeakReferences(long instance) {
        return Memory.getLong(instance + WEAK_REFERENCES) != 0;
    }

    /** Gives up the handle of an instance that dies. */
    static void free(long instance) {
        Handles.remove(Memory.getLong(instance + HANDLE));
    }
}
