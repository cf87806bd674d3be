package dev.krait.capi;

import static dev.krait.capi.Binding.function;
import static dev.krait.capi.CType.BORROWED;
import static dev.krait.capi.CType.OWNED;

/** {@code pyframe.h}. Callers hold the GIL. */
public final class FrameApi {
    private static final CFunction GET_CODE = function("PyFrame_GetCode", OWNED, BORROWED);

    private static final CFunction GET_BACK = function("PyFrame_GetBack", OWNED, BORROWED);

    private FrameApi() {}

    /** {@code PyFrame_GetCode}. */
    public static long getCode(long frame) {
        return GET_CODE.call(frame);
    }

    /** {@code PyFrame_GetBack}: the frame of the caller; 0 for none. */
    public static long getBack(long frame) {
        return GET_BACK.call(frame);
    }
}
