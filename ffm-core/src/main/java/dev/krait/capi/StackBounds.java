package dev.krait.capi;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.apache.commons.lang3.SystemUtils;

/**
 * The stack of a native thread.
 *
 * @param lowest its lowest address; 0 when not known
 * @param bytes how large it is; 0 when not known
 */
public record StackBounds(long lowest, long bytes) {
    private static final StackBounds UNKNOWN = new StackBounds(0, 0);
    private static final long ATTRIBUTE_BYTES = 64; // sizeof(pthread_attr_t) is 56 in glibc

    /** That of the calling thread: asked of pthreads, once per thread as it costs microseconds. Linux only. */
    public static StackBounds ofCallingThread() {
        return SystemUtils.IS_OS_LINUX ? Pthreads.ask() : UNKNOWN;
    }

    /** {@code pthread_getattr_np}; linked when first asked. */
    @SuppressWarnings("restricted") // the wall
    private static final class Pthreads {
        private static final MethodHandle SELF = libc("pthread_self",
                FunctionDescriptor.of(ValueLayout.JAVA_LONG));
        private static final MethodHandle GET_ATTRIBUTES = libc("pthread_getattr_np",
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG,
                        ValueLayout.ADDRESS));
        private static final MethodHandle GET_STACK = libc("pthread_attr_getstack",
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS,
                        ValueLayout.ADDRESS, ValueLayout.ADDRESS));
        private static final MethodHandle DESTROY = libc("pthread_attr_destroy",
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));

        private Pthreads() {}

        static StackBounds ask() {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment attributes = arena.allocate(ATTRIBUTE_BYTES, Long.BYTES);
                MemorySegment address = arena.allocate(ValueLayout.JAVA_LONG);
                MemorySegment size = arena.allocate(ValueLayout.JAVA_LONG);
                if ((int) GET_ATTRIBUTES.invokeExact((long) SELF.invokeExact(), attributes) != 0) {
                    return UNKNOWN;
                }
                int status = (int) GET_STACK.invokeExact(attributes, address, size)
                        | (int) DESTROY.invokeExact(attributes);
                return status != 0
                        ? UNKNOWN
                        : new StackBounds(address.get(ValueLayout.JAVA_LONG, 0),
                                size.get(ValueLayout.JAVA_LONG, 0));
            } catch (Throwable broken) {
                throw Binding.broken(broken);
            }
        }

        private static MethodHandle libc(String name, FunctionDescriptor descriptor) {
            Linker linker = Linker.nativeLinker();
            return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor);
        }
    }
}
