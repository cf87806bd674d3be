package dev.krait.capi;

import static dev.krait.capi.Binding.broken;
import static dev.krait.capi.Binding.function;
import static dev.krait.capi.CType.BORROWED;
import static dev.krait.capi.CType.OWNED;

import java.lang.invoke.MethodHandle;

/** {@code pyframe.h}. Callers hold the GIL. */
public final class FrameApi {
    private static final MethodHandle GET_CODE = function("PyFrame_GetCode", OWNED, BORROWED);

    private FrameApi() {}

    /** {@code PyFrame_GetCode}. */
    public static long getCode(long frame) {
        try {
            return (long) GET_CODE.invokeExact(frame);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }
}
