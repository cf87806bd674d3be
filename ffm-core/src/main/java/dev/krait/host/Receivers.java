package dev.krait.host;

import dev.krait.capi.Layout;
import dev.krait.capi.Statics;
import dev.krait.convert.Targets;
import dev.krait.error.ConversionException;
import dev.krait.gil.Attachment;
import dev.krait.op.Calls;
import dev.krait.op.Types;
import dev.krait.ref.Counts;
import java.lang.ref.WeakReference;
import java.util.Collection;
import java.util.Map;
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

    /**
     * A Python value as the instance of a class that one of its methods is asked of: {@code String.length('abc')}, or a
     * default method of an interface on a Python object that implements it. Null when it has no such form, or only as
     * a copy that changes would be lost in.
     */
    static @Nullable Object convert(Attachment thread, long object, Class<?> type) {
        if (Mirror.ofType(object) != null || isCopied(type)) {
            return null;
        }
        try {
            Object found = Types.isInstance(object, HostPython.javaInterface())
                    ? Host.conversion().toJava(thread, object)
                    : Targets.convert(Host.conversion(), thread, object, type);
            return type.isInstance(found) ? found : null;
        } catch (ConversionException unfit) {
            return null;
        }
    }

    private static boolean isCopied(Class<?> type) {
        return type.isArray() || (!type.isInterface()
                && (Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type)));
    }

    /** The Java object, which must be of the class. */
    static Object require(long object, Class<?> type) {
        Object found = find(object);
        if (found == null && Types.isInstance(object, HostPython.javaInterface())) {
            found = convert(Attachment.current(), object, type);
        }
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
        Throwable carried = carried(exception, HostPython.carrierOf());
        return carried != null ? carried : carried(exception, HostPython.newCarrierOf());
    }

    private static @Nullable Throwable carried(long exception, long function) {
        long carrier = Calls.call(Attachment.current(), function, exception);
        try {
            Object target = LiveTypes.isLive(carrier) ? Live.get(carrier) : null;
            Object known = target instanceof WeakReference<?> weak ? weak.get() : target;
            return known instanceof Throwable thrown ? thrown : null;
        } finally {
            Counts.release(carrier);
        }
    }

    /** The Throwable of an exception that Java gets hold of now: it will find its Python exception again. */
    static @Nullable Throwable throwableForJava(long exception) {
        Throwable thrown = throwable(exception);
        if (thrown != null && Mirror.ofType(Layout.typeOf(exception)) == null
                && Origins.add(thrown, exception)) {
            long carrier = Calls.call(Attachment.current(), HostPython.carrierOf(), exception);
            Live.replace(carrier, new WeakReference<>(thrown));
            Counts.release(carrier);
        }
        return thrown;
    }
}
