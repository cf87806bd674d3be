package dev.krait.capi;

import static dev.krait.capi.Binding.broken;
import static dev.krait.capi.Binding.function;
import static dev.krait.capi.Binding.optional;
import static dev.krait.capi.Binding.present;
import static dev.krait.capi.CType.FLAG;
import static dev.krait.capi.CType.INT;
import static dev.krait.capi.CType.LLONG;
import static dev.krait.capi.CType.POINTER;
import static dev.krait.capi.CType.STATUS;
import static dev.krait.capi.CType.VOID;

import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/** {@code pylifecycle.h and initconfig.h}. Callers hold the GIL unless a method says otherwise. */
public final class LifecycleApi {
    private static final MethodHandle IS_INITIALIZED = function("Py_IsInitialized", FLAG);
    private static final MethodHandle INITIALIZE_EX = function("Py_InitializeEx", VOID, INT);
    private static final @Nullable MethodHandle SET_PROGRAM_NAME = optional("Py_SetProgramName",
            VOID, POINTER);
    private static final @Nullable MethodHandle SET_PYTHON_HOME = optional("Py_SetPythonHome", VOID,
            POINTER);
    private static final @Nullable MethodHandle CREATE = optional("PyInitConfig_Create", POINTER);
    private static final @Nullable MethodHandle FREE = optional("PyInitConfig_Free", VOID, POINTER);
    private static final @Nullable MethodHandle SET_INT = optional("PyInitConfig_SetInt", STATUS,
            POINTER, POINTER, LLONG);
    private static final @Nullable MethodHandle SET_STR = optional("PyInitConfig_SetStr", STATUS,
            POINTER, POINTER, POINTER);
    private static final @Nullable MethodHandle GET_ERROR = optional("PyInitConfig_GetError", FLAG,
            POINTER, POINTER);
    private static final @Nullable MethodHandle INITIALIZE_FROM_INIT_CONFIG = optional(
            "Py_InitializeFromInitConfig", STATUS, POINTER);
    private static final MethodHandle GET_VERSION = function("Py_GetVersion", POINTER);

    private LifecycleApi() {}

    /** {@code Py_IsInitialized}. */
    public static int isInitialized() {
        try {
            return (int) (long) IS_INITIALIZED.invokeExact();
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code Py_InitializeEx}. */
    public static void initializeEx(int handlers) {
        try {
            long _ = (long) INITIALIZE_EX.invokeExact((long) handlers);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code Py_SetProgramName}. */
    public static void setProgramName(long name) {
        try {
            long _ = (long) present(SET_PROGRAM_NAME, "Py_SetProgramName").invokeExact(name);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code Py_SetPythonHome}. */
    public static void setPythonHome(long home) {
        try {
            long _ = (long) present(SET_PYTHON_HOME, "Py_SetPythonHome").invokeExact(home);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyInitConfig_Create}. */
    public static long createConfig() {
        try {
            return (long) present(CREATE, "PyInitConfig_Create").invokeExact();
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** Whether this Python has {@code PyInitConfig_Create}. */
    public static boolean hasInitConfig() {
        return CREATE != null;
    }

    /** {@code PyInitConfig_Free}. */
    public static void freeConfig(long config) {
        try {
            long _ = (long) present(FREE, "PyInitConfig_Free").invokeExact(config);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyInitConfig_SetInt}. */
    public static int setConfigInt(long config, long name, long value) {
        try {
            return (int) (long) present(SET_INT, "PyInitConfig_SetInt").invokeExact(config, name,
                    value);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyInitConfig_SetStr}. */
    public static int setConfigStr(long config, long name, long value) {
        try {
            return (int) (long) present(SET_STR, "PyInitConfig_SetStr").invokeExact(config, name,
                    value);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code PyInitConfig_GetError}. */
    public static int getConfigError(long config, long message) {
        try {
            return (int) (long) present(GET_ERROR, "PyInitConfig_GetError").invokeExact(config,
                    message);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code Py_InitializeFromInitConfig}. */
    public static int initializeFromConfig(long config) {
        try {
            return (int) (long) present(INITIALIZE_FROM_INIT_CONFIG, "Py_InitializeFromInitConfig")
                    .invokeExact(config);
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }

    /** {@code Py_GetVersion}. */
    public static long getVersion() {
        try {
            return (long) GET_VERSION.invokeExact();
        } catch (Throwable broken) {
            throw broken(broken);
        }
    }
}
