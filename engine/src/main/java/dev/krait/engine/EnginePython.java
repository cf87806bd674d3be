package dev.krait.engine;

import dev.krait.op.BootModule;

/** The functions of {@code engine.py}. Kept for ever, so borrowed; {@link Started} has loaded them. */
final class EnginePython {
    static final String FILE = "engine.py";
    /** {@code new_namespace() -> module}. */
    static final long NEW_NAMESPACE = function("new_namespace");
    /** {@code visible_names(names) -> list}. */
    static final long VISIBLE_NAMES = function("visible_names");

    private EnginePython() {}

    private static long function(String name) {
        return BootModule.function(FILE, name);
    }
}
