package dev.krait.capi;

import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** Java's linker of C functions: whether it may be used here, and its first work. */
public final class Linking {
    private Linking() {}

    /**
     * Begins to link the shapes of calls that every start needs, on a thread of its own: tens of milliseconds of work,
     * while others look for Python.
     *
     * @throws IllegalCallerException when the JVM does not allow native access; nothing is begun then
     * @throws UnsupportedOperationException when the JDK has no linker for this system
     */
    @SuppressWarnings("restricted") // the wall
    public static void begin() {
        Linker _ = Linker.nativeLinker();
        MemorySegment _ = MemorySegment.NULL.reinterpret(1); // restricted as linking is, but cheap
        Thread.ofPlatform().daemon().name("krait-link").start(Linking::link);
    }

    private static void link() {
        try {
            MethodHandle _ = CFunction.FOUR;
            MethodHandle _ = CLeaf.FOUR;
            MethodHandle _ = CFunction.Six.SIX;
        } catch (LinkageError told) {
            // whoever needs them is told again
        }
    }
}
