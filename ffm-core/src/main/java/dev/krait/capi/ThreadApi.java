package dev.krait.capi;

import static dev.krait.capi.Binding.broken;
import static dev.krait.capi.Binding.function;
import static dev.krait.capi.Binding.leaf;
import static dev.krait.capi.CType.BORROWED;
import static dev.krait.capi.CType.INT;
import static dev.krait.capi.CType.LLONG;
import static dev.krait.capi.CType.POINTER;
import static dev.krait.capi.CType.VOID;

import java.lang.invoke.MethodHandle;

/** {@code pystate.h and ceval.h}. Callers hold the GIL unless a method says otherwise. */
public final class ThreadApi {
    private static final MethodHandle SAVE_THREAD = function("PyEval_SaveThread", POINTER);
    private static final MethodHandle RESTORE_THREAD = function("PyEval_RestoreThread", VOID,
            POINTER);
    private static final MethodHandle ENSURE = function("PyGILState_Ensure", INT);
    private static final MethodHandle RELEASE = function("PyGILState_Release", VOID, INT);
    private static final MethodHandle GET_THIS_THREAD_STATE = leaf("PyGILState_GetThisThreadState",
            POINTER);
    private static final MethodHandle GET = leaf("PyThreadState_Get", POINTER);
    private static final MethodHandle GET_INTERPRETER = leaf("PyInterpreterState_Get", POINTER);
    private static final MethodHandle HEAD = leaf("PyInterpreterState_ThreadHead", POINTER,
            POINTER);
    private static final MethodHandle NEXT = leaf("PyThreadState_Next", POINTER, POINTER);
    private static final MethodHandle CLEAR = function("PyThreadState_Clear", VOID, POINTER);
    private static final MethodHandle DELETE = function("PyThreadState_Delete", VOID, POINTER);
    private static final MethodHandle DELETE_CURRENT = function("PyThreadState_DeleteCurrent",
            VOID);
    private static final MethodHandle SET_ASYNC_EXC = function("PyThreadState_SetAsyncExc", INT,
            LLONG, BORROWED);

    private static final MethodHandle ENTER_RECURSIVE_CALL = function("Py_EnterRecursiveCall", INT,
            POINTER);
    private static final MethodHandle LEAVE_RECURSIVE_CALL = function("Py_LeaveRecursiveCall",
            VOID);
    private static final MethodHandle GET_RECURSION_LIMIT = leaf("Py_GetRecursionLimit", INT);
    private static final MethodHandle GET_THREAD_IDENT = leaf("PyThread_get_thread_ident", LLONG);

    private ThreadApi() {}

    /** {@code PyEval_SaveThread}. */
    public static long saveThread() {
        try {
            return (long) SAVE_THREAD.invokeExact();
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyEval_RestoreThread}. */
    public static void restoreThread(long state) {
        try {
            long _ = (long) RESTORE_THREAD.invokeExact(state);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyGILState_Ensure}. */
    public static int ensure() {
        try {
            return (int) (long) ENSURE.invokeExact();
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyGILState_Release}. */
    public static void release(int before) {
        try {
            long _ = (long) RELEASE.invokeExact((long) before);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyGILState_GetThisThreadState}. */
    public static long getThisThreadState() {
        try {
            return (long) GET_THIS_THREAD_STATE.invokeExact();
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyThreadState_Get}. */
    public static long get() {
        try {
            return (long) GET.invokeExact();
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyInterpreterState_Get}. */
    public static long getInterpreter() {
        try {
            return (long) GET_INTERPRETER.invokeExact();
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyInterpreterState_ThreadHead}: the latest thread state of an interpreter. */
    public static long head(long interpreter) {
        try {
            return (long) HEAD.invokeExact(interpreter);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyThreadState_Next}: the one made before; 0 after the last. */
    public static long next(long state) {
        try {
            return (long) NEXT.invokeExact(state);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyThreadState_Clear}. */
    public static void clear(long state) {
        try {
            long _ = (long) CLEAR.invokeExact(state);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyThreadState_Delete}. */
    public static void delete(long state) {
        try {
            long _ = (long) DELETE.invokeExact(state);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyThreadState_DeleteCurrent}. */
    public static void deleteCurrent() {
        try {
            long _ = (long) DELETE_CURRENT.invokeExact();
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyThreadState_SetAsyncExc}. */
    public static int setAsyncExc(long threadId, long exception) {
        try {
            return (int) (long) SET_ASYNC_EXC.invokeExact(threadId, exception);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code Py_EnterRecursiveCall}. */
    public static int enterRecursiveCall(long where) {
        try {
            return (int) (long) ENTER_RECURSIVE_CALL.invokeExact(where);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code Py_LeaveRecursiveCall}. */
    public static void leaveRecursiveCall() {
        try {
            long _ = (long) LEAVE_RECURSIVE_CALL.invokeExact();
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code Py_GetRecursionLimit}. */
    public static int getRecursionLimit() {
        try {
            return (int) (long) GET_RECURSION_LIMIT.invokeExact();
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyThread_get_thread_ident}; needs no GIL. */
    public static long getThreadIdent() {
        try {
            return (long) GET_THREAD_IDENT.invokeExact();
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }
}
