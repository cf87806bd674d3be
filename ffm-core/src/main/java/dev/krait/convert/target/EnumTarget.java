package dev.krait.convert.target;

import dev.krait.convert.Conversion;
import dev.krait.convert.Generics;
import dev.krait.convert.Target;
import dev.krait.convert.Unfit;
import dev.krait.error.ConversionException;
import dev.krait.gil.Attachment;
import dev.krait.op.Attributes;
import dev.krait.op.Text;
import dev.krait.ref.Counts;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A constant by its name: from a str, or from a member of a Python enum of that name. */
final class EnumTarget implements Target {
    private final Class<?> type;
    private @Nullable List<Enum<?>> constants;

    private EnumTarget(Class<?> type) {
        this.type = type;
    }

    static Target of(@SuppressWarnings("unused") Conversion conversion, Type type) {
        return new EnumTarget(Generics.raw(type));
    }

    @Override
    public Object convert(Attachment thread, long object) {
        String name = name(thread, object);
        List<Enum<?>> constants = constants(thread);
        return constants.stream().filter(constant -> constant.name().equals(name)).findFirst()
                .orElseThrow(() -> new ConversionException("'" + name + "' is no " + type.getName()
                        + "; there are " + constants.stream().map(Enum::name).toList()));
    }

    /** Without the GIL: it may initialise the class, or wait for a thread that does, and that may want the GIL. */
    private List<Enum<?>> constants(Attachment thread) {
        List<Enum<?>> known = constants;
        if (known == null) {
            Object[] all = thread.outsideUnchecked(type::getEnumConstants);
            known = Arrays.stream(Objects.requireNonNull(all))
                    .<Enum<?>>map(constant -> (Enum<?>) constant).toList();
            constants = known;
        }
        return known;
    }

    /** A member of an enum that is a str as well goes by its name too. */
    private String name(Attachment thread, long object) {
        long name = Attributes.find(thread, object, "name");
        try {
            if (name != 0 && Text.isText(name)) {
                return Text.read(name);
            }
        } finally {
            Counts.releaseIfAny(name);
        }
        if (!Text.isText(object)) {
            throw Unfit.form(thread, object, type, "the name of a constant is wanted, as a str");
        }
        return Text.read(object);
    }
}
