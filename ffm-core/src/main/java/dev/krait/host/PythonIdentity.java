package dev.krait.host;

import dev.krait.capi.ObjectApi;
import dev.krait.capi.Statics;
import dev.krait.op.Text;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import java.lang.reflect.Method;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * equals, hashCode and toString of Java objects that Python objects implement: what Python does for {@code ==}, hash()
 * and str(). An object that Python refuses to hash is equal to itself only. Callers hold the GIL.
 */
final class PythonIdentity {
    private PythonIdentity() {}

    static Object of(Method method, long object, @Nullable Object[] args) {
        return switch (method.getName()) {
            case "equals" -> args[0] != null && equal(object, args[0]);
            case "hashCode" -> Long.hashCode(hash(object).orElse(object));
            default -> text(object);
        };
    }

    private static boolean equal(long object, Object other) {
        PythonHandler handler = Interfaces.handlerOf(other);
        if (handler == null || hash(object).isEmpty()) {
            return false; // equals must be symmetric, and what is of Java knows nothing of Python
        }
        return Raise.checkStatus(
                ObjectApi.richCompareBool(object, handler.pointer(), ObjectSlots.EQUAL)) != 0;
    }

    /** Empty for what cannot be hashed. */
    private static OptionalLong hash(long object) {
        long hash = ObjectApi.hash(object);
        if (hash == -1 && !Raise.clearIf(Statics.TYPE_ERROR)) {
            throw Raise.pending();
        }
        return hash == -1 ? OptionalLong.empty() : OptionalLong.of(hash);
    }

    private static String text(long object) {
        long text = Raise.check(ObjectApi.str(object));
        try {
            return Text.read(text);
        } finally {
            Counts.release(text);
        }
    }
}
