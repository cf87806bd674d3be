package dev.krait.convert.target;

import dev.krait.capi.AbstractApi;
import dev.krait.capi.Layout;
import dev.krait.capi.Statics;
import dev.krait.convert.Conversion;
import dev.krait.convert.Generics;
import dev.krait.convert.Target;
import dev.krait.convert.Unfit;
import dev.krait.convert.view.Place;
import dev.krait.error.ConversionException;
import dev.krait.gil.Attachment;
import dev.krait.ref.Counts;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record from a dict by keys, from a list or tuple by position, from a row by its items, else by
 * attributes (dataclass, namedtuple).
 */
final class RecordTarget implements Target {
    private final Conversion conversion;
    private final Class<?> type;
    private final RecordComponent[] components;
    private final Type[] types;
    private final Constructor<?> constructor;
    private boolean known;

    private RecordTarget(Conversion conversion, Type type) {
        this.conversion = conversion;
        this.type = Generics.raw(type);
        components = this.type.getRecordComponents();
        types = Arrays.stream(components)
                .map(component -> Generics.resolve(component.getGenericType(), type))
                .toArray(Type[]::new);
        constructor = Records.constructor(this.type);
    }

    static Target of(Conversion conversion, Type type) {
        return new RecordTarget(conversion, type);
    }

    @Override
    public Object convert(Attachment thread, long object) {
        boolean positional = isPositional(object);
        if (positional && AbstractApi.size(object) != components.length) {
            throw new ConversionException(AbstractApi.size(object) + " elements do not make a "
                    + type.getName() + " of " + components.length);
        }
        boolean row = !positional && Fields.isRow(thread, object);
        @Nullable
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            String name = components[i].getName();
            long part = positional ? Fields.at(object, i) : Fields.find(thread, object, name, row);
            values[i] = value(thread, object, part, i);
        }
        if (known) {
            return Records.make(constructor, values);
        }
        // the class may have to be initialised, or is by a thread that wants the GIL
        Object made = thread.outsideUnchecked(() -> Records.make(constructor, values));
        known = true;
        return made;
    }

    private @Nullable Object value(Attachment thread, long object, long part, int index) {
        String name = components[index].getName();
        if (part == 0) {
            if (components[index].getType() == Optional.class) {
                return Optional.empty();
            }
            throw Unfit.form(thread, object, type, "it has no " + name);
        }
        try {
            return Place.named(conversion.target(types[index]).convert(thread, part), name);
        } catch (ConversionException unfit) {
            throw unfit.in(name);
        } finally {
            Counts.release(part);
        }
    }

    private static boolean isPositional(long object) {
        long own = Layout.typeOf(object);
        return own == Statics.TUPLE || own == Statics.LIST;
    }
}
