package dev.krait.array;

import dev.krait.error.ConversionException;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.util.Map;

/** Elements of one type put into Java arrays of another. */
final class Rows {
    private Rows() {}

    /**
     * Sets an element of a Java array.
     *
     * @param checked whether a whole number must fit, rather than keep its bits
     */
    static void set(Object row, int index, Object element, DType type, boolean checked) {
        switch (row) {
            case double[] values -> values[index] = real(element, type, row);
            case float[] values -> values[index] = narrow(element, type, row);
            case boolean[] values when element instanceof Boolean truth -> values[index] = truth;
            case long[] values ->
                values[index] = whole(element, row, Long.MIN_VALUE, Long.MAX_VALUE, checked);
            case int[] values -> values[index] = (int) whole(element, row, Integer.MIN_VALUE,
                    Integer.MAX_VALUE, checked);
            case short[] values -> values[index] = (short) whole(element, row, Short.MIN_VALUE,
                    Short.MAX_VALUE, checked);
            case char[] values when element instanceof String text && text.length() == 1 ->
                values[index] = text.charAt(0);
            case char[] values -> values[index] = (char) whole(element, row, Character.MIN_VALUE,
                    Character.MAX_VALUE, checked);
            case byte[] values ->
                values[index] = (byte) whole(element, row, Byte.MIN_VALUE, Byte.MAX_VALUE, checked);
            case Object[] values when values.getClass().getComponentType().isRecord()
                    && element instanceof Map<?, ?> parts ->
                Array.set(values, index,
                        Structs.newRecord(parts, type, values.getClass().getComponentType()));
            case Object[] values when Moments.canBe(values.getClass().getComponentType(), type) ->
                Array.set(values, index,
                        Moments.read((Long) element, type, values.getClass().getComponentType()));
            case Object[] values when values.getClass().getComponentType().isInstance(element) ->
                Array.set(values, index, element);
            default -> throw unfit(element, row);
        }
    }

    private static double real(Object element, DType type, Object row) {
        if (!(element instanceof Number number)
                || !(type.isWhole() || type.kind() == DType.Kind.FLOAT)) {
            throw unfit(element, row);
        }
        return number.doubleValue();
    }

    private static float narrow(Object element, DType type, Object row) {
        double value = real(element, type, row);
        if (Float.isInfinite((float) value) && !Double.isInfinite(value)) {
            throw unfit(element, row);
        }
        return (float) value;
    }

    private static long whole(Object element, Object row, long least, long greatest,
            boolean checked) {
        if (element instanceof BigInteger big && !checked) {
            return big.longValue();
        }
        if (!(element instanceof Integer || element instanceof Long)) {
            throw unfit(element, row);
        }
        long value = ((Number) element).longValue();
        if (checked && (value < least || value > greatest)) {
            throw unfit(element, row);
        }
        return value;
    }

    private static IllegalArgumentException unfit(Object element, Object row) {
        if (element instanceof double[] parts) {
            return new ConversionException("the complex number (" + parts[0] + ", " + parts[1]
                    + ") does not fit " + row.getClass().getComponentType().getTypeName()
                    + "; x.real has the real parts, abs(x) the sizes");
        }
        if (element instanceof byte[] bytes) {
            return new ConversionException(bytes.length + " bytes do not fit "
                    + row.getClass().getComponentType().getTypeName() + "; byte[] takes them");
        }
        String shown = element instanceof Number || element instanceof String
                || element instanceof Boolean
                        ? element.toString()
                        : "an element of " + element.getClass().getSimpleName();
        return new ConversionException(
                shown + " does not fit " + row.getClass().getComponentType().getTypeName());
    }
}
