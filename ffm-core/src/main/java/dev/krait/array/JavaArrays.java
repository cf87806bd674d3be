package dev.krait.array;

import dev.krait.capi.LargeCopy;
import dev.krait.error.ConversionException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.reflect.Array;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Java arrays into native memory and out of it: rows of one type by one move each. */
final class JavaArrays {
    private static final Map<Class<?>, DType> TYPES = Map.of(boolean.class, DType.BOOL, byte.class,
            DType.INT8, short.class, DType.INT16, char.class, DType.UINT16, int.class, DType.INT32,
            long.class, DType.INT64, float.class, DType.FLOAT32, double.class, DType.FLOAT64);

    private JavaArrays() {}

    /** Whether an array, of any rank, has elements that NumPy has too. */
    static boolean isOfNumbers(Object javaArray) {
        return TYPES.containsKey(elementType(javaArray.getClass()));
    }

    static NDArray copyIn(Object javaArray) {
        Class<?> component = elementType(javaArray.getClass());
        DType type = TYPES.get(component);
        if (type == null) {
            throw new IllegalArgumentException("javaArray: " + javaArray.getClass().getTypeName()
                    + " is no array of numbers or booleans");
        }
        NDArray array = NDArray.create(type, shape(javaArray), false);
        copyIn(javaArray, array);
        return array;
    }

    /** Into an array of this shape and type. */
    static void copyIn(Object javaArray, NDArray array) {
        copyIn(javaArray, array.memory(), array.offset(), array.shape(), 0, array.dtype());
    }

    private static long copyIn(Object rows, MemorySegment memory, long at, long[] shape, int axis,
            DType type) {
        int length = Array.getLength(rows);
        if (length != shape[axis]) {
            throw new IllegalArgumentException(
                    "javaArray: a row of " + length + " elements among rows of " + shape[axis]);
        }
        if (axis == shape.length - 1) {
            moveIn(rows, memory, at, length, type);
            return at + (long) length * type.bytes();
        }
        long next = at;
        for (int i = 0; i < length; i++) {
            Object row = Array.get(rows, i);
            if (row == null) {
                throw new IllegalArgumentException("javaArray: row " + i + " is null");
            }
            next = copyIn(row, memory, next, shape, axis + 1, type);
        }
        return next;
    }

    private static void moveIn(Object row, MemorySegment memory, long at, int length, DType type) {
        if (row instanceof boolean[] truths) {
            for (int i = 0; i < length; i++) {
                memory.set(ValueLayout.JAVA_BYTE, at + i, (byte) (truths[i] ? 1 : 0));
            }
        } else {
            moveIn(segment(row), memory.asSlice(at, (long) length * type.bytes()));
        }
    }

    private static void moveIn(MemorySegment row, MemorySegment memory) {
        if (row.byteSize() >= LargeCopy.LEAST && memory.isNative()) {
            LargeCopy.copy(row, memory);
        } else {
            MemorySegment.copy(row, 0, memory, 0, row.byteSize());
        }
    }

    /** The Java element type an array of this type is copied to when none is named. */
    static Class<?> nearest(DType type) {
        return switch (type.kind()) {
            case BOOL -> boolean.class;
            case INT, UINT -> switch (type.bytes()) {
                case Byte.BYTES -> byte.class;
                case Short.BYTES -> type.kind() == DType.Kind.INT ? short.class : char.class;
                case Integer.BYTES -> int.class;
                default -> long.class;
            };
            case FLOAT -> type.bytes() == Double.BYTES ? double.class : float.class;
            case COMPLEX -> double[].class;
            case DATETIME, TIMEDELTA -> long.class;
            case TEXT -> String.class;
            case STRUCT -> Map.class;
            case BYTES, RAW -> byte[].class;
        };
    }

    /** To a type named by the caller, whose elements must fit. */
    static Object copyOut(NDArray array, Class<?> type) {
        Class<?> element = type;
        for (int i = 0; i < Math.max(array.rank(), 1); i++) {
            element = element.getComponentType();
            if (element == null) {
                throw rank(array, type);
            }
        }
        if (element == byte[].class && !array.dtype().fields().isEmpty()) {
            return copyOut(array.seenAs(DType.of(DType.Kind.RAW, array.dtype().bytes())), element,
                    true);
        }
        boolean objects = element == nearest(array.dtype());
        if (element.isArray() && !objects) {
            throw rank(array, type);
        }
        return copyOut(array, element, true);
    }

    /**
     * To nested arrays of an element type.
     *
     * @param checked whether unsigned elements must fit, rather than keep their bits
     */
    static Object copyOut(NDArray array, Class<?> element, boolean checked) {
        NDArray whole = array.rank() == 0 ? array.reshape(1) : array;
        return copyOut(whole, element, checked, 0, whole.offset());
    }

    private static Object copyOut(NDArray array, Class<?> element, boolean checked, int axis,
            long at) {
        int length = Math.toIntExact(array.length(axis));
        if (axis == array.rank() - 1) {
            Object row = Array.newInstance(element, length);
            fillRow(array, row, at, length, checked);
            return row;
        }
        Class<?> rowType = element;
        for (int i = axis + 1; i < array.rank(); i++) {
            rowType = rowType.arrayType();
        }
        Object rows = Array.newInstance(rowType, length);
        for (int i = 0; i < length; i++) {
            try {
                Array.set(rows, i,
                        copyOut(array, element, checked, axis + 1, at + i * array.stride(axis)));
            } catch (ConversionException unfit) {
                throw unfit.in("[" + i + "]");
            }
        }
        return rows;
    }

    private static void fillRow(NDArray array, Object row, long at, int length, boolean checked) {
        if (length == 0) {
            return;
        }
        DType type = array.dtype();
        long stride = array.stride(array.rank() - 1);
        if (isSame(type, row.getClass().getComponentType(), checked)
                && (stride == type.bytes() || length == 1)) {
            MemorySegment.copy(array.memory(), at, segment(row), 0, (long) length * type.bytes());
            return;
        }
        for (int i = 0; i < length; i++) {
            try {
                Rows.set(row, i, Element.get(array.memory(), at + i * stride, type), type, checked);
            } catch (ConversionException unfit) {
                throw unfit.in("[" + i + "]");
            }
        }
    }

    /** Into the rows of the Java array that this array was copied from. */
    static void copyBack(NDArray array, Object javaArray) {
        copyBack(array.memory(), array.offset(), javaArray, array.dtype());
    }

    private static long copyBack(MemorySegment memory, long at, Object row, DType type) {
        int length = Array.getLength(row);
        if (row instanceof boolean[] truths) {
            for (int i = 0; i < length; i++) {
                truths[i] = memory.get(ValueLayout.JAVA_BYTE, at + i) != 0;
            }
        } else if (row instanceof Object[] rows) {
            long next = at;
            for (Object each : rows) {
                next = copyBack(memory, next, each, type);
            }
            return next;
        } else {
            MemorySegment.copy(memory, at, segment(row), 0, (long) length * type.bytes());
        }
        return at + (long) length * type.bytes();
    }

    /** Whether a type of Java arrays is one for elements like an array's; others are made of Python objects. */
    static boolean canHold(Class<?> type, NDArray array) {
        Class<?> element = elementType(type);
        return switch (array.dtype().kind()) {
            case RAW, STRUCT -> element == byte.class;
            case BYTES -> element == byte.class;
            case TEXT -> element == String.class || element == char.class;
            case COMPLEX -> element == double.class || element == float.class;
            case DATETIME, TIMEDELTA ->
                element == long.class || Moments.canBe(element, array.dtype());
            default -> element.isPrimitive() || Number.class.isAssignableFrom(element)
                    || element == Boolean.class;
        };
    }

    /** Whether Java elements have the very bytes of the array's. */
    static boolean isSame(DType type, Class<?> component, boolean checked) {
        if (type.order() != ByteOrder.nativeOrder() && type.bytes() > 1) {
            return false;
        }
        if (type.kind() == DType.Kind.DATETIME || type.kind() == DType.Kind.TIMEDELTA) {
            return component == long.class;
        }
        boolean unsigned = type.kind() == DType.Kind.UINT && component != char.class;
        return component != boolean.class && component == nearest(type)
                && type.kind() != DType.Kind.TEXT && component.isPrimitive()
                && !(checked && unsigned)
                && !(type.kind() == DType.Kind.FLOAT && type.bytes() == Short.BYTES);
    }

    /** The memory of a Java array of numbers. */
    static MemorySegment segment(Object array) {
        return switch (array) {
            case byte[] values -> MemorySegment.ofArray(values);
            case short[] values -> MemorySegment.ofArray(values);
            case char[] values -> MemorySegment.ofArray(values);
            case int[] values -> MemorySegment.ofArray(values);
            case long[] values -> MemorySegment.ofArray(values);
            case float[] values -> MemorySegment.ofArray(values);
            case double[] values -> MemorySegment.ofArray(values);
            default -> throw new IllegalArgumentException(
                    array.getClass().getTypeName() + " is no array of numbers");
        };
    }

    /** What the innermost arrays of a type hold. */
    static Class<?> elementType(Class<?> array) {
        Class<?> type = array;
        while (type.getComponentType() != null) {
            type = type.getComponentType();
        }
        return type;
    }

    private static long[] shape(Object javaArray) {
        int rank = 0;
        for (Class<?> type = javaArray.getClass(); type.isArray(); type = type.getComponentType()) {
            rank++;
        }
        long[] shape = new long[rank];
        @Nullable
        Object rows = javaArray;
        for (int axis = 0; axis < rank && rows != null; axis++) {
            int length = Array.getLength(rows);
            shape[axis] = length;
            rows = axis < rank - 1 && length > 0 ? Array.get(rows, 0) : null;
        }
        return shape;
    }

    private static IllegalArgumentException rank(NDArray array, Class<?> type) {
        return new IllegalArgumentException(
                "type: " + type.getTypeName() + " is not for an array of shape "
                        + Arrays.toString(array.shape()) + " and type " + array.dtype());
    }
}
