package dev.krait.capi;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

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
        return NativePlatform.IS_LINUX ? Pthreads.ask() : UNKNOWN;
    }

    /** {@code pthread_getattr_np}; linked when first asked. */
    private static final class Pthreads {
        private static final CFunction SELF = CFunction.ofLibc("pthread_self");
        private static final CFunction GET_ATTRIBUTES = CFunction.ofLibc("pthread_getattr_np");
        private static final CFunction GET_STACK = CFunction.ofLibc("pthread_attr_getstack");
        private static final CFunction DESTROY = CFunction.ofLibc("pthread_attr_destroy");

        private Pthreads() {}

        static StackBounds ask() {
            try (Arena arena = Arena.ofConfined()) {
                long attributes = arena.allocate(ATTRIBUTE_BYTES, Long.BYTES).address();
                MemorySegment address = arena.allocate(ValueLayout.JAVA_LONG);
                MemorySegment size = arena.allocate(ValueLayout.JAVA_LONG);
                if ((int) GET_ATTRIBUTES.call(SELF.call(), attributes) != 0) {
                    return UNKNOWN;
                }
                long status = GET_STACK.call(attributes, address.address(), size.address())
                        | DESTROY.call(attributes);
                return (int) status != 0
                        ? UNKNOWN
                        : new StackBounds(address.get(ValueLayout.JAVA_LONG, 0),
                                size.get(ValueLayout.JAVA_LONG, 0));
            }
        }
    }
}
