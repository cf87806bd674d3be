package dev.krait.array;

import dev.krait.array.DType.Field;
import dev.krait.convert.target.Records;
import dev.krait.error.ConversionException;
import dev.krait.raise.Raise;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.lang3.ClassUtils;
import org.jspecify.annotations.Nullable;

/** Elements with named parts: a field of a whole array, elements as maps and records, and back. */
final class Structs {
    private Structs() {}

    static NDArray field(NDArray array, String name) {
        Field field = array.dtype().field(name);
        long[] inner = field.lengths();
        return new NDArray(array.storage(), field.dtype(), array.offset() + field.offset(),
                joined(array.shape(), inner),
                joined(array.strides(), Layouts.rowMajor(inner, field.dtype().bytes())),
                array.isReadOnly(), true);
    }

    private static long[] joined(long[] first, long[] second) {
        return LongStream.concat(Arrays.stream(first), Arrays.stream(second)).toArray();
    }

    /** An element as a map in the order of its fields; fields of several elements are Java arrays. */
    static Map<String, Object> get(MemorySegment memory, long at, DType type) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field field : type.fields()) {
            values.put(field.name(),
                    field.shape().isEmpty()
                            ? Element.get(memory, at + field.offset(), field.dtype())
                            : part(memory, at, field).toArray());
        }
        return Collections.unmodifiableMap(values);
    }

    private static NDArray part(MemorySegment memory, long at, Field field) {
        long[] shape = field.lengths();
        return new NDArray(Storage.wrap(memory), field.dtype(), at + field.offset(), shape,
                Layouts.rowMajor(shape, field.dtype().bytes()), memory.isReadOnly(), true);
    }

    /** Sets an element from a map or a record that has a value for each field. */
    static void set(MemorySegment memory, long at, DType type, Object value) {
        Map<String, ?> values = value instanceof Record record
                ? parts(record, type)
                : named(value, type);
        values.keySet().forEach(type::field);
        for (Field field : type.fields()) {
            Object part = values.get(field.name());
            if (part == null) {
                throw new IllegalArgumentException(
                        "value: has nothing for the field '" + field.name() + "' of " + type);
            }
            try {
                set(memory, at, field, part);
            } catch (IllegalArgumentException unfit) {
                throw new IllegalArgumentException(
                        "field '" + field.name() + "': " + unfit.getMessage(), unfit);
            }
        }
    }

    private static void set(MemorySegment memory, long at, Field field, Object part) {
        if (field.shape().isEmpty()) {
            Coercion.set(memory, at + field.offset(), field.dtype(), part);
        } else {
            fill(part(memory, at, field), part);
        }
    }

    private static void fill(NDArray array, Object rows) {
        if (array.rank() == 0) {
            array.set(rows);
            return;
        }
        if (!rows.getClass().isArray() || Array.getLength(rows) != array.length(0)) {
            throw new IllegalArgumentException(
                    "value: an array of shape " + Arrays.toString(array.shape()) + " is needed");
        }
        for (int i = 0; i < array.length(0); i++) {
            fill(array.at(i), Objects.requireNonNull(Array.get(rows, i), "value"));
        }
    }

    private static Map<String, ?> named(Object value, DType type) {
        if (!(value instanceof Map<?, ?> map)) {
            throw Coercion.unfit(value, type);
        }
        Map<String, @Nullable Object> named = new HashMap<>();
        map.forEach((name, each) -> named.put(String.valueOf(name), each));
        return named;
    }

    private static Map<String, ?> parts(Record record, DType type) {
        Map<String, @Nullable Object> parts = new HashMap<>();
        for (RecordComponent each : record.getClass().getRecordComponents()) {
            try {
                each.getAccessor().setAccessible(true);
                parts.put(fieldOf(each, type).name(), each.getAccessor().invoke(record));
            } catch (InvocationTargetException failed) {
                throw Raise.<RuntimeException>sneaky(failed.getCause());
            } catch (IllegalAccessException impossible) {
                throw new AssertionError(impossible);
            }
        }
        return parts;
    }

    /** A component's field: of its name, or that name in Python's spelling. */
    private static Field fieldOf(RecordComponent component, DType type) {
        String snake = Records.pythonName(component.getName());
        return type.find(component.getName()).or(() -> type.find(snake))
                .orElseGet(() -> type.field(component.getName()));
    }

    /** What {@link #get} gave as a record. */
    static Object newRecord(Map<?, ?> values, DType type, Class<?> record) {
        RecordComponent[] components = record.getRecordComponents();
        @Nullable
        Object[] parts = new Object[components.length];
        for (int i = 0; i < parts.length; i++) {
            Field field = fieldOf(components[i], type);
            try {
                parts[i] = as(components[i].getType(),
                        Objects.requireNonNull(values.get(field.name())), field);
            } catch (ConversionException unfit) {
                throw unfit.in(components[i].getName());
            }
        }
        return Records.make(Records.constructor(record), parts);
    }

    private static @Nullable Object as(Class<?> wanted, Object value, Field field) {
        if (wanted.isInstance(value)) {
            return value;
        }
        boolean rows = wanted.isArray() && value.getClass().isArray();
        Class<?> plain = ClassUtils.isPrimitiveWrapper(wanted)
                ? Objects.requireNonNull(ClassUtils.wrapperToPrimitive(wanted))
                : rows ? wanted.getComponentType() : wanted;
        int length = rows ? Array.getLength(value) : 1;
        Object cells = Array.newInstance(plain, length);
        for (int i = 0; i < length; i++) {
            Object one = rows ? Objects.requireNonNull(Array.get(value, i)) : value;
            if (rows && one.getClass().isArray()) {
                Array.set(cells, i, as(plain, one, field));
            } else {
                Rows.set(cells, i, one, field.dtype(), true);
            }
        }
        return rows ? cells : Array.get(cells, 0);
    }

    /** Elements as NumPy prints them, each field by a width of its own. */
    static List<String> texts(List<Object> elements, DType type) {
        List<List<String>> columns = type.fields().stream().map(field -> {
            List<Object> parts = elements.stream()
                    .map(each -> Objects.requireNonNull(((Map<?, ?>) each).get(field.name())))
                    .toList();
            return field.shape().isEmpty()
                    ? CellText.all(parts, field.dtype())
                    : arrays(parts, field.dtype());
        }).toList();
        return IntStream.range(0, elements.size()).mapToObj(i -> {
            List<String> cells = columns.stream().map(column -> column.get(i)).toList();
            return "(" + String.join(", ", cells) + (cells.size() == 1 ? ",)" : ")");
        }).toList();
    }

    private static List<String> arrays(List<Object> arrays, DType type) {
        List<Object> leaves = new ArrayList<>();
        arrays.forEach(each -> collect(each, type, leaves));
        Iterator<String> cells = CellText.all(leaves, type).iterator();
        return arrays.stream().map(each -> rows(each, type, cells)).toList();
    }

    private static void collect(Object row, DType type, List<Object> leaves) {
        for (int i = 0; i < Array.getLength(row); i++) {
            Object element = Objects.requireNonNull(Array.get(row, i));
            if (isOfRows(row, type)) {
                collect(element, type, leaves);
            } else {
                leaves.add(unsigned(element, type));
            }
        }
    }

    private static String rows(Object row, DType type, Iterator<String> cells) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < Array.getLength(row); i++) {
            texts.add(isOfRows(row, type)
                    ? rows(Objects.requireNonNull(Array.get(row, i)), type, cells)
                    : cells.next());
        }
        return "[" + String.join(", ", texts) + "]";
    }

    private static boolean isOfRows(Object row, DType type) {
        Class<?> component = row.getClass().getComponentType();
        return component.isArray() && component != JavaArrays.nearest(type);
    }

    /** Java arrays hold unsigned numbers by their bits. */
    private static Object unsigned(Object element, DType type) {
        boolean bits = type.kind() == DType.Kind.UINT && element instanceof Number;
        return bits
                ? Element.unsigned(((Number) element).longValue()
                        & (-1L >>> (Long.SIZE - Byte.SIZE * type.bytes())), type.bytes())
                : element instanceof Character unit ? (Object) (int) unit : element;
    }
}
