package dev.krait.capi;

import static dev.krait.capi.Binding.broken;
import static dev.krait.capi.Binding.function;
import static dev.krait.capi.Binding.leaf;
import static dev.krait.capi.CType.BORROWED;
import static dev.krait.capi.CType.OWNED;
import static dev.krait.capi.CType.POINTER;

import java.lang.invoke.MethodHandle;

/** {@code import.h}. Callers hold the GIL unless a method says otherwise. */
public final class ImportApi {
    private static final MethodHandle IMPORT = function("PyImport_Import", OWNED, BORROWED);
    private static final MethodHandle ADD_MODULE = function("PyImport_AddModule", BORROWED,
            POINTER);
    private static final MethodHandle GET_MODULE_DICT = leaf("PyImport_GetModuleDict", BORROWED);
    private static final MethodHandle NEW_OBJECT = function("PyModule_NewObject", OWNED, BORROWED);
    private static final MethodHandle GET_DICT = leaf("PyModule_GetDict", BORROWED, BORROWED);

    private ImportApi() {}

    /** {@code PyImport_Import}. */
    public static long importModule(long name) {
        try {
            return (long) IMPORT.invokeExact(name);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyImport_AddModule}. */
    public static long addModule(long name) {
        try {
            return (long) ADD_MODULE.invokeExact(name);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyImport_GetModuleDict}. */
    public static long getModuleDict() {
        try {
            return (long) GET_MODULE_DICT.invokeExact();
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyModule_NewObject}. */
    public static long newModule(long name) {
        try {
            return (long) NEW_OBJECT.invokeExact(name);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyModule_GetDict}. */
    public static long moduleDict(long module) {
        try {
            return (long) GET_DICT.invokeExact(module);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }
}
