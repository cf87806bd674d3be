package dev.krait.capi;

import static dev.krait.capi.Binding.function;
import static dev.krait.capi.Binding.leaf;
import static dev.krait.capi.CType.BORROWED;
import static dev.krait.capi.CType.OWNED;
import static dev.krait.capi.CType.POINTER;

/** {@code import.h}. Callers hold the GIL unless a method says otherwise. */
public final class ImportApi {
    private static final CFunction IMPORT = function("PyImport_Import", OWNED, BORROWED);
    private static final CFunction ADD_MODULE = function("PyImport_AddModule", BORROWED, POINTER);
    private static final CLeaf GET_MODULE_DICT = leaf("PyImport_GetModuleDict", BORROWED);
    private static final CFunction NEW_OBJECT = function("PyModule_NewObject", OWNED, BORROWED);
    private static final CLeaf GET_DICT = leaf("PyModule_GetDict", BORROWED, BORROWED);

    private ImportApi() {}

    /** {@code PyImport_Import}. */
    public static long importModule(long name) {
        return IMPORT.call(name);
    }

    /** {@code PyImport_AddModule}. */
    public static long addModule(long name) {
        return ADD_MODULE.call(name);
    }

    /** {@code PyImport_GetModuleDict}. */
    public static long getModuleDict() {
        return GET_MODULE_DICT.call();
    }

    /** {@code PyModule_NewObject}. */
    public static long newModule(long name) {
        return NEW_OBJECT.call(name);
    }

    /** {@code PyModule_GetDict}. */
    public static long moduleDict(long module) {
        return GET_DICT.call(module);
    }
}
