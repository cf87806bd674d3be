package dev.krait.engine;

import dev.krait.op.BootModule;

/** The functions of our Python files. Kept for ever, so borrowed; {@link Started} has loaded them. */
final class EnginePython {
    /** {@code new_namespace() -> (module, builtins)}. */
    static final long NEW_NAMESPACE = function("new_namespace");
    /** {@code visible_names(names) -> list}. */
    static final long VISIBLE_NAMES = function("visible_names");
    /** {@code restore(names, builtins)}. */
    static final long RESTORE = function("restore");
    /** The str {@code __builtins__}. */
    static final long BUILTINS_NAME = function("BUILTINS_NAME");
    /** {@code uncover(builtins, name)}. */
    static final long UNCOVER = function("uncover");
    /** {@code add_builtins(builtins)}. */
    static final long ADD_BUILTINS = function("add_builtins");
    /** {@code wanted_names(codes, names) -> set}. */
    static final long WANTED_NAMES = function("wanted_names");
    /** {@code new_host_names(handle) -> dict}. */
    static final long NEW_HOST_NAMES = function("new_host_names");
    /** {@code sweep(names)}. */
    static final long SWEEP = function("sweep");
    /** {@code swap_argv(list) -> former}. */
    static final long SWAP_ARGV = function("swap_argv");
    /** The dict of the module builtins. */
    static final long BUILTINS = function("BUILTINS");

    private EnginePython() {}

    private static long function(String name) {
        return BootModule.function(Started.MODULE, name);
    }
}
