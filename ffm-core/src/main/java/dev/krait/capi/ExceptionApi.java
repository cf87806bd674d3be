package dev.krait.capi;

import static dev.krait.capi.Binding.function;
import static dev.krait.capi.CType.BORROWED;
import static dev.krait.capi.CType.OWNED;

/** {@code pyerrors.h}: what exception objects hold. Callers hold the GIL. */
public final class ExceptionApi {
    private static final CFunction GET_TRACEBACK = function("PyException_GetTraceback", OWNED,
            BORROWED);
    private static final CFunction GET_CAUSE = function("PyException_GetCause", OWNED, BORROWED);
    private static final CFunction GET_CONTEXT = function("PyException_GetContext", OWNED,
            BORROWED);

    private ExceptionApi() {}

    /** {@code PyException_GetTraceback}. */
    public static long getTraceback(long exception) {
        return GET_TRACEBACK.call(exception);
    }

    /** {@code PyException_GetCause}. */
    public static long getCause(long exception) {
        return GET_CAUSE.call(exception);
    }

    /** {@code PyException_GetContext}. */
    public static long getContext(long exception) {
        return GET_CONTEXT.call(exception);
    }
}
