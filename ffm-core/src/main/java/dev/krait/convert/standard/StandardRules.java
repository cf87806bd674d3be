package dev.krait.convert.standard;

import dev.krait.capi.FloatApi;
import dev.krait.capi.Layout;
import dev.krait.capi.Statics;
import dev.krait.convert.ContainerRule;
import dev.krait.convert.Conversion;
import dev.krait.gil.Attachment;
import dev.krait.op.Attributes;
import dev.krait.op.Calls;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import org.jspecify.annotations.Nullable;

/** Adds the rules; none imports the module it is about. */
public final class StandardRules {
    private StandardRules() {}

    /** Adds them. Callers hold the GIL. */
    public static void addTo(Conversion conversion) {
        ContainerRule plain = Conversion::toPlainObject;
        conversion.addForMetaclass("enum", "EnumMeta", plain);
        conversion.add("numpy", "generic",
                (ContainerRule) (asked, thread, object) -> scalar(asked, thread, object, "item"));
        conversion.add("pyarrow", "Scalar",
                (ContainerRule) (asked, thread, object) -> scalar(asked, thread, object, "as_py"));
        conversion.add(Statics.BASE_EXCEPTION,
                (_, exception) -> Raise.toJava(Counts.retain(exception)));
        TextRules.addTo(conversion, plain);
        TimeRules.addTo(conversion);
    }

    /** Adds those for wanted types. */
    public static void addTargets(Conversion conversion) {
        ZoneTargets.addTo(conversion);
    }

    /** A scalar of a library's own as the Python value that a method of it gives. */
    private static @Nullable Object scalar(Conversion asked, Attachment thread, long object,
            String method) {
        long own = Attributes.get(thread, object, method);
        long item = 0;
        try {
            item = Calls.call(own);
            if (Layout.typeOf(item) != Layout.typeOf(object)) {
                return asked.toJava(thread, item);
            }
            // longdouble has no Python value of its own
            double value = FloatApi.asDouble(object);
            if (value == -1 && Raise.clearIf(Statics.TYPE_ERROR)) {
                return asked.toPlainObject(thread, object);
            }
            Raise.checkOccurred();
            return value;
        } finally {
            Counts.release(own);
            Counts.releaseIfAny(item);
        }
    }
}
