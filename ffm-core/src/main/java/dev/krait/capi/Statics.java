package dev.krait.capi;

/** The objects libpython exports as variables: singletons, builtin types, exception classes. All borrowed, immortal. */
public final class Statics {
    /** {@code None}. */
    public static final long NONE = LibPython.address("_Py_NoneStruct");
    /** {@code True}. */
    public static final long TRUE = LibPython.address("_Py_TrueStruct");
    /** {@code False}. */
    public static final long FALSE = LibPython.address("_Py_FalseStruct");
    /** {@code NotImplemented}. */
    public static final long NOT_IMPLEMENTED = LibPython.address("_Py_NotImplementedStruct");
    /** {@code type}. */
    public static final long TYPE = LibPython.address("PyType_Type");
    /** {@code int}. */
    public static final long LONG = LibPython.address("PyLong_Type");
    /** {@code bool}. */
    public static final long BOOL = LibPython.address("PyBool_Type");
    /** {@code float}. */
    public static final long FLOAT = LibPython.address("PyFloat_Type");
    /** {@code str}. */
    public static final long UNICODE = LibPython.address("PyUnicode_Type");
    /** {@code bytes}. */
    public static final long BYTES = LibPython.address("PyBytes_Type");
    /** {@code list}. */
    public static final long LIST = LibPython.address("PyList_Type");
    /** {@code tuple}. */
    public static final long TUPLE = LibPython.address("PyTuple_Type");
    /** {@code dict}. */
    public static final long DICT = LibPython.address("PyDict_Type");
    /** {@code set}. */
    public static final long SET = LibPython.address("PySet_Type");
    /** {@code frozenset}. */
    public static final long FROZEN_SET = LibPython.address("PyFrozenSet_Type");
    /** A function written in Python. */
    public static final long FUNCTION = LibPython.address("PyFunction_Type");
    /** A builtin function. */
    public static final long C_FUNCTION = LibPython.address("PyCFunction_Type");
    /** A method bound to its object. */
    public static final long METHOD = LibPython.address("PyMethod_Type");
    /** {@code BaseException}. */
    public static final long BASE_EXCEPTION = exception("BaseException");
    /** {@code Exception}. */
    public static final long EXCEPTION = exception("Exception");
    /** {@code RuntimeError}. */
    public static final long RUNTIME_ERROR = exception("RuntimeError");
    /** {@code TypeError}. */
    public static final long TYPE_ERROR = exception("TypeError");
    /** {@code ValueError}. */
    public static final long VALUE_ERROR = exception("ValueError");
    /** {@code AttributeError}. */
    public static final long ATTRIBUTE_ERROR = exception("AttributeError");
    /** {@code KeyError}. */
    public static final long KEY_ERROR = exception("KeyError");
    /** {@code IndexError}. */
    public static final long INDEX_ERROR = exception("IndexError");
    /** {@code BufferError}. */
    public static final long BUFFER_ERROR = exception("BufferError");
    /** {@code OSError}. */
    public static final long OS_ERROR = exception("OSError");
    /** {@code FileNotFoundError}. */
    public static final long FILE_NOT_FOUND_ERROR = exception("FileNotFoundError");
    /** {@code TimeoutError}. */
    public static final long TIMEOUT_ERROR = exception("TimeoutError");
    /** {@code StopIteration}. */
    public static final long STOP_ITERATION = exception("StopIteration");
    /** {@code OverflowError}. */
    public static final long OVERFLOW_ERROR = exception("OverflowError");
    /** {@code MemoryError}. */
    public static final long MEMORY_ERROR = exception("MemoryError");
    /** {@code RecursionError}. */
    public static final long RECURSION_ERROR = exception("RecursionError");

    private Statics() {}

    private static long exception(String name) {
        return Memory.getLong(LibPython.address("PyExc_" + name));
    }
}
