package dev.krait;

import dev.krait.capi.AbstractApi;
import dev.krait.capi.ObjectApi;
import dev.krait.capi.Statics;
import dev.krait.convert.Targets;
import dev.krait.gil.Ambience;
import dev.krait.gil.Attachment;
import dev.krait.gil.Gil;
import dev.krait.op.Attributes;
import dev.krait.op.Boot;
import dev.krait.op.Calls;
import dev.krait.op.Order;
import dev.krait.op.Text;
import dev.krait.op.Types;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import dev.krait.ref.Ref;
import java.lang.ref.Reference;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A Python object in Java.
 *
 * <p>Any thread may use it; each call takes the GIL for its length. It holds a reference until {@link #close}, the end
 * of the {@link Scope} it was made in, or its own collection. After that every method throws IllegalStateException.
 * Errors of Python come out as {@link dev.krait.error.PythonException}; a Java exception that passed through Python
 * comes out as the same object.
 */
@SuppressWarnings("ComparableType") // Python orders objects of any classes
public final class PyObject implements AutoCloseable, Iterable<PyObject>, Comparable<Object> {
    private static final int EQUAL = 2; // Py_EQ
    private final Ref ref;
    private final @Nullable Ambience ambience;

    PyObject(Ref ref) {
        this(ref, null);
    }

    private PyObject(Ref ref, @Nullable Ambience ambience) {
        this.ref = ref;
        this.ambience = ambience;
    }

    /** {@code object.name}. */
    public PyObject attr(String name) {
        return with(thread -> own(thread, Attributes.get(thread, ref.pointer(), name)));
    }

    /** Whether it has an attribute of this name. */
    public boolean hasAttr(String name) {
        return with(thread -> {
            long found = Attributes.find(thread, ref.pointer(), name);
            Counts.releaseIfAny(found);
            return found != 0;
        });
    }

    /** {@code object.name = value}. */
    public void setAttr(String name, @Nullable Object value) {
        with(thread -> {
            long converted = Python.toPython(thread, value);
            try {
                Attributes.set(thread, ref.pointer(), name, converted);
            } finally {
                Counts.release(converted);
            }
            return this;
        });
    }

    /** {@code del object.name}. */
    public void delAttr(String name) {
        with(thread -> {
            Attributes.set(thread, ref.pointer(), name, 0);
            return this;
        });
    }

    /** {@code object[key]}. */
    public PyObject item(@Nullable Object key) {
        return with(thread -> {
            long converted = Python.toPython(thread, key);
            try {
                return own(thread, Raise.check(AbstractApi.getItem(ref.pointer(), converted)));
            } finally {
                Counts.release(converted);
            }
        });
    }

    /** {@code object[key] = value}. */
    public void setItem(@Nullable Object key, @Nullable Object value) {
        with(thread -> {
            long index = Python.toPython(thread, key);
            try {
                long converted = Python.toPython(thread, value);
                try {
                    Raise.checkStatus(AbstractApi.setItem(ref.pointer(), index, converted));
                } finally {
                    Counts.release(converted);
                }
            } finally {
                Counts.release(index);
            }
            return this;
        });
    }

    /** {@code del object[key]}. */
    public void delItem(@Nullable Object key) {
        with(thread -> {
            long converted = Python.toPython(thread, key);
            try {
                Raise.checkStatus(AbstractApi.delItem(ref.pointer(), converted));
            } finally {
                Counts.release(converted);
            }
            return this;
        });
    }

    /** {@code object(*arguments)}; {@link Kw} arguments stand last and are passed by name. */
    public PyObject call(@Nullable Object... arguments) {
        return with(thread -> own(thread, Arguments.call(thread, ref.pointer(), arguments)));
    }

    /** {@link #call} with the result converted, without a PyObject between. */
    public <T> @Nullable T callAs(Class<T> type, @Nullable Object... arguments) {
        return with(thread -> {
            long result = Arguments.call(thread, ref.pointer(), arguments);
            try {
                return Targets.convert(Python.conversion(), thread, result, type);
            } finally {
                Counts.release(result);
            }
        });
    }

    /** {@code object.name(*arguments)}; {@link Kw} arguments stand last and are passed by name. */
    public PyObject invoke(String name, @Nullable Object... arguments) {
        return with(
                thread -> own(thread, Arguments.invoke(thread, ref.pointer(), name, arguments)));
    }

    /** {@link #invoke} with the result converted, without a PyObject between. */
    public <T> @Nullable T invokeAs(Class<T> type, String name, @Nullable Object... arguments) {
        return with(thread -> {
            long result = Arguments.invoke(thread, ref.pointer(), name, arguments);
            try {
                return Targets.convert(Python.conversion(), thread, result, type);
            } finally {
                Counts.release(result);
            }
        });
    }

    /**
     * The object as a Java value of the given type.
     *
     * @throws dev.krait.error.ConversionException when it has no such form, or is out of range
     */
    public <T> @Nullable T as(Class<T> type) {
        return with(thread -> Targets.convert(Python.conversion(), thread, ref.pointer(), type));
    }

    /**
     * The object as a value of a type with arguments: {@code as(new TypeRef<List<Double>>() {})}. Collections are live
     * views whose elements are converted when they are read.
     *
     * @throws dev.krait.error.ConversionException when it has no such form, or is out of range
     */
    @SuppressWarnings("unchecked") // the conversion makes a T, as far as erasure lets it
    public <T> @Nullable T as(TypeRef<T> type) {
        Objects.requireNonNull(type, "type");
        return (T) with(
                thread -> Targets.convert(Python.conversion(), thread, ref.pointer(), type.type()));
    }

    /** The object as the Java value it has when nothing else is asked. */
    public @Nullable Object toJava() {
        return with(thread -> Python.conversion().toJava(thread, ref.pointer()));
    }

    /** {@code len(object)}. */
    public long length() {
        return with(thread -> Raise.checkSize(AbstractApi.size(ref.pointer())));
    }

    /** {@code item in object}. */
    public boolean contains(@Nullable Object item) {
        return with(thread -> {
            long converted = Python.toPython(thread, item);
            try {
                return Raise.checkStatus(AbstractApi.contains(ref.pointer(), converted)) != 0;
            } finally {
                Counts.release(converted);
            }
        });
    }

    /** {@code bool(object)}. */
    public boolean isTrue() {
        return with(thread -> Raise.checkStatus(ObjectApi.isTrue(ref.pointer())) != 0);
    }

    /** Whether this is {@code None}. */
    public boolean isNone() {
        return with(thread -> ref.pointer() == Statics.NONE);
    }

    /** {@code callable(object)}. */
    public boolean isCallable() {
        return with(thread -> ObjectApi.isCallable(ref.pointer()) != 0);
    }

    /** {@code this is other}. */
    public boolean is(PyObject other) {
        Objects.requireNonNull(other, "other");
        return with(thread -> ref.pointer() == other.ref.pointer());
    }

    /** {@code isinstance(object, type)}. */
    public boolean isInstance(PyObject type) {
        return with(thread -> type.ref.hold(thread, _ -> Raise
                .checkStatus(AbstractApi.isInstance(ref.pointer(), type.ref.pointer())) != 0));
    }

    /** {@code type(object)}. */
    public PyObject type() {
        return with(thread -> own(thread, Counts.retain(Types.of(ref.pointer()))));
    }

    /** {@code iter(object)}, an item at a time. The iterator itself is given back at its end. */
    @Override
    public Iterator<PyObject> iterator() {
        return with(thread -> new PyIterator(
                Ref.owning(Raise.check(AbstractApi.getIter(ref.pointer())))));
    }

    /** {@code repr(object)}. */
    public String repr() {
        return with(thread -> read(ObjectApi.repr(ref.pointer())));
    }

    /** {@code str(object)}; {@code [closed]} after {@link #close}. */
    @Override
    public String toString() {
        return isClosed() ? "[closed]" : with(thread -> read(ObjectApi.str(ref.pointer())));
    }

    /** The names of its public methods. */
    public List<String> methods() {
        return names(Boot.METHOD_NAMES);
    }

    /** The names of its public attributes that are no methods. */
    public List<String> attributes() {
        return names(Boot.ATTRIBUTE_NAMES);
    }

    /** What {@code help(object)} prints, as plain text. */
    public String help() {
        return with(thread -> read(Calls.call(thread, Boot.HELP_TEXT, ref.pointer())));
    }

    /** {@code this == other} of Python, for another PyObject. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PyObject object && (object == this
                || with(thread -> object.ref.hold(thread, _ -> Raise.checkStatus(ObjectApi
                        .richCompareBool(ref.pointer(), object.ref.pointer(), EQUAL)) != 0)));
    }

    /** {@code hash(object)} folded to an int; objects that Python does not hash share one value per type. */
    @Override
    public int hashCode() {
        return with(thread -> {
            long hash = ObjectApi.hash(ref.pointer());
            if (hash == -1 && (Raise.clearIf(Statics.TYPE_ERROR) // a writable memoryview: the other
                    || Raise.clearIf(Statics.VALUE_ERROR))) {
                return Long.hashCode(Types.of(ref.pointer()));
            }
            return Long.hashCode(Raise.checkSize(hash));
        });
    }

    /**
     * Python's order, by {@code <} alone as for {@code sorted()}: what is not less either way counts as equal.
     *
     * @throws ClassCastException when Python has no order for the two
     */
    @Override
    public int compareTo(Object other) {
        return with(thread -> {
            long second = Python.toPython(thread, other);
            try {
                return Order.of(ref.pointer(), second);
            } finally {
                Counts.release(second);
            }
        });
    }

    /** Gives the reference back now. A second call does nothing. */
    @Override
    public void close() {
        ref.close();
    }

    /** Whether it was closed. */
    public boolean isClosed() {
        return ref.isClosed();
    }

    /** Takes an owned reference over. */
    static PyObject own(Attachment thread, long pointer) {
        PyObject object = new PyObject(Ref.owning(pointer), Ambience.of(thread));
        Scope.register(thread, object);
        return object;
    }

    Ref ref() {
        return ref;
    }

    private List<String> names(long function) {
        return with(thread -> {
            long list = Calls.call(thread, function, ref.pointer());
            try {
                return Arguments.texts(list);
            } finally {
                Counts.release(list);
            }
        });
    }

    private static String read(long text) {
        try {
            return Text.read(Raise.check(text));
        } finally {
            Counts.releaseIfAny(text);
        }
    }

    /** What came out of a script goes on with the streams of that script, unless another runs here. */
    private <T extends @Nullable Object> T with(Gil.Section<T> section) {
        try {
            return Ambience.call(ambience, thread -> ref.hold(thread, section));
        } finally {
            Reference.reachabilityFence(ref);
        }
    }
}
