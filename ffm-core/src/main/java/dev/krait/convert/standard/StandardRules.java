package dev.krait.convert.standard;

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
        ScalarRule number = new ScalarRule("number_of");
        conversion.add("numpy", "number", number);
        conversion.add("numpy", "bool_", number);
        conversion.add("numpy", "generic", (ContainerRule) StandardRules::item);
        conversion.add("pyarrow", "Scalar", new ScalarRule("value_of"));
        conversion.add("pandas._libs.missing", "NAType", (_, _) -> null);
        conversion.add(Statics.BASE_EXCEPTION,
                (_, exception) -> Raise.toJava(Counts.retain(exception)));
        TextRules.addTo(conversion, plain);
        TimeRules.addTo(conversion);
    }

    /** Adds those for wanted types. */
    public static void addTargets(Conversion conversion) {
        ZoneTargets.addTo(conversion);
    }

    /** What is a scalar of NumPy's and no number: a row of a structured array. */
    private static @Nullable Object item(Conversion asked, Attachment thread, long object) {
        long method = Attributes.get(thread, object, "item");
        long item = 0;
        try {
            item = Calls.call(method);
            return asked.toJava(thread, item);
        } finally {
            Counts.release(method);
            Counts.releaseIfAny(item);
        }
    }
}
