package dev.krait.tck.data;

import dev.krait.array.NDArray;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values with their classes as the tables write them: {@code Integer 5}, {@code List [Integer 1]}. */
final class Shown {
    private Shown() {}

    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String text -> "String " + Arrays.toString(text.chars().toArray());
            case Character unit -> "Character " + (int) unit;
            case char[] units -> "char[] " + Arrays.toString(new String(units).chars().toArray());
            case NDArray array -> "NDArray " + array.dtype().code() + " "
                    + Arrays.toString(array.shape()) + " " + of(array.toArray());
            case List<?> list -> "List " + each(list);
            case Set<?> set -> "Set " + each(set);
            case Map<?, ?> map -> "Map " + each(map.entrySet());
            case Map.Entry<?, ?> entry -> of(entry.getKey()) + "=" + of(entry.getValue());
            case Object array when array.getClass().isArray() -> array(array);
            case Path path -> "Path " + path;
            case Enum<?> constant ->
                constant.getDeclaringClass().getSimpleName() + " " + constant.name();
            case Double real -> "Double " + real + (real.isNaN() ? bits(real) : "");
            default -> value.getClass().getSimpleName() + " " + value;
        };
    }

    private static String bits(double nan) {
        return ":" + Long.toHexString(Double.doubleToRawLongBits(nan));
    }

    private static String each(Iterable<?> items) {
        StringBuilder text = new StringBuilder("[");
        for (Object item : items) {
            text.append(text.length() > 1 ? ", " : "").append(of(item));
        }
        return text.append(']').toString();
    }

    private static String array(Object array) {
        String type = array.getClass().getSimpleName();
        if (array instanceof @Nullable Object[] objects) {
            return type + Arrays.stream(objects).map(Shown::of)
                    .collect(Collectors.joining(", ", " [", "]"));
        }
        String deep = Arrays.deepToString(new Object[]{array});
        return type + " " + deep.substring(1, deep.length() - 1);
    }
}
