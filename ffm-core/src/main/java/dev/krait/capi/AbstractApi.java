package dev.krait.capi;

import static dev.krait.capi.Binding.function;
import static dev.krait.capi.Binding.leaf;
import static dev.krait.capi.CType.BORROWED;
import static dev.krait.capi.CType.FLAG;
import static dev.krait.capi.CType.OWNED;
import static dev.krait.capi.CType.POINTER;
import static dev.krait.capi.CType.SSIZE;
import static dev.krait.capi.CType.STATUS;

/** {@code abstract.h}. Callers hold the GIL unless a method says otherwise. */
public final class AbstractApi {
    private static final CFunction TYPE = function("PyObject_Type", OWNED, BORROWED);
    private static final CFunction SIZE = function("PyObject_Size", SSIZE, BORROWED);
    private static final CFunction GET_ITEM = function("PyObject_GetItem", OWNED, BORROWED,
            BORROWED);
    private static final CFunction SET_ITEM = function("PyObject_SetItem", STATUS, BORROWED,
            BORROWED, BORROWED);
    private static final CFunction DEL_ITEM = function("PyObject_DelItem", STATUS, BORROWED,
            BORROWED);
    private static final CFunction GET_ITER = function("PyObject_GetIter", OWNED, BORROWED);
    private static final CFunction NEXT = function("PyIter_Next", OWNED, BORROWED);
    private static final CFunction IS_INSTANCE = function("PyObject_IsInstance", STATUS, BORROWED,
            BORROWED);
    private static final CFunction IS_SUBCLASS = function("PyObject_IsSubclass", STATUS, BORROWED,
            BORROWED);
    private static final CFunction CONTAINS = function("PySequence_Contains", STATUS, BORROWED,
            BORROWED);
    private static final CFunction SEQUENCE_ITEM = function("PySequence_GetItem", OWNED, BORROWED,
            SSIZE);
    private static final CFunction LIST = function("PySequence_List", OWNED, BORROWED);
    private static final CFunction TUPLE = function("PySequence_Tuple", OWNED, BORROWED);
    private static final CFunction INDEX = function("PyNumber_Index", OWNED, BORROWED);
    private static final CFunction FLOAT = function("PyNumber_Float", OWNED, BORROWED);
    private static final CFunction LONG = function("PyNumber_Long", OWNED, BORROWED);
    private static final CFunction CALL_NO_ARGS = function("PyObject_CallNoArgs", OWNED, BORROWED);
    private static final CFunction CALL = function("PyObject_Call", OWNED, BORROWED, BORROWED,
            BORROWED);
    private static final CFunction VECTORCALL_DICT = function("PyObject_VectorcallDict", OWNED,
            BORROWED, POINTER, SSIZE, BORROWED);
    private static final CFunction VECTORCALL = function(
            LibPython.lookUp("PyObject_Vectorcall").isPresent()
                    ? "PyObject_Vectorcall"
                    : "_PyFunction_Vectorcall", // before 3.11 the former is inline
            OWNED, BORROWED, POINTER, SSIZE, BORROWED);
    private static final CFunction VECTORCALL_METHOD = function("PyObject_VectorcallMethod", OWNED,
            BORROWED, POINTER, SSIZE, BORROWED);
    private static final CFunction SEQUENCE_SET_ITEM = function("PySequence_SetItem", STATUS,
            BORROWED, SSIZE, BORROWED);
    private static final CFunction SEQUENCE_DEL_ITEM = function("PySequence_DelItem", STATUS,
            BORROWED, SSIZE);
    private static final CFunction SET_SLICE = function("PySequence_SetSlice", STATUS, BORROWED,
            SSIZE, SSIZE, BORROWED);
    private static final CFunction DEL_SLICE = function("PySequence_DelSlice", STATUS, BORROWED,
            SSIZE, SSIZE);
    private static final CLeaf IS_ITERATOR = leaf("PyIter_Check", FLAG, BORROWED);
    private static final CLeaf IS_SEQUENCE = leaf("PySequence_Check", FLAG, BORROWED);

    private AbstractApi() {}

    /** {@code PyObject_Type}. */
    public static long type(long object) {
        return TYPE.call(object);
    }

    /** {@code PyObject_Size}. */
    public static long size(long object) {
        return SIZE.call(object);
    }

    /** {@code PyObject_GetItem}. */
    public static long getItem(long object, long key) {
        return GET_ITEM.call(object, key);
    }

    /** {@code PyObject_SetItem}. */
    public static int setItem(long object, long key, long value) {
        return (int) SET_ITEM.call(object, key, value);
    }

    /** {@code PyObject_DelItem}. */
    public static int delItem(long object, long key) {
        return (int) DEL_ITEM.call(object, key);
    }

    /** {@code PyObject_GetIter}. */
    public static long getIter(long object) {
        return GET_ITER.call(object);
    }

    /** {@code PyIter_Next}. */
    public static long next(long iterator) {
        return NEXT.call(iterator);
    }

    /** {@code PyObject_IsInstance}. */
    public static int isInstance(long object, long type) {
        return (int) IS_INSTANCE.call(object, type);
    }

    /** {@code PyObject_IsSubclass}. */
    public static int isSubclass(long type, long of) {
        return (int) IS_SUBCLASS.call(type, of);
    }

    /** {@code PySequence_Contains}. */
    public static int contains(long container, long item) {
        return (int) CONTAINS.call(container, item);
    }

    /** {@code PySequence_GetItem}. */
    public static long sequenceItem(long sequence, long index) {
        return SEQUENCE_ITEM.call(sequence, index);
    }

    /** {@code PySequence_List}. */
    public static long sequenceList(long iterable) {
        return LIST.call(iterable);
    }

    /** {@code PySequence_Tuple}. */
    public static long sequenceTuple(long iterable) {
        return TUPLE.call(iterable);
    }

    /** {@code PyNumber_Index}. */
    public static long index(long object) {
        return INDEX.call(object);
    }

    /** {@code PyNumber_Float}. */
    public static long toFloat(long object) {
        return FLOAT.call(object);
    }

    /** {@code PyNumber_Long}. */
    public static long toLong(long object) {
        return LONG.call(object);
    }

    /** {@code PyObject_CallNoArgs}. */
    public static long callNoArgs(long callable) {
        return CALL_NO_ARGS.call(callable);
    }

    /** {@code PyObject_Call}. */
    public static long call(long callable, long args, long keywords) {
        return CALL.call(callable, args, keywords);
    }

    /** {@code PyObject_VectorcallDict}. */
    public static long vectorcallDict(long callable, long args, long nargsf, long keywords) {
        return VECTORCALL_DICT.call(callable, args, nargsf, keywords);
    }

    /** {@code PyObject_VectorcallMethod}. */
    public static long vectorcallMethod(long name, long args, long nargsf, long keywordNames) {
        return VECTORCALL_METHOD.call(name, args, nargsf, keywordNames);
    }

    /** {@code PySequence_SetItem}. */
    public static int sequenceSetItem(long sequence, long index, long value) {
        return (int) SEQUENCE_SET_ITEM.call(sequence, index, value);
    }

    /** {@code PySequence_DelItem}. */
    public static int sequenceDelItem(long sequence, long index) {
        return (int) SEQUENCE_DEL_ITEM.call(sequence, index);
    }

    /** {@code PySequence_SetSlice}. */
    public static int setSlice(long sequence, long from, long to, long values) {
        return (int) SET_SLICE.call(sequence, from, to, values);
    }

    /** {@code PySequence_DelSlice}. */
    public static int delSlice(long sequence, long from, long to) {
        return (int) DEL_SLICE.call(sequence, from, to);
    }

    /** {@code PyIter_Check}. */
    public static int isIterator(long object) {
        return (int) IS_ITERATOR.call(object);
    }

    /** {@code PySequence_Check}. */
    public static int isSequence(long object) {
        return (int) IS_SEQUENCE.call(object);
    }

    /** {@code PyObject_Vectorcall} of a function written in Python; {@code keywordNames} is a tuple or 0. */
    public static long vectorcall(long function, long args, long nargsf, long keywordNames) {
        return VECTORCALL.call(function, args, nargsf, keywordNames);
    }
}
