package dev.krait.array;

import dev.krait.capi.BufferApi;
import dev.krait.convert.Conversion;
import dev.krait.convert.Generics;
import dev.krait.convert.MemoryTarget;
import dev.krait.convert.Target;
import dev.krait.convert.target.TargetTables;
import dev.krait.error.ConversionException;
import dev.krait.gil.Attachment;
import dev.krait.ref.Counts;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Java arrays from what shows its memory, by one copy where the elements are of the same kind; else by elements. */
final class JavaArrayTarget implements MemoryTarget {
    private final Class<?> wanted;
    private final Target byElements;

    JavaArrayTarget(Conversion conversion, Type type) {
        wanted = Generics.raw(type);
        byElements = TargetTables.array(conversion, type);
    }

    @Override
    public @Nullable Object convert(Attachment thread, long object) {
        if (BufferApi.isExporter(object) == 0) {
            return ofOther(thread, object);
        }
        NumPy.refuseMasked(thread, object);
        Object original = NumPy.original(thread, object);
        if (wanted.isInstance(original)) {
            return original;
        }
        Object array = isOfMoments() && NumPy.toJava(thread, object) instanceof NDArray dates
                ? copy(dates)
                : Buffers.<@Nullable Object>with(thread, object, this::copy);
        return array == null ? byElements.convert(thread, object) : array;
    }

    /** Elements that can be missing are asked of the object itself: NumPy's form has NaN for those. */
    private @Nullable Object ofOther(Attachment thread, long object) {
        boolean flat = !wanted.getComponentType().isArray();
        boolean plain = wanted.getComponentType().isPrimitive() || isOfMoments();
        long made = flat && !plain ? 0 : NumPy.newArrayOf(thread, object);
        if (made == 0) {
            return byElements.convert(thread, object);
        }
        try {
            return convert(thread, made);
        } finally {
            Counts.release(made);
        }
    }

    @Override
    public void giveBack(Attachment thread, long object, Object value) {
        if (BufferApi.isExporter(object) != 0
                && !wanted.isInstance(NumPy.original(thread, object))) {
            Buffers.write(thread, object, buffer -> GiveBack.into(value, buffer));
        }
    }

    private boolean isOfMoments() {
        return Moments.TYPES.contains(JavaArrays.elementType(wanted));
    }

    /** Null when elements of the buffer are best read as Python objects. */
    private @Nullable Object copy(NDArray buffer) {
        if (buffer.dtype().equals(DType.UINT8) && wanted == byte[].class && buffer.rank() == 1) {
            return buffer.toArray();
        }
        if (!JavaArrays.canHold(wanted, buffer)) {
            return null;
        }
        try {
            return buffer.toArray(wanted);
        } catch (IllegalArgumentException unfit) {
            throw unfit instanceof ConversionException told
                    ? told
                    : new ConversionException(String.valueOf(unfit.getMessage()));
        }
    }
}
