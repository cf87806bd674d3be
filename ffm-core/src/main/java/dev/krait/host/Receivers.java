package dev.krait.host;

import dev.krait.capi.Layout;
import dev.krait.capi.Statics;
import dev.krait.gil.Attachment;
import dev.krait.op.Calls;
import dev.krait.op.Types;
import dev.krait.ref.Counts;
import org.jspecify.annotations.Nullable;

/** The Java object behind whatever stands for one in Python: live objects, exceptions, classes. Callers hold the GIL. */
final class Receivers {
    private static long lastLiveType;

    private Receivers() {}

    /** The Java object; null when the Python object (borrowed) stands for none. */
    static @Nullable Object find(long object) {
        long type = Layout.typeOf(object);
        if (type == lastLiveType) {
            return Live.get(object);
        }
        if (LiveTypes.isLive(object)) {
            lastLiveType = type;
            return Live.get(object);
        }
        Mirror mirror = Mirror.ofType(object);
        if (mirror != null) {
            return mirror.type();
        }
        return Types.isInstance(object, Statics.BASE_EXCEPTION) ? throwable(object) : null;
    }

    /** The Java object, which must be of the class. */
    static Object require(long object, Class<?> type) {
        Object found = find(object);
        if (!type.isInstance(found)) {
            throw Refusal.type("expected an instance of " + LiveTypes.nameOf(type) + ", not "
                    + (found == null ? "a Python object" : LiveTypes.nameOf(found.getClass())));
        }
        return found;
    }

    /** The Throwable that a Python exception carries; made for one of a class that Python derived from Java's. */
    static @Nullable Throwable throwable(long exception) {
        if (!Types.isInstance(exception, HostPython.throwable())) {
            return null;
        }
        Attachment thread = Attachment.current();
        long carrier = Calls.call(thread, HostPython.carrierOf(), exception);
        try {
            return LiveTypes.isLive(carrier) && Live.get(carrier) instanceof Throwable thrown
                    ? thrown
                    : null;
        } finally {
            Counts.release(carrier);
        }
    }
}
