package dev.krait.host;

import dev.krait.capi.AbstractApi;
import dev.krait.capi.BufferApi;
import dev.krait.capi.Layout;
import dev.krait.capi.Memory;
import dev.krait.capi.ObjectApi;
import dev.krait.capi.Statics;
import dev.krait.convert.Conversion;
import dev.krait.gil.Attachment;
import dev.krait.op.Calls;
import dev.krait.op.Numbers;
import dev.krait.op.Text;
import dev.krait.op.Types;
import dev.krait.ref.Counts;
import java.math.BigInteger;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What overload resolution knows of a Python argument.
 *
 * @param sort what it is
 * @param type the class of a Java object, made or to be made, or of what a value of a library's own becomes; for a
 *        buffer that of the array it is like
 * @param least the fewest arguments a callable takes
 * @param most the most arguments a callable takes
 */
record ArgumentKind(Sort sort, @Nullable Class<?> type, int least, int most) {
    private static final int MANY = 255;
    private static final Map<Sort, ArgumentKind> PLAIN = new EnumMap<>(Sort.class);

    static {
        for (Sort sort : Sort.values()) {
            PLAIN.put(sort, new ArgumentKind(sort, null, 0, 0));
        }
    }

    /** Sorts of arguments; ints by the narrowest Java type that holds them. */
    enum Sort {
        NONE, BOOL, BYTE, SHORT, CHAR, INT, LONG, BIG, FLOAT, LETTER, TEXT, BYTES, LIST, TUPLE, DICT, SET, CALLABLE, ITERATOR, JAVA, IMPLEMENTATION, VALUE, BUFFER, OTHER
    }

    /** The kind of an argument (borrowed). */
    static ArgumentKind of(Attachment thread, long object) {
        long type = Layout.typeOf(object);
        if (object == Statics.NONE) {
            return plain(Sort.NONE);
        }
        if (type == Statics.LONG) {
            return plain(width(Numbers.read(thread, object)));
        }
        if (type == Statics.UNICODE) {
            return plain(Memory.getLong(object + Layout.SIZE) == 1 ? Sort.LETTER : Sort.TEXT);
        }
        if (type == Statics.FLOAT) {
            return plain(Sort.FLOAT);
        }
        if (type == Statics.BOOL) {
            return plain(Sort.BOOL);
        }
        Object java = Receivers.find(object);
        if (java != null) {
            return new ArgumentKind(Sort.JAVA,
                    java instanceof Cast cast ? cast.type() : java.getClass(), 0, 0);
        }
        return other(thread, object);
    }

    private static ArgumentKind other(Attachment thread, long object) {
        long[] types = {Statics.LIST, Statics.TUPLE, Statics.DICT, Statics.SET, Statics.FROZEN_SET,
                Statics.BYTES, Statics.FLOAT, Statics.UNICODE};
        Sort[] sorts = {Sort.LIST, Sort.TUPLE, Sort.DICT, Sort.SET, Sort.SET, Sort.BYTES,
                Sort.FLOAT, Sort.TEXT};
        for (int i = 0; i < types.length; i++) {
            if (Types.isInstance(object, types[i])) {
                return plain(sorts[i]);
            }
        }
        if (Types.isInstance(object, Statics.LONG)) {
            return plain(width(Numbers.read(thread, object)));
        }
        Class<?> implemented = Types.isInstance(object, HostPython.javaInterface())
                ? Interfaces.implementationOf(object)
                : null;
        if (implemented != null) {
            return new ArgumentKind(Sort.IMPLEMENTATION, implemented, 0, 0);
        }
        if (ObjectApi.isCallable(object) != 0) {
            return callable(thread, object);
        }
        if (AbstractApi.isIterator(object) != 0) {
            return plain(Sort.ITERATOR);
        }
        long own = Conversion.newPlain(thread, object);
        if (own != 0) {
            try {
                return of(thread, own);
            } finally {
                Counts.release(own);
            }
        }
        return BufferApi.isExporter(object) == 0 ? plain(Sort.OTHER) : buffer(thread, object);
    }

    /** Something with a buffer, with the class of the array that has its elements. */
    private static ArgumentKind buffer(Attachment thread, long object) {
        long answer = Calls.call(thread, HostPython.function("element_of"), object);
        try {
            Class<?> array = ArrayBuffers.classOf(Text.read(answer));
            if (array != null) {
                return new ArgumentKind(Sort.BUFFER, array, 0, 0);
            }
            Class<?> value = Conversion.usualClass(thread, object); // dates of NumPy
            return value == null ? plain(Sort.OTHER) : new ArgumentKind(Sort.VALUE, value, 0, 0);
        } finally {
            Counts.release(answer);
        }
    }

    /** A callable, with how many arguments it takes as far as Python knows. */
    private static ArgumentKind callable(Attachment thread, long object) {
        long answer = Calls.call(thread, HostPython.arity(), object);
        int packed = Numbers.read(thread, answer).intValue();
        Counts.release(answer);
        return new ArgumentKind(Sort.CALLABLE, null, packed / (MANY + 1), packed % (MANY + 1));
    }

    /** Whether this is a callable that does not say how many arguments it takes. */
    boolean isOfUnknownArity() {
        return sort == Sort.CALLABLE && least == 0 && most == MANY;
    }

    /** Whether it can be read but once. */
    boolean isOnce() {
        return sort == Sort.ITERATOR;
    }

    /** Whether a callable takes this many arguments. */
    boolean takes(int arguments) {
        return least <= arguments && (arguments <= most || most == MANY);
    }

    /** The kind of a sort of which nothing more is known. */
    static ArgumentKind plain(Sort sort) {
        return Objects.requireNonNull(PLAIN.get(sort));
    }

    private static Sort width(Number number) {
        if (number instanceof BigInteger) {
            return Sort.BIG;
        }
        if (number instanceof Long) {
            return Sort.LONG;
        }
        int value = number.intValue();
        if ((byte) value == value) {
            return Sort.BYTE;
        }
        if ((short) value == value) {
            return Sort.SHORT;
        }
        return (char) value == value ? Sort.CHAR : Sort.INT;
    }
}
