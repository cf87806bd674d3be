package dev.krait.capi;

import static dev.krait.capi.Binding.function;
import static dev.krait.capi.Binding.optional;
import static dev.krait.capi.Binding.present;
import static dev.krait.capi.CType.FLAG;
import static dev.krait.capi.CType.INT;
import static dev.krait.capi.CType.LLONG;
import static dev.krait.capi.CType.POINTER;
import static dev.krait.capi.CType.STATUS;
import static dev.krait.capi.CType.VOID;

import org.jspecify.annotations.Nullable;

/** {@code pylifecycle.h and initconfig.h}. Callers hold the GIL unless a method says otherwise. */
public final class LifecycleApi {
    private static final CFunction IS_INITIALIZED = function("Py_IsInitialized", FLAG);
    private static final CFunction INITIALIZE_EX = function("Py_InitializeEx", VOID, INT);
    private static final @Nullable CFunction SET_PROGRAM_NAME = optional("Py_SetProgramName", VOID,
            POINTER);
    private static final @Nullable CFunction SET_PYTHON_HOME = optional("Py_SetPythonHome", VOID,
            POINTER);
    private static final @Nullable CFunction CREATE = optional("PyInitConfig_Create", POINTER);
    private static final @Nullable CFunction FREE = optional("PyInitConfig_Free", VOID, POINTER);
    private static final @Nullable CFunction SET_INT = optional("PyInitConfig_SetInt", STATUS,
            POINTER, POINTER, LLONG);
    private static final @Nullable CFunction SET_STR = optional("PyInitConfig_SetStr", STATUS,
            POINTER, POINTER, POINTER);
    private static final @Nullable CFunction GET_ERROR = optional("PyInitConfig_GetError", FLAG,
            POINTER, POINTER);
    private static final @Nullable CFunction INITIALIZE_FROM_INIT_CONFIG = optional(
            "Py_InitializeFromInitConfig", STATUS, POINTER);
    private static final CFunction GET_VERSION = function("Py_GetVersion", POINTER);

    private LifecycleApi() {}

    /** {@code Py_IsInitialized}. */
    public static int isInitialized() {
        return (int) IS_INITIALIZED.call();
    }

    /** {@code Py_InitializeEx}. */
    public static void initializeEx(int handlers) {
        INITIALIZE_EX.call(handlers);
    }

    /** {@code Py_SetProgramName}. */
    public static void setProgramName(long name) {
        present(SET_PROGRAM_NAME, "Py_SetProgramName").call(name);
    }

    /** {@code Py_SetPythonHome}. */
    public static void setPythonHome(long home) {
        present(SET_PYTHON_HOME, "Py_SetPythonHome").call(home);
    }

    /** {@code PyInitConfig_Create}. */
    public static long createConfig() {
        return present(CREATE, "PyInitConfig_Create").call();
    }

    /** Whether this Python has {@code PyInitConfig_Create}. */
    public static boolean hasInitConfig() {
        return CREATE != null;
    }

    /** {@code PyInitConfig_Free}. */
    public static void freeConfig(long config) {
        present(FREE, "PyInitConfig_Free").call(config);
    }

    /** {@code PyInitConfig_SetInt}. */
    public static int setConfigInt(long config, long name, long value) {
        return (int) present(SET_INT, "PyInitConfig_SetInt").call(config, name, value);
    }

    /** {@code PyInitConfig_SetStr}. */
    public static int setConfigStr(long config, long name, long value) {
        return (int) present(SET_STR, "PyInitConfig_SetStr").call(config, name, value);
    }

    /** {@code PyInitConfig_GetError}. */
    public static int getConfigError(long config, long message) {
        return (int) present(GET_ERROR, "PyInitConfig_GetError").call(config, message);
    }

    /** {@code Py_InitializeFromInitConfig}. */
    public static int initializeFromConfig(long config) {
        return (int) present(INITIALIZE_FROM_INIT_CONFIG, "Py_InitializeFromInitConfig")
                .call(config);
    }

    /** {@code Py_GetVersion}. */
    public static long getVersion() {
        return GET_VERSION.call();
    }

    /** The 11 of Python 3.11. */
    public static int minorVersion() {
        return Integer.parseInt(Memory.getText(getVersion()).split("\\.", 3)[1]);
    }
}
