package dev.krait.array;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * The named columns of a table. {@code frame.as(Columns.class)} takes them from a DataFrame or Series of pandas or
 * polars, or a pyarrow Table, and given to Python it is a pandas DataFrame. Immutable, but for the arrays in it.
 *
 * <p>Numbers, truths and times are NDArrays, without copying where the library keeps a column by itself; times with a zone
 * are in UTC. Texts and everything else are Lists, where null is what is missing; whole numbers some of which are missing
 * are doubles, with NaN for those.
 */
public final class Columns {
    private final SequencedMap<String, Object> columns;

    private Columns(SequencedMap<String, Object> columns) {
        this.columns = columns;
    }

    /**
     * Columns of one length, in the order of the map: NDArrays, Lists, and arrays of primitives, texts, objects, or
     * LocalDate, LocalDateTime, Instant and Duration, which become columns of times.
     *
     * @throws IllegalArgumentException when one is of another kind, or of another length
     */
    public static Columns of(Map<String, ?> columns) {
        SequencedMap<String, Object> copy = new LinkedHashMap<>();
        long rows = -1;
        for (Map.Entry<String, ?> each : columns.entrySet()) {
            Object values = ColumnValues.of(each.getKey(), each.getValue());
            long length = ColumnValues.length(values);
            if (rows >= 0 && rows != length) {
                throw new IllegalArgumentException("columns: " + each.getKey() + " has " + length
                        + " values, those before it " + rows);
            }
            rows = length;
            copy.put(each.getKey(), values);
        }
        return new Columns(copy);
    }

    /** The names, in order. */
    public List<String> names() {
        return List.copyOf(columns.keySet());
    }

    /** How many values each column has. */
    public long rows() {
        return columns.isEmpty() ? 0 : ColumnValues.length(columns.firstEntry().getValue());
    }

    /**
     * A column: an NDArray or a List.
     *
     * @throws NoSuchElementException when there is none of the name
     */
    public Object column(String name) {
        Object values = columns.get(Objects.requireNonNull(name, "name"));
        if (values == null) {
            throw new NoSuchElementException("name: no column " + name + " among " + names());
        }
        return values;
    }

    /**
     * A column of numbers, truths or times.
     *
     * @throws IllegalArgumentException when it has other values
     */
    public NDArray array(String name) {
        if (column(name) instanceof NDArray array) {
            return array;
        }
        throw new IllegalArgumentException(
                "name: column " + name + " is no array of numbers, truths or times");
    }

    /**
     * A column of texts; null where one is missing.
     *
     * @throws IllegalArgumentException when it has other values
     */
    public @Nullable String[] texts(String name) {
        if (column(name) instanceof List<?> list) {
            try {
                return list.toArray(String[]::new);
            } catch (ArrayStoreException others) {
                throw notTexts(name);
            }
        }
        throw notTexts(name);
    }

    /** All columns by their names. */
    public SequencedMap<String, Object> toMap() {
        return Collections.unmodifiableSequencedMap(columns);
    }

    @Override
    public String toString() {
        return columns.toString();
    }

    List<Object> values() {
        return new ArrayList<>(columns.values());
    }

    private static IllegalArgumentException notTexts(String name) {
        return new IllegalArgumentException("name: column " + name + " has not only texts");
    }
}
