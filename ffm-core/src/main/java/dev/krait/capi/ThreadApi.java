package dev.krait.capi;

import static dev.krait.capi.Binding.function;
import static dev.krait.capi.Binding.leaf;
import static dev.krait.capi.CType.BORROWED;
import static dev.krait.capi.CType.INT;
import static dev.krait.capi.CType.LLONG;
import static dev.krait.capi.CType.OWNED;
import static dev.krait.capi.CType.POINTER;
import static dev.krait.capi.CType.VOID;

/** {@code pystate.h and ceval.h}. Callers hold the GIL unless a method says otherwise. */
public final class ThreadApi {
    /**
     * A leaf though it may wait: for the thread that asked for the GIL to take it. That one runs C until then, and needs
     * nothing of the JVM.
     */
    private static final CLeaf SAVE_THREAD = leaf("PyEval_SaveThread", POINTER);
    private static final CFunction RESTORE_THREAD = function("PyEval_RestoreThread", VOID, POINTER);
    private static final CFunction ENSURE = function("PyGILState_Ensure", INT);
    private static final CFunction RELEASE = function("PyGILState_Release", VOID, INT);
    private static final CLeaf GET_THIS_THREAD_STATE = leaf("PyGILState_GetThisThreadState",
            POINTER);
    private static final CLeaf GET = leaf("PyThreadState_Get", POINTER);
    private static final CLeaf GET_INTERPRETER = leaf("PyInterpreterState_Get", POINTER);
    private static final CLeaf HEAD = leaf("PyInterpreterState_ThreadHead", POINTER, POINTER);
    private static final CLeaf NEXT = leaf("PyThreadState_Next", POINTER, POINTER);
    private static final CFunction GET_FRAME = function("PyThreadState_GetFrame", OWNED, POINTER);
    private static final CFunction CLEAR = function("PyThreadState_Clear", VOID, POINTER);
    private static final CFunction DELETE = function("PyThreadState_Delete", VOID, POINTER);
    private static final CFunction DELETE_CURRENT = function("PyThreadState_DeleteCurrent", VOID);
    private static final CFunction SET_ASYNC_EXC = function("PyThreadState_SetAsyncExc", INT, LLONG,
            BORROWED);

    private static final CFunction ENTER_RECURSIVE_CALL = function("Py_EnterRecursiveCall", INT,
            POINTER);
    private static final CFunction LEAVE_RECURSIVE_CALL = function("Py_LeaveRecursiveCall", VOID);
    private static final CLeaf GET_RECURSION_LIMIT = leaf("Py_GetRecursionLimit", INT);
    private static final CLeaf GET_THREAD_IDENT = leaf("PyThread_get_thread_ident", LLONG);

    private ThreadApi() {}

    /** {@code PyEval_SaveThread}. */
    public static long saveThread() {
        return SAVE_THREAD.call();
    }

    /** {@code PyEval_RestoreThread}. */
    public static void restoreThread(long state) {
        RESTORE_THREAD.call(state);
    }

    /** {@code PyGILState_Ensure}. */
    public static int ensure() {
        return (int) ENSURE.call();
    }

    /** {@code PyGILState_Release}. */
    public static void release(int before) {
        RELEASE.call(before);
    }

    /** {@code PyGILState_GetThisThreadState}. */
    public static long getThisThreadState() {
        return GET_THIS_THREAD_STATE.call();
    }

    /** {@code PyThreadState_Get}. */
    public static long get() {
        return GET.call();
    }

    /** {@code PyInterpreterState_Get}. */
    public static long getInterpreter() {
        return GET_INTERPRETER.call();
    }

    /** {@code PyInterpreterState_ThreadHead}: the latest thread state of an interpreter. */
    public static long head(long interpreter) {
        return HEAD.call(interpreter);
    }

    /** {@code PyThreadState_Next}: the one made before; 0 after the last. */
    public static long next(long state) {
        return NEXT.call(state);
    }

    /** {@code PyThreadState_GetFrame}: the innermost frame; 0 for none. Callers hold the GIL. */
    public static long getFrame(long state) {
        return GET_FRAME.call(state);
    }

    /** {@code PyThreadState_Clear}. */
    public static void clear(long state) {
        CLEAR.call(state);
    }

    /** {@code PyThreadState_Delete}. */
    public static void delete(long state) {
        DELETE.call(state);
    }

    /** {@code PyThreadState_DeleteCurrent}. */
    public static void deleteCurrent() {
        DELETE_CURRENT.call();
    }

    /** {@code PyThreadState_SetAsyncExc}. */
    public static int setAsyncExc(long threadId, long exception) {
        return (int) SET_ASYNC_EXC.call(threadId, exception);
    }

    /** {@code Py_EnterRecursiveCall}. */
    public static int enterRecursiveCall(long where) {
        return (int) ENTER_RECURSIVE_CALL.call(where);
    }

    /** {@code Py_LeaveRecursiveCall}. */
    public static void leaveRecursiveCall() {
        LEAVE_RECURSIVE_CALL.call();
    }

    /** {@code Py_GetRecursionLimit}. */
    public static int getRecursionLimit() {
        return (int) GET_RECURSION_LIMIT.call();
    }

    /** {@code PyThread_get_thread_ident}; needs no GIL. */
    public static long getThreadIdent() {
        return GET_THREAD_IDENT.call();
    }
}
