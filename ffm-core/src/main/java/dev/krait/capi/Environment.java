package dev.krait.capi;

import java.lang.foreign.Arena;
import java.lang.invoke.MethodHandle;

/** The environment as C sees it, which Java cannot change. */
public final class Environment {
    private Environment() {}

    /** Removes a variable for all C code of this process and for the processes it starts. */
    public static void unset(String name) {
        // Windows has only _putenv("NAME="); untested
        String function = NativePlatform.IS_WINDOWS ? "_putenv" : "unsetenv";
        MethodHandle unset = Downcalls.libc(function, 1);
        try (Arena arena = Arena.ofConfined()) {
            String variable = NativePlatform.IS_WINDOWS ? name + '=' : name;
            long _ = (long) unset.invokeExact(arena.allocateFrom(variable).address());
        } catch (Throwable broken) {
            throw Binding.broken(broken);
        }
    }
}
