package dev.krait.capi;

import static dev.krait.capi.Binding.broken;
import static dev.krait.capi.Binding.function;
import static dev.krait.capi.Binding.leaf;
import static dev.krait.capi.CType.BORROWED;
import static dev.krait.capi.CType.FLAG;
import static dev.krait.capi.CType.OWNED;
import static dev.krait.capi.CType.POINTER;
import static dev.krait.capi.CType.SSIZE;
import static dev.krait.capi.CType.STATUS;

import java.lang.invoke.MethodHandle;

/** {@code abstract.h}. Callers hold the GIL unless a method says otherwise. */
public final class AbstractApi {
    private static final MethodHandle TYPE = function("PyObject_Type", OWNED, BORROWED);
    private static final MethodHandle SIZE = function("PyObject_Size", SSIZE, BORROWED);
    private static final MethodHandle GET_ITEM = function("PyObject_GetItem", OWNED, BORROWED,
            BORROWED);
    private static final MethodHandle SET_ITEM = function("PyObject_SetItem", STATUS, BORROWED,
            BORROWED, BORROWED);
    private static final MethodHandle DEL_ITEM = function("PyObject_DelItem", STATUS, BORROWED,
            BORROWED);
    private static final MethodHandle GET_ITER = function("PyObject_GetIter", OWNED, BORROWED);
    private static final MethodHandle NEXT = function("PyIter_Next", OWNED, BORROWED);
    private static final MethodHandle IS_INSTANCE = function("PyObject_IsInstance", STATUS,
            BORROWED, BORROWED);
    private static final MethodHandle IS_SUBCLASS = function("PyObject_IsSubclass", STATUS,
            BORROWED, BORROWED);
    private static final MethodHandle CONTAINS = function("PySequence_Contains", STATUS, BORROWED,
            BORROWED);
    private static final MethodHandle SEQUENCE_ITEM = function("PySequence_GetItem", OWNED,
            BORROWED, SSIZE);
    private static final MethodHandle LIST = function("PySequence_List", OWNED, BORROWED);
    private static final MethodHandle TUPLE = function("PySequence_Tuple", OWNED, BORROWED);
    private static final MethodHandle INDEX = function("PyNumber_Index", OWNED, BORROWED);
    private static final MethodHandle FLOAT = function("PyNumber_Float", OWNED, BORROWED);
    private static final MethodHandle LONG = function("PyNumber_Long", OWNED, BORROWED);
    private static final MethodHandle CALL_NO_ARGS = function("PyObject_CallNoArgs", OWNED,
            BORROWED);
    private static final MethodHandle CALL = function("PyObject_Call", OWNED, BORROWED, BORROWED,
            BORROWED);
    private static final MethodHandle VECTORCALL_DICT = function("PyObject_VectorcallDict", OWNED,
            BORROWED, POINTER, SSIZE, BORROWED);
    private static final MethodHandle VECTORCALL = function(
            LibPython.lookUp("PyObject_Vectorcall").isPresent()
                    ? "PyObject_Vectorcall"
                    : "_PyFunction_Vectorcall", // before 3.11 the former is inline
            OWNED, BORROWED, POINTER, SSIZE, BORROWED);
    private static final MethodHandle VECTORCALL_METHOD = function("PyObject_VectorcallMethod",
            OWNED, BORROWED, POINTER, SSIZE, BORROWED);
    private static final MethodHandle SEQUENCE_SET_ITEM = function("PySequence_SetItem", STATUS,
            BORROWED, SSIZE, BORROWED);
    private static final MethodHandle SEQUENCE_DEL_ITEM = function("PySequence_DelItem", STATUS,
            BORROWED, SSIZE);
    private static final MethodHandle SET_SLICE = function("PySequence_SetSlice", STATUS, BORROWED,
            SSIZE, SSIZE, BORROWED);
    private static final MethodHandle DEL_SLICE = function("PySequence_DelSlice", STATUS, BORROWED,
            SSIZE, SSIZE);
    private static final MethodHandle IS_ITERATOR = leaf("PyIter_Check", FLAG, BORROWED);
    private static final MethodHandle IS_SEQUENCE = leaf("PySequence_Check", FLAG, BORROWED);

    private AbstractApi() {}

    /** {@code PyObject_Type}. */
    public static long type(long object) {
        try {
            return (long) TYPE.invokeExact(object);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyObject_Size}. */
    public static long size(long object) {
        try {
            return (long) SIZE.invokeExact(object);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyObject_GetItem}. */
    public static long getItem(long object, long key) {
        try {
            return (long) GET_ITEM.invokeExact(object, key);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyObject_SetItem}. */
    public static int setItem(long object, long key, long value) {
        try {
            return (int) (long) SET_ITEM.invokeExact(object, key, value);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyObject_DelItem}. */
    public static int delItem(long object, long key) {
        try {
            return (int) (long) DEL_ITEM.invokeExact(object, key);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyObject_GetIter}. */
    public static long getIter(long object) {
        try {
            return (long) GET_ITER.invokeExact(object);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyIter_Next}. */
    public static long next(long iterator) {
        try {
            return (long) NEXT.invokeExact(iterator);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyObject_IsInstance}. */
    public static int isInstance(long object, long type) {
        try {
            return (int) (long) IS_INSTANCE.invokeExact(object, type);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyObject_IsSubclass}. */
    public static int isSubclass(long type, long of) {
        try {
            return (int) (long) IS_SUBCLASS.invokeExact(type, of);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PySequence_Contains}. */
    public static int contains(long container, long item) {
        try {
            return (int) (long) CONTAINS.invokeExact(container, item);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PySequence_GetItem}. */
    public static long sequenceItem(long sequence, long index) {
        try {
            return (long) SEQUENCE_ITEM.invokeExact(sequence, index);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PySequence_List}. */
    public static long sequenceList(long iterable) {
        try {
            return (long) LIST.invokeExact(iterable);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PySequence_Tuple}. */
    public static long sequenceTuple(long iterable) {
        try {
            return (long) TUPLE.invokeExact(iterable);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyNumber_Index}. */
    public static long index(long object) {
        try {
            return (long) INDEX.invokeExact(object);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyNumber_Float}. */
    public static long toFloat(long object) {
        try {
            return (long) FLOAT.invokeExact(object);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyNumber_Long}. */
    public static long toLong(long object) {
        try {
            return (long) LONG.invokeExact(object);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyObject_CallNoArgs}. */
    public static long callNoArgs(long callable) {
        try {
            return (long) CALL_NO_ARGS.invokeExact(callable);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyObject_Call}. */
    public static long call(long callable, long args, long keywords) {
        try {
            return (long) CALL.invokeExact(callable, args, keywords);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyObject_VectorcallDict}. */
    public static long vectorcallDict(long callable, long args, long nargsf, long keywords) {
        try {
            return (long) VECTORCALL_DICT.invokeExact(callable, args, nargsf, keywords);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyObject_VectorcallMethod}. */
    public static long vectorcallMethod(long name, long args, long nargsf, long keywordNames) {
        try {
            return (long) VECTORCALL_METHOD.invokeExact(name, args, nargsf, keywordNames);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PySequence_SetItem}. */
    public static int sequenceSetItem(long sequence, long index, long value) {
        try {
            return (int) (long) SEQUENCE_SET_ITEM.invokeExact(sequence, index, value);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PySequence_DelItem}. */
    public static int sequenceDelItem(long sequence, long index) {
        try {
            return (int) (long) SEQUENCE_DEL_ITEM.invokeExact(sequence, index);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PySequence_SetSlice}. */
    public static int setSlice(long sequence, long from, long to, long values) {
        try {
            return (int) (long) SET_SLICE.invokeExact(sequence, from, to, values);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PySequence_DelSlice}. */
    public static int delSlice(long sequence, long from, long to) {
        try {
            return (int) (long) DEL_SLICE.invokeExact(sequence, from, to);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyIter_Check}. */
    public static int isIterator(long object) {
        try {
            return (int) (long) IS_ITERATOR.invokeExact(object);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PySequence_Check}. */
    public static int isSequence(long object) {
        try {
            return (int) (long) IS_SEQUENCE.invokeExact(object);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyObject_Vectorcall} of a function written in Python; {@code keywordNames} is a tuple or 0. */
    public static long vectorcall(long function, long args, long nargsf, long keywordNames) {
        try {
            return (long) VECTORCALL.invokeExact(function, args, nargsf, keywordNames);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }
}
