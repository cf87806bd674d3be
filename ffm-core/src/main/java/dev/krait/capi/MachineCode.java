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
 * Functions of a few instructions, for what no C function does. Each lies in a page of its own, which is made
 * executable after it is written, never both.
 */
final class MachineCode {
    private static final int READ_WRITE = 3;
    private static final int READ_EXECUTE = 5;
    private static final int PRIVATE_ANONYMOUS = 0x22;
    private static final long PAGE = 4096;

    private MachineCode() {}

    /** Whether this is Linux on a 64-bit Intel processor. */
    static boolean isLinuxOnX86() {
        return SystemUtils.IS_OS_LINUX && ArchUtils.getProcessor() != null
                && ArchUtils.getProcessor().isX86() && ArchUtils.getProcessor().is64Bit();
    }

    /** Whether this is Linux on a 64-bit ARM processor. */
    static boolean isLinuxOnArm() {
        return SystemUtils.IS_OS_LINUX && ArchUtils.getProcessor() != null
                && ArchUtils.getProcessor().isAarch64();
    }

    /** The instructions as a function; null where the system allows no such page. */
    static @Nullable MemorySegment write(byte[] instructions) {
        try {
            MemorySegment page = map();
            if (page.address() == -1) {
                return null;
            }
            MemorySegment.copy(instructions, 0, page, ValueLayout.JAVA_BYTE, 0,
                    instructions.length);
            return protect(page) ? page : null;
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
