package dev.krait.array;

import dev.krait.gil.Gil;
import dev.krait.ref.Ref;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An array of any rank in native memory: of its own, of a NumPy array, or of a segment. Given to Python it is a NumPy
 * array over the same memory, or a memoryview where there is no NumPy.
 *
 * <p>Any thread; writing and reading at the same time needs the caller's own care, as with any array. Slices and
 * transposes are views of the same memory. The memory lives as long as anything can reach it; {@link #close} gives it
 * back at once, or as soon as Python has let go of it. After that the array and its views throw IllegalStateException.
 */
public final class NDArray implements AutoCloseable {
    private final Storage storage;
    private final DType dtype;
    private final long offset;
    private final long[] shape;
    private final long[] strides;
    private final boolean readOnly;
    private final boolean view;
    private @Nullable Ref source;

    NDArray(Storage storage, DType dtype, long offset, long[] shape, long[] strides,
            boolean readOnly, boolean view) {
        this.storage = storage;
        this.dtype = dtype;
        this.offset = offset;
        this.shape = shape;
        this.strides = strides;
        this.readOnly = readOnly;
        this.view = view;
    }

    /** A new array of zeros. */
    public static NDArray allocate(DType dtype, long... shape) {
        return create(dtype, shape, true);
    }

    static NDArray create(DType dtype, long[] shape, boolean cleared) {
        Objects.requireNonNull(dtype, "dtype");
        long bytes = Layouts.bytes(shape, dtype.bytes());
        return new NDArray(Storage.allocate(bytes, cleared), dtype, 0, shape.clone(),
                Layouts.rowMajor(shape, dtype.bytes()), false, false);
    }

    /**
     * A copy of a Java array of numbers or booleans, of any rank: {@code double[][]} has two axes. {@code char} is
     * uint16.
     *
     * @throws IllegalArgumentException when rows differ in length, or the elements are no such values
     */
    public static NDArray of(Object javaArray) {
        return JavaArrays.copyIn(Objects.requireNonNull(javaArray, "javaArray"));
    }

    /**
     * An array over memory that stays the caller's: rows one after the other from its start.
     *
     * @throws IllegalArgumentException when it is too small, or no native memory
     */
    public static NDArray wrap(MemorySegment memory, DType dtype, long... shape) {
        long bytes = Layouts.bytes(shape, dtype.bytes());
        if (!memory.isNative()) {
            throw new IllegalArgumentException(
                    "memory: lies on the Java heap; NDArray.of copies arrays from there");
        }
        if (memory.byteSize() < bytes) {
            throw new IllegalArgumentException(
                    "memory: needs " + bytes + " bytes, has " + memory.byteSize());
        }
        return new NDArray(Storage.wrap(memory), dtype, 0, shape.clone(),
                Layouts.rowMajor(shape, dtype.bytes()), memory.isReadOnly(), false);
    }

    /** What the elements are. */
    public DType dtype() {
        return dtype;
    }

    /** How many axes it has; 0 for a single element. */
    public int rank() {
        return shape.length;
    }

    /** The length of each axis. */
    public long[] shape() {
        return shape.clone();
    }

    /** The length of one axis. */
    public long length(int axis) {
        return shape[Objects.checkIndex(axis, shape.length)];
    }

    /** For each axis, how many bytes lie between neighbours; may be negative or zero. */
    public long[] strides() {
        return strides.clone();
    }

    /** How many elements there are. */
    public long size() {
        return Layouts.count(shape);
    }

    /** Whether writing is refused. */
    public boolean isReadOnly() {
        return readOnly;
    }

    /** Whether the rows lie one after the other, without gaps. */
    public boolean isContiguous() {
        return Layouts.isContiguous(shape, strides, dtype.bytes());
    }

    /**
     * The memory of the elements.
     *
     * @throws IllegalStateException when they do not lie one after the other; {@link #copy} makes an array whose do
     */
    public MemorySegment segment() {
        if (!isContiguous()) {
            throw new IllegalStateException("the elements lie apart; copy() brings them together");
        }
        MemorySegment part = storage.lasting().asSlice(offset, size() * dtype.bytes());
        return readOnly ? part.asReadOnly() : part;
    }

    /** Address of the first element. */
    public long address() {
        return memory().address() + offset;
    }

    /**
     * An element as an object: Boolean; Integer for whole numbers up to 32 bits (uint32: Long), Long, BigInteger where a
     * uint64 needs it; Float for halves and singles, Double; {@code double[2]} for a complex; the Long behind dates and
     * time spans, see {@link #toArray(Class)} for java.time; String; byte[]; a Map by fields for a struct.
     */
    public Object get(long... index) {
        try (Storage.Use use = storage.use()) {
            return Element.get(use.memory(), at(index), dtype);
        }
    }

    /**
     * An element as a double.
     *
     * @throws IllegalArgumentException when it is no real number
     */
    public double getDouble(long... index) {
        try (Storage.Use use = storage.use()) {
            return Coercion.getDouble(use.memory(), at(index), dtype);
        }
    }

    /**
     * An element as a long; uint64 by its bits, dates and time spans in their unit.
     *
     * @throws IllegalArgumentException when it is no whole number
     */
    public long getLong(long... index) {
        try (Storage.Use use = storage.use()) {
            return Coercion.getLong(use.memory(), at(index), dtype);
        }
    }

    /**
     * Sets an element: a struct from a Map or a record that has a value for each field.
     *
     * @throws IllegalArgumentException when the value does not fit
     * @throws IllegalStateException when the array is read-only
     */
    public void set(Object value, long... index) {
        requireWritable();
        try (Storage.Use use = storage.use()) {
            Coercion.set(use.memory(), at(index), dtype, Objects.requireNonNull(value, "value"));
        }
    }

    /** Sets an element; see {@link #set}. */
    public void setDouble(double value, long... index) {
        if (dtype.kind() != DType.Kind.FLOAT) {
            set(value, index);
            return;
        }
        requireWritable();
        try (Storage.Use use = storage.use()) {
            Coercion.setReal(use.memory(), at(index), dtype, value);
        }
    }

    /** Sets an element; see {@link #set}. */
    public void setLong(long value, long... index) {
        set(value, index);
    }

    /** Sets every element to the value; see {@link #set}. */
    public void fill(Object value) {
        requireWritable();
        try (Storage.Use use = storage.use()) {
            Walk.over(this, at -> Coercion.set(use.memory(), at, dtype, value));
        }
    }

    /** The part with one index of the first axis: a view. */
    public NDArray at(long index) {
        return Views.at(this, index);
    }

    /**
     * One field of every element of a structured array: a view. The axes of a field that is an array follow those of
     * this array.
     *
     * @throws IllegalArgumentException when there is none of this name; the message lists those there are
     */
    public NDArray field(String name) {
        return Structs.field(this, name);
    }

    /**
     * The elements {@code from}, {@code from + step} ... before {@code to} of an axis: a view.
     *
     * @param step not 0; with a negative one {@code from} is the greater, and {@code to} may be -1
     */
    public NDArray slice(int axis, long from, long to, long step) {
        return Views.slice(this, axis, from, to, step);
    }

    /** The elements {@code from} to before {@code to} of an axis: a view. */
    public NDArray slice(int axis, long from, long to) {
        return slice(axis, from, to, 1);
    }

    /** The axes in reverse order, or in the order given: a view. */
    public NDArray transpose(int... axes) {
        return Views.transpose(this, axes);
    }

    /**
     * The same elements in another shape: a view.
     *
     * @throws IllegalArgumentException when the number of elements differs
     * @throws IllegalStateException when they lie apart
     */
    public NDArray reshape(long... newShape) {
        return Views.reshape(this, newShape);
    }

    /** A contiguous copy with memory of its own, in the machine's byte order. */
    public NDArray copy() {
        try (Storage.Use _ = storage.use()) {
            return Walk.copy(this);
        }
    }

    /**
     * A copy as the Java array nearest to the element type, of this rank; for rank 0 an array of one element. uint8 is
     * {@code byte[]} and uint32 {@code int[]} by their bits, uint16 {@code char[]}, float16 {@code float[]}, complex an
     * innermost {@code double[2]}, dates and time spans {@code long[]}.
     */
    public Object toArray() {
        try (Storage.Use _ = storage.use()) {
            return JavaArrays.copyOut(this, JavaArrays.nearest(dtype), false);
        }
    }

    /**
     * A copy as a Java array: {@code toArray(double[][].class)}. Dates are also LocalDateTime, LocalDate and Instant (as
     * UTC), time spans Duration; not-a-time is null there. Structs are also records with components of the fields' names.
     *
     * @throws IllegalArgumentException when the rank differs, or an element does not fit the type
     */
    public <T> T toArray(Class<T> type) {
        try (Storage.Use _ = storage.use()) {
            return type.cast(JavaArrays.copyOut(this, type));
        }
    }

    /** Equal in shape and in every element, as numbers; the element types may differ. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other == this || (other instanceof NDArray array && Arrays.equals(shape, array.shape)
                && hasElementsOf(array));
    }

    @Override
    public int hashCode() {
        int[] hash = {Arrays.hashCode(shape)};
        try (Storage.Use use = storage.use()) {
            Walk.over(this, at -> hash[0] = 31 * hash[0]
                    + Coercion.hash(Element.get(use.memory(), at, dtype)));
        }
        return hash[0];
    }

    /** What NumPy's {@code str} of it looks like, long axes cut in the middle. */
    @Override
    public String toString() {
        return storage.isClosed() ? "[closed]" : ArrayText.of(this);
    }

    /** Gives the memory back, unless this is a view of another array. A second call does nothing. */
    @Override
    public void close() {
        if (view) {
            return;
        }
        Ref python = source;
        if (python == null) {
            storage.close();
        } else {
            Gil.giveBack(() -> { // both references in one section
                storage.close();
                python.close();
            });
        }
    }

    /** Whether it, or the array it is a view of, was closed. */
    public boolean isClosed() {
        return storage.isClosed();
    }

    /** Sets the Python array it comes from, as which it goes back. */
    NDArray from(Ref python) {
        source = python;
        return this;
    }

    @Nullable
    Ref source() {
        return source;
    }

    /** The same memory with elements of another meaning and the same size. */
    NDArray seenAs(DType other) {
        return new NDArray(storage, other, offset, shape, strides, readOnly, false);
    }

    Storage storage() {
        return storage;
    }

    /** The memory, for callers within a {@link Storage#use}, or who alone know the array. */
    MemorySegment memory() {
        return storage.memory();
    }

    long offset() {
        return offset;
    }

    long stride(int axis) {
        return strides[axis];
    }

    private void requireWritable() {
        if (readOnly) {
            throw new IllegalStateException("this array is read-only; copy() can be written to");
        }
    }

    private boolean hasElementsOf(NDArray other) {
        try (Storage.Use _ = storage.use(); Storage.Use _ = other.storage.use()) {
            return Walk.equal(this, other);
        }
    }

    /** Bytes from address to address; both contiguous and of one type. */
    static void move(NDArray from, NDArray to) {
        MemorySegment.copy(from.memory(), from.offset, to.memory(), to.offset,
                from.size() * from.dtype.bytes());
    }

    /** A view of the same memory. */
    NDArray view(long start, long[] lengths, long[] distances) {
        return new NDArray(storage, dtype, start, lengths, distances, readOnly, true);
    }

    private long at(long[] index) {
        if (index.length != shape.length) {
            throw new IllegalArgumentException(
                    "index: " + index.length + " places for " + shape.length + " axes");
        }
        long at = offset;
        for (int i = 0; i < index.length; i++) {
            at += Objects.checkIndex(index[i], shape[i]) * strides[i];
        }
        return at;
    }
}
