package dev.krait.capi;

import java.lang.foreign.Arena;

/** The environment as C sees it, which Java cannot change. */
public final class Environment {
    private Environment() {}

    /** Removes a variable for all C code of this process and for the processes it starts. */
    public static void unset(String name) {
        // Windows has only _putenv("NAME="); untested
        String function = NativePlatform.IS_WINDOWS ? "_putenv" : "unsetenv";
        try (Arena arena = Arena.ofConfined()) {
            String variable = NativePlatform.IS_WINDOWS ? name + '=' : name;
            CFunction.ofLibc(function).call(arena.allocateFrom(variable).address());
        }
    }
}
