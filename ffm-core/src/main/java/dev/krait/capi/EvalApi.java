package dev.krait.capi;

import static dev.krait.capi.Binding.broken;
import static dev.krait.capi.Binding.function;
import static dev.krait.capi.Binding.leaf;
import static dev.krait.capi.CType.BORROWED;
import static dev.krait.capi.CType.INT;
import static dev.krait.capi.CType.OWNED;
import static dev.krait.capi.CType.POINTER;

import java.lang.invoke.MethodHandle;

/** {@code compile.h and ceval.h}. Callers hold the GIL unless a method says otherwise. */
public final class EvalApi {
    private static final MethodHandle COMPILE_STRING_EX_FLAGS = function("Py_CompileStringExFlags",
            OWNED, POINTER, POINTER, INT, POINTER, INT);
    private static final MethodHandle EVAL_CODE = function("PyEval_EvalCode", OWNED, BORROWED,
            BORROWED, BORROWED);
    private static final MethodHandle GET_BUILTINS = leaf("PyEval_GetBuiltins", BORROWED);

    private EvalApi() {}

    /** {@code Py_CompileStringExFlags}. */
    public static long compileStringExFlags(long source, long filename, int start, long flags,
            int optimize) {
        try {
            return (long) COMPILE_STRING_EX_FLAGS.invokeExact(source, filename, (long) start, flags,
                    (long) optimize);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyEval_EvalCode}. */
    public static long evalCode(long code, long globals, long locals) {
        try {
            return (long) EVAL_CODE.invokeExact(code, globals, locals);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyEval_GetBuiltins}. */
    public static long getBuiltins() {
        try {
            return (long) GET_BUILTINS.invokeExact();
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }
}
