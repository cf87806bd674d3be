package dev.krait.capi;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * C function pointers that run Java. They live for ever: CPython may keep one longer than anything of ours.
 *
 * <p>The target must let nothing escape: an exception that leaves an upcall ends the JVM.
 */
public final class Upcalls {
    private static final int WORDS = 4;
    private static final Map<String, Long> STUBS = new ConcurrentHashMap<>();

    private Upcalls() {}

    /**
     * The address of a C function that runs a static method of up to four {@code long}s that gives a {@code long}: one for
     * each method.
     *
     * <p>Serves for {@code int} and void results and for {@code int} parameters as well, whose upper half is undefined: they
     * travel in the same registers. All are linked with four words, as {@link CFunction} says of downcalls; what a caller
     * did not pass is dropped. ADR 21.
     *
     * @param lookup a lookup with access to the method
     * @param owner the class that has it
     * @param name its name; it must be the only method of that name
     * @param parameters how many it takes
     */
    public static long stub(MethodHandles.Lookup lookup, Class<?> owner, String name,
            int parameters) {
        return STUBS.computeIfAbsent(owner.getName() + '.' + name,
                _ -> newStub(lookup, owner, name, parameters));
    }

    @SuppressWarnings("restricted") // the wall
    private static long newStub(MethodHandles.Lookup lookup, Class<?> owner, String name,
            int parameters) {
        MethodType type = MethodType.methodType(long.class, longs(parameters));
        try {
            MethodHandle target = MethodHandles.dropArguments(lookup.findStatic(owner, name, type),
                    parameters, longs(WORDS - parameters));
            return Linker.nativeLinker().upcallStub(target, Downcalls.words(WORDS), Arena.global())
                    .address();
        } catch (ReflectiveOperationException absent) {
            throw new LinkageError("no static method " + owner.getName() + '.' + name + type,
                    absent);
        }
    }

    private static List<Class<?>> longs(int number) {
        return Collections.nCopies(number, long.class);
    }
}
