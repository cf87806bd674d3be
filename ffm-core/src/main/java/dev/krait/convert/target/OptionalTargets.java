package dev.krait.convert.target;

import dev.krait.capi.Statics;
import dev.krait.convert.Conversion;
import dev.krait.convert.Generics;
import dev.krait.convert.NoneTarget;
import dev.krait.convert.Target;
import dev.krait.convert.Targets;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** None is empty, everything else is present. */
final class OptionalTargets {
    private OptionalTargets() {}

    static void addTo(Conversion conversion) {
        conversion.addTarget(Optional.class, (asked, type) -> {
            Target value = asked.target(Generics.argument(type, 0));
            return (NoneTarget) (thread, object) -> Optional
                    .ofNullable(value.convert(thread, object));
        });
        conversion.addTarget(OptionalInt.class,
                (_, _) -> (NoneTarget) (thread, object) -> object == Statics.NONE
                        ? OptionalInt.empty()
                        : OptionalInt.of(Targets.asInt(thread, object)));
        conversion.addTarget(OptionalLong.class,
                (_, _) -> (NoneTarget) (thread, object) -> object == Statics.NONE
                        ? OptionalLong.empty()
                        : OptionalLong.of(Targets.asLong(thread, object)));
        conversion.addTarget(OptionalDouble.class,
                (_, _) -> (NoneTarget) (thread, object) -> object == Statics.NONE
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(Targets.asDouble(thread, object)));
    }
}
