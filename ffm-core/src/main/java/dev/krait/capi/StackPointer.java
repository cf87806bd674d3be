package dev.krait.capi;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.apache.commons.lang3.ArchUtils;
import org.apache.commons.lang3.SystemUtils;
import org.jspecify.annotations.Nullable;

/**
 * Where the stack of the calling thread has got to.
 *
 * <p>No C function tells it, so a function of two instructions is written into memory of its own: "return the stack
 * pointer". Where that is not allowed or not known, the answer is {@link #UNKNOWN}.
 */
public final class StackPointer {
    /** Higher than any address: no stack ever looks exhausted. */
    public static final long UNKNOWN = Long.MAX_VALUE;

    private static final int READ_WRITE = 3;
    private static final int READ_EXECUTE = 5;
    private static final int PRIVATE_ANONYMOUS = 0x22;
    private static final long PAGE = 4096;
    private static final @Nullable MethodHandle FUNCTION = function();

    private StackPointer() {}

    /** The stack pointer, about; or {@link #UNKNOWN}. Costs a nanosecond or two. */
    public static long get() {
        if (FUNCTION == null) {
            return UNKNOWN;
        }
        try {
            return (long) FUNCTION.invokeExact();
        } catch (Throwable broken) {
            throw Binding.broken(broken);
        }
    }

    private static byte @Nullable [] instructions() {
        if (!SystemUtils.IS_OS_LINUX || ArchUtils.getProcessor() == null) {
            return null;
        }
        if (ArchUtils.getProcessor().isX86() && ArchUtils.getProcessor().is64Bit()) {
            return new byte[]{0x48, (byte) 0x89, (byte) 0xE0, (byte) 0xC3}; // mov rax, rsp; ret
        }
        if (ArchUtils.getProcessor().isAarch64()) { // untested: mov x0, sp; ret
            return new byte[]{(byte) 0xE0, 0x03, 0x00, (byte) 0x91, (byte) 0xC0, 0x03, 0x5F,
                    (byte) 0xD6};
        }
        return null;
    }

    @SuppressWarnings("restricted") // the wall
    private static @Nullable MethodHandle function() {
        byte[] instructions = instructions();
        if (instructions == null) {
            return null;
        }
        try {
            MemorySegment page = map();
            if (page.address() == -1) {
                return null;
            }
            MemorySegment.copy(instructions, 0, page, ValueLayout.JAVA_BYTE, 0,
                    instructions.length);
            if (!protect(page)) {
                return null;
            }
            return Linker.nativeLinker().downcallHandle(page,
                    FunctionDescriptor.of(ValueLayout.JAVA_LONG), Linker.Option.critical(false));
        } catch (Throwable broken) {
            throw Binding.broken(broken);
        }
    }

    @SuppressWarnings("restricted") // the wall
    private static MemorySegment map() throws Throwable {
        MethodHandle mmap = libc("mmap",
                FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG));
        MemorySegment page = (MemorySegment) mmap.invokeExact(0L, PAGE, READ_WRITE,
                PRIVATE_ANONYMOUS, -1, 0L);
        return page.reinterpret(PAGE, Arena.global(), null);
    }

    private static boolean protect(MemorySegment page) throws Throwable {
        MethodHandle mprotect = libc("mprotect", FunctionDescriptor.of(ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT));
        return (int) mprotect.invokeExact(page, PAGE, READ_EXECUTE) == 0;
    }

    @SuppressWarnings("restricted") // the wall
    private static MethodHandle libc(String name, FunctionDescriptor descriptor) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), descriptor);
    }
}
