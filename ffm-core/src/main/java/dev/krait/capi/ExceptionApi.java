package dev.krait.capi;

import static dev.krait.capi.Binding.broken;
import static dev.krait.capi.Binding.function;
import static dev.krait.capi.CType.BORROWED;
import static dev.krait.capi.CType.OWNED;

import java.lang.invoke.MethodHandle;

/** {@code pyerrors.h}: what exception objects hold. Callers hold the GIL. */
public final class ExceptionApi {
    private static final MethodHandle GET_TRACEBACK = function("PyException_GetTraceback", OWNED,
            BORROWED);
    private static final MethodHandle GET_CAUSE = function("PyException_GetCause", OWNED, BORROWED);
    private static final MethodHandle GET_CONTEXT = function("PyException_GetContext", OWNED,
            BORROWED);

    private ExceptionApi() {}

    /** {@code PyException_GetTraceback}. */
    public static long getTraceback(long exception) {
        try {
            return (long) GET_TRACEBACK.invokeExact(exception);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyException_GetCause}. */
    public static long getCause(long exception) {
        try {
            return (long) GET_CAUSE.invokeExact(exception);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyException_GetContext}. */
    public static long getContext(long exception) {
        try {
            return (long) GET_CONTEXT.invokeExact(exception);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }
}
