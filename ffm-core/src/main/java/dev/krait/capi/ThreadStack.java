package dev.krait.capi;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where the calling thread's C stack ends, by {@code pthread_getattr_np} (glibc and musl). */
public final class ThreadStack {
    private static final long ATTRIBUTE_BYTES = 256; // more than sizeof(pthread_attr_t) anywhere
    private static final @Nullable MethodHandle SELF = find("pthread_self", true, 0);
    private static final @Nullable MethodHandle GET_ATTRIBUTES = find("pthread_getattr_np", false,
            2);
    private static final @Nullable MethodHandle GET_STACK = find("pthread_attr_getstack", false, 3);
    private static final @Nullable MethodHandle DESTROY = find("pthread_attr_destroy", false, 1);

    private ThreadStack() {}

    /**
     * The lowest address of the stack of the calling platform thread, or of the carrier of a virtual one.
     *
     * @param memory at least 512 bytes that may be overwritten
     * @return 0 when this system does not say
     */
    public static long lowest(long memory) {
        if (SELF == null || GET_ATTRIBUTES == null || GET_STACK == null || DESTROY == null) {
            return 0;
        }
        long address = memory + ATTRIBUTE_BYTES;
        long size = address + Long.BYTES;
        try {
            Memory.putBytes(memory, new byte[(int) ATTRIBUTE_BYTES]); // older glibc frees what it finds there
            long self = (long) SELF.invokeExact();
            if ((int) GET_ATTRIBUTES.invokeExact(self, memory) != 0) {
                return 0;
            }
            int status = (int) GET_STACK.invokeExact(memory, address, size);
            int destroyed = (int) DESTROY.invokeExact(memory);
            return status == 0 && destroyed == 0 ? Memory.getLong(address) : 0;
        } catch (Throwable broken) {
            throw Binding.broken(broken);
        }
    }

    @SuppressWarnings("restricted") // the wall
    private static @Nullable MethodHandle find(String name, boolean pointer, int parameters) {
        ValueLayout.OfLong[] arguments = new ValueLayout.OfLong[parameters];
        Arrays.fill(arguments, ValueLayout.JAVA_LONG);
        FunctionDescriptor descriptor = FunctionDescriptor
                .of(pointer ? ValueLayout.JAVA_LONG : ValueLayout.JAVA_INT, arguments);
        Linker linker = Linker.nativeLinker();
        return linker.defaultLookup().find(name)
                .map(symbol -> linker.downcallHandle(symbol, descriptor)).orElse(null);
    }
}
