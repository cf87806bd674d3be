package dev.krait.capi;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * Where the stack of the calling thread has got to.
 *
 * <p>No C function tells it, so it is {@link MachineCode}: "return the stack pointer". Where that is not allowed or not
 * known, the answer is {@link #UNKNOWN}.
 */
public final class StackPointer {
    /** Higher than any address: no stack ever looks exhausted. */
    public static final long UNKNOWN = Long.MAX_VALUE;

    private static final @Nullable CLeaf FUNCTION = function();

    private StackPointer() {}

    /** The stack pointer, about; or {@link #UNKNOWN}. Costs a nanosecond or two. */
    public static long get() {
        return FUNCTION == null ? UNKNOWN : FUNCTION.call();
    }

    private static byte @Nullable [] instructions() {
        if (MachineCode.isLinuxOnX86()) {
            return new byte[]{0x48, (byte) 0x89, (byte) 0xE0, (byte) 0xC3}; // mov rax, rsp; ret
        }
        if (MachineCode.isLinuxOnArm()) { // untested: mov x0, sp; ret
            return new byte[]{(byte) 0xE0, 0x03, 0x00, (byte) 0x91, (byte) 0xC0, 0x03, 0x5F,
                    (byte) 0xD6};
        }
        return null;
    }

    private static @Nullable CLeaf function() {
        byte[] instructions = instructions();
        MemorySegment code = instructions == null ? null : MachineCode.write(instructions);
        return code == null ? null : new CLeaf(code);
    }
}
