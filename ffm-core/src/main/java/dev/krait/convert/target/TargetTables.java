package dev.krait.convert.target;

import dev.krait.convert.Conversion;
import dev.krait.convert.Target;
import java.lang.reflect.Type;

/** All rules for named Java types that need nothing of the layers above. */
public final class TargetTables {
    private TargetTables() {}

    /** Adds them. */
    public static void addTo(Conversion conversion) {
        NumberTargets.addTo(conversion);
        Rationals.addTo(conversion);
        TextTargets.addTo(conversion);
        OptionalTargets.addTo(conversion);
        TimeTargets.addTo(conversion);
        AwaitableTargets.addTo(conversion);
        IteratorTargets.addTo(conversion);
        CollectionTargets.addTo(conversion);
        MapTargets.addTo(conversion);
        conversion.addTarget(Class::isArray, ArrayTarget::of);
        conversion.addTarget(Class::isEnum, EnumTarget::of);
        conversion.addTarget(SealedTarget::isSealed, SealedTarget::of);
        conversion.addTarget(Class::isRecord, RecordTarget::of);
    }

    /** Adds the rules for values of such types, which may be met before any type is named. */
    public static void addValues(Conversion conversion) {
        Rationals.addValues(conversion);
    }

    /** The conversion to an array type by its elements, for rules that know a faster way for some objects. */
    public static Target array(Conversion conversion, Type type) {
        return ArrayTarget.of(conversion, type);
    }
}
