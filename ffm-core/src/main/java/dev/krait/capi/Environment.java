package dev.krait.capi;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.apache.commons.lang3.SystemUtils;

/** The environment as C sees it, which Java cannot change. */
public final class Environment {
    private Environment() {}

    /** Removes a variable for all C code of this process and for the processes it starts. */
    @SuppressWarnings({"restricted", "UnusedVariable"}) // the wall; invokeExact wants the status
                                                        // taken
    public static void unset(String name) {
        SymbolLookup libc = Linker.nativeLinker().defaultLookup();
        // Windows has only _putenv("NAME="); untested
        String function = SystemUtils.IS_OS_WINDOWS ? "_putenv" : "unsetenv";
        MethodHandle unset = Linker.nativeLinker().downcallHandle(libc.findOrThrow(function),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
        try (Arena arena = Arena.ofConfined()) {
            int status = (int) unset
                    .invokeExact(arena.allocateFrom(SystemUtils.IS_OS_WINDOWS ? name + '=' : name));
        } catch (Throwable broken) {
            throw Binding.broken(broken);
        }
    }
}
