package dev.krait.capi;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Large Java arrays into memory that was just allocated: where its pages come in with the copy, the C library needs three
 * quarters of the JVM's time. Any thread; Python need not run.
 */
public final class LargeCopy {
    /** From this many bytes on it pays. */
    public static final long LEAST = 4L << 20;
    /** The JVM cannot stop the thread while it copies one: a millisecond or two. */
    private static final long CHUNK = 8L << 20;
    private static final MethodHandle MEMCPY = link();

    private LargeCopy() {}

    /** Copies the whole of a segment of a Java array to native memory of at least its size. */
    public static void copy(MemorySegment array, MemorySegment to) {
        long bytes = array.byteSize();
        for (long done = 0; done < bytes; done += CHUNK) {
            long count = Math.min(CHUNK, bytes - done);
            try {
                MEMCPY.invokeExact(to.asSlice(done, count), array.asSlice(done, count), count);
            } catch (Throwable broken) {
                throw Downcalls.broken(broken);
            }
        }
    }

    @SuppressWarnings("restricted") // the wall
    private static MethodHandle link() {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow("memcpy"), FunctionDescriptor
                        .ofVoid(ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG),
                Linker.Option.critical(true));
    }
}
