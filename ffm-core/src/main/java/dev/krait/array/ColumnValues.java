package dev.krait.array;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of one column in the two forms they are kept in: NDArray and List. */
final class ColumnValues {
    private ColumnValues() {}

    static Object of(String name, @Nullable Object values) {
        return switch (values) {
            case NDArray array when array.rank() == 1 -> array;
            case List<?> list -> Collections.unmodifiableList(new ArrayList<>(list));
            case @Nullable Object[] moments when Moments.TYPES
                    .contains(moments.getClass().getComponentType()) ->
                moments(moments);
            case @Nullable Object[] objects when !objects.getClass().getComponentType().isArray() ->
                Collections.unmodifiableList(Arrays.asList(objects.clone()));
            case Object array when array.getClass().isArray()
                    && array.getClass().getComponentType().isPrimitive() ->
                NDArray.of(array);
            case null,
                    default ->
                throw new IllegalArgumentException(
                        "columns: " + name + " is no column of one axis, but "
                                + (values == null ? "null" : values.getClass().getTypeName()));
        };
    }

    static long length(Object values) {
        return values instanceof NDArray array ? array.length(0) : ((List<?>) values).size();
    }

    private static NDArray moments(@Nullable Object[] moments) {
        boolean spans = moments.getClass().getComponentType() == java.time.Duration.class;
        NDArray array = NDArray.allocate(spans ? DType.timedelta64("ns") : DType.datetime64("ns"),
                Array.getLength(moments));
        for (int i = 0; i < moments.length; i++) {
            Object moment = moments[i];
            array.set(moment == null ? (Object) Moments.NOT_A_TIME : moment, i);
        }
        return array;
    }
}
