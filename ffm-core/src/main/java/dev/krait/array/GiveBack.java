package dev.krait.array;

import java.lang.foreign.MemorySegment;
import java.lang.reflect.Array;

/** Puts what Java did to a copy of an array back into the memory it was copied from: only what differs. */
final class GiveBack {
    private GiveBack() {}

    /** The shapes are those the copy was made with; an array of other elements than numbers is left alone. */
    static void into(Object javaArray, NDArray memory) {
        if (memory.rank() > 0) {
            into(javaArray, memory, 0, memory.offset());
        }
    }

    private static void into(Object rows, NDArray memory, int axis, long at) {
        long length = Math.min(memory.length(axis), Array.getLength(rows));
        long stride = memory.stride(axis);
        if (axis == memory.rank() - 1) {
            row(rows, memory, at, length, stride);
            return;
        }
        for (int i = 0; i < length; i++) {
            Object row = Array.get(rows, i);
            if (row != null && row.getClass().isArray()) {
                into(row, memory, axis + 1, at + i * stride);
            }
        }
    }

    private static void row(Object row, NDArray memory, long at, long length, long stride) {
        DType type = memory.dtype();
        Class<?> component = row.getClass().getComponentType();
        if (stride == type.bytes() && JavaArrays.isSame(type, component, false)) {
            MemorySegment written = JavaArrays.segment(row);
            MemorySegment target = memory.memory().asSlice(at, length * type.bytes());
            if (written.mismatch(target) >= 0) {
                target.copyFrom(written.asSlice(0, target.byteSize()));
            }
            return;
        }
        boolean numbers = component.isPrimitive() || Number.class.isAssignableFrom(component);
        for (int i = 0; numbers && i < length; i++) {
            long place = at + i * stride;
            Object now = Array.get(row, i);
            if (now != null && !Coercion.equal(number(now, type),
                    Element.get(memory.memory(), place, type))) {
                Coercion.set(memory.memory(), place, type, number(now, type));
            }
        }
    }

    /** Bytes of Java stand for unsigned ones there by their bits. */
    private static Object number(Object element, DType type) {
        return switch (element) {
            case Byte bits when type.kind() == DType.Kind.UINT -> Byte.toUnsignedInt(bits);
            case Character unit when type.kind() == DType.Kind.TEXT -> String.valueOf(unit);
            case Character unit -> (int) unit;
            default -> element;
        };
    }
}
