package dev.krait.array;

import dev.krait.capi.BufferApi;
import dev.krait.convert.Conversion;
import dev.krait.convert.Generics;
import dev.krait.convert.MemoryTarget;
import dev.krait.convert.Target;
import dev.krait.convert.target.TargetTables;
import dev.krait.error.ConversionException;
import dev.krait.gil.Attachment;
import dev.krait.op.Attributes;
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
        Object array = Buffers.<@Nullable Object>with(thread, object, this::copy);
        if (array == null && mayBeOfMoments(thread, object)
                && NumPy.toJava(thread, object) instanceof NDArray dates) {
            array = copy(dates);
        }
        return array == null ? byElements.convert(thread, object) : array;
    }

    /** Dates have a buffer only where they are seen as numbers. */
    private boolean mayBeOfMoments(Attachment thread, long object) {
        if (JavaArrays.elementType(wanted) != long.class && !isOfMoments()) {
            return false;
        }
        long dtype = Attributes.find(thread, object, "dtype");
        Counts.releaseIfAny(dtype);
        return dtype != 0;
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
        } catch (ConversionException unfit) {
            return byElements.convert(thread, object); // says what the element was, not what NumPy
                                                       // made of it
        } finally {
            Counts.release(made);
        }
    }

    @Override
    public void giveBack(Attachment thread, long object, Object value) {
        if (BufferApi.isExporter(object) == 0
                || wanted.isInstance(NumPy.original(thread, object))) {
            return;
        }
        boolean written = Buffers.write(thread, object,
                buffer -> GiveBack.into(value,
                        isOfLetters(buffer.dtype()) && value instanceof byte[]
                                ? buffer.seenAs(DType.INT8)
                                : buffer));
        if (!written && mayBeOfMoments(thread, object)
                && NumPy.toJava(thread, object) instanceof NDArray dates && !dates.isReadOnly()) {
            GiveBack.into(value, dates);
        }
    }

    private static boolean isOfLetters(DType type) {
        return type.kind() == DType.Kind.BYTES && type.bytes() == 1;
    }

    private boolean isBoxed() {
        return Number.class.isAssignableFrom(JavaArrays.elementType(wanted));
    }

    private boolean isOfMoments() {
        return Moments.TYPES.contains(JavaArrays.elementType(wanted));
    }

    /** Null when elements of the buffer are best read as Python objects. */
    private @Nullable Object copy(NDArray buffer) {
        if (buffer.dtype().equals(DType.UINT8) && wanted == byte[].class && buffer.rank() == 1) {
            return buffer.toArray();
        }
        if (isOfLetters(buffer.dtype()) && wanted == byte[].class && buffer.rank() == 1) {
            return buffer.seenAs(DType.INT8).toArray();
        }
        if (!JavaArrays.canHold(wanted, buffer)) {
            return null;
        }
        try {
            return buffer.toArray(wanted);
        } catch (IllegalArgumentException unfit) {
            if (isBoxed()) {
                return null; // in other widths, element by element
            }
            throw unfit instanceof ConversionException told
                    ? told
                    : new ConversionException(String.valueOf(unfit.getMessage()));
        }
    }
}
