package dev.krait.capi;

import static dev.krait.capi.Binding.function;
import static dev.krait.capi.Binding.leaf;
import static dev.krait.capi.CType.BORROWED;
import static dev.krait.capi.CType.INT;
import static dev.krait.capi.CType.OWNED;
import static dev.krait.capi.CType.POINTER;

/** {@code compile.h and ceval.h}. Callers hold the GIL unless a method says otherwise. */
public final class EvalApi {
    private static final CFunction COMPILE_STRING_EX_FLAGS = function("Py_CompileStringExFlags",
            OWNED, POINTER, POINTER, INT, POINTER, INT);
    private static final CFunction EVAL_CODE = function("PyEval_EvalCode", OWNED, BORROWED,
            BORROWED, BORROWED);
    private static final CLeaf GET_BUILTINS = leaf("PyEval_GetBuiltins", BORROWED);

    private EvalApi() {}

    /** {@code Py_CompileStringExFlags}. */
    public static long compileStringExFlags(long source, long filename, int start, long flags,
            int optimize) {
        return COMPILE_STRING_EX_FLAGS.call(source, filename, start, flags, optimize);
    }

    /** {@code PyEval_EvalCode}. */
    public static long evalCode(long code, long globals, long locals) {
        return EVAL_CODE.call(code, globals, locals);
    }

    /** {@code PyEval_GetBuiltins}. */
    public static long getBuiltins() {
        return GET_BUILTINS.call();
    }
}
