package dev.krait.convert.target;

import dev.krait.capi.Layout;
import dev.krait.capi.Statics;
import dev.krait.convert.Conversion;
import dev.krait.convert.Generics;
import dev.krait.convert.Target;
import dev.krait.convert.Unfit;
import dev.krait.gil.Attachment;
import dev.krait.op.Attributes;
import dev.krait.op.Text;
import dev.krait.op.Types;
import dev.krait.ref.Counts;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The permitted class whose simple name is that of the object's Python class, or the text under the key {@code type} of
 * a dict.
 */
final class SealedTarget implements Target {
    private final Conversion conversion;
    private final Class<?> type;
    private final Map<String, Class<?>> permitted = new LinkedHashMap<>();

    private SealedTarget(Conversion conversion, Class<?> type) {
        this.conversion = conversion;
        this.type = type;
        collect(type);
    }

    /** Not those of Java's own core, which permits classes of its inside only. */
    static boolean isSealed(Class<?> type) {
        return type.isSealed() && !type.isEnum() && type.getClassLoader() != null;
    }

    static Target of(Conversion conversion, Type type) {
        return new SealedTarget(conversion, Generics.raw(type));
    }

    @Override
    public @Nullable Object convert(Attachment thread, long object) {
        String name = name(thread, object);
        Class<?> chosen = permitted.get(name);
        if (chosen == null) {
            throw Unfit.form(thread, object, type, "it permits " + permitted.keySet());
        }
        return conversion.target(chosen).convert(thread, object);
    }

    private static String name(Attachment thread, long object) {
        long name = Types.isInstance(object, Statics.DICT)
                ? Fields.find(thread, object, "type", true)
                : Attributes.get(thread, Layout.typeOf(object), "__name__");
        try {
            return name != 0 && Text.isText(name) ? Text.read(name) : "";
        } finally {
            Counts.releaseIfAny(name);
        }
    }

    private void collect(Class<?> from) {
        for (Class<?> each : from.getPermittedSubclasses()) {
            if (isSealed(each)) {
                collect(each);
            } else {
                permitted.putIfAbsent(each.getSimpleName(), each);
            }
        }
    }
}
