package dev.krait.capi;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/**
 * Functions of a few instructions, for what no C function does. Each lies in a page of its own, which is made
 * executable after it is written, never both.
 */
final class MachineCode {
    private static final long READ_WRITE = 3;
    private static final long READ_EXECUTE = 5;
    private static final long PRIVATE_ANONYMOUS = 0x22;
    private static final long PAGE = 4096;

    private MachineCode() {}

    /** Whether this is Linux on a 64-bit Intel processor. */
    static boolean isLinuxOnX86() {
        return NativePlatform.IS_LINUX && NativePlatform.IS_X86_64;
    }

    /** Whether this is Linux on a 64-bit ARM processor. */
    static boolean isLinuxOnArm() {
        return NativePlatform.IS_LINUX && NativePlatform.IS_ARM_64;
    }

    /** The instructions as a function; null where the system allows no such page. */
    @SuppressWarnings("restricted") // the wall
    static @Nullable MemorySegment write(byte[] instructions) {
        long page = CFunction.ofLibc("mmap").call(0, PAGE, READ_WRITE, PRIVATE_ANONYMOUS, -1, 0);
        if (page == -1) {
            return null;
        }
        MemorySegment code = MemorySegment.ofAddress(page).reinterpret(PAGE);
        MemorySegment.copy(instructions, 0, code, ValueLayout.JAVA_BYTE, 0, instructions.length);
        int refused = (int) CFunction.ofLibc("mprotect").call(page, PAGE, READ_EXECUTE);
        return refused == 0 ? code : null;
    }
}
