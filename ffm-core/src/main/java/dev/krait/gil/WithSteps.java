package dev.krait.gil;

import dev.krait.capi.BytesApi;
import dev.krait.capi.FrameApi;
import dev.krait.capi.LifecycleApi;
import dev.krait.capi.LongApi;
import dev.krait.capi.Memory;
import dev.krait.capi.ObjectApi;
import dev.krait.capi.RefApi;
import dev.krait.gil.StopPlaces.CodeNames;
import java.util.Set;

/**
 * Whether a thread is between two steps of a {@code with} statement that no handler guards: an exception that a request
 * raises there leaves open what was entered, and a lock taken.
 *
 * <p>That is so in an {@code __enter__} or {@code __exit__} written in Python. Besides, by the bytecode (module {@code dis}):
 * 3.14 looks for requests right after the call of {@code __enter__}, which the handler does not cover; 3.9 and 3.10 do
 * before that of {@code __exit__}, when the handler is gone. 3.11 to 3.13 look at neither place. Callers hold the GIL.
 */
final class WithSteps {
    private static final int LOOKS_AHEAD = 12;
    /** Bytes of an instruction; the first is the opcode. */
    private static final int UNIT = 2;
    /** The opcodes of 3.14. */
    private static final byte CALL = 52;
    private static final byte LOAD_SPECIAL = 95;
    private static final byte JUMP_BACKWARD = 75;
    private static final byte RESUME = (byte) 128;
    private static final Set<Byte> NEXT_LOOKS = Set.of(CALL, (byte) 4, (byte) 35, (byte) 55,
            JUMP_BACKWARD); // CALL_FUNCTION_EX, RETURN_VALUE, CALL_KW
    /** Those of 3.9 and 3.10: from where the handler is gone to where {@code __exit__} is called. */
    private static final byte[] END = {87, 100, 4, 4, (byte) 131};

    private WithSteps() {}

    /** Made when the first request is. */
    private static final class Known {
        static final int MINOR = LifecycleApi.minorVersion();
        static final long OVERFLOW = Memory.allocateForEver(Integer.BYTES);
        static final long BYTES = StopPlaces.text("co_code");
        static final long LAST = StopPlaces.text("f_lasti");
        static final long ENTER = StopPlaces.text("__enter__");
        static final long EXIT = StopPlaces.text("__exit__");

        private Known() {}
    }

    /**
     * Looks at one frame.
     *
     * @param frame the innermost of a thread: borrowed
     * @param times how often it was asked before: after some times a place does not count any more that only leads to
     *        such a one, and after more neither do whole methods, as code may have no other place
     */
    static boolean areOpen(long frame, int times) {
        long code = FrameApi.getCode(frame);
        boolean open = (times < StopPlaces.PATIENCE && isEnterOrExit(code))
                || isInGap(frame, code, times < LOOKS_AHEAD);
        RefApi.decRef(code);
        return open;
    }

    private static boolean isEnterOrExit(long code) {
        return StopPlaces.is(code, CodeNames.NAME, Known.ENTER)
                || StopPlaces.is(code, CodeNames.NAME, Known.EXIT);
    }

    private static boolean isInGap(long frame, long code, boolean ahead) {
        boolean old = Known.MINOR <= 10;
        if (!old && Known.MINOR != 14) {
            return false;
        }
        long number = ObjectApi.getAttr(frame, Known.LAST);
        int last = (int) LongApi.asLongLongAndOverflow(number, Known.OVERFLOW);
        RefApi.decRef(number);
        long bytes = ObjectApi.getAttr(code, Known.BYTES);
        byte[] instructions = Memory.getBytes(BytesApi.asString(bytes), BytesApi.size(bytes));
        RefApi.decRef(bytes);
        if (old) {
            return isBeforeExit(instructions, last);
        }
        return isAfterEnter(instructions, last) || (ahead && leadsToEnter(instructions, last));
    }

    private static boolean isAfterEnter(byte[] code, int last) {
        return code[last] == CALL && last >= UNIT && isEnter(code, last - UNIT);
    }

    /**
     * Whether the next look for requests is that after {@code __enter__}. A thread that lets others have the GIL has looked
     * already: where it does so at the start of a function or the end of a loop, the next look counts.
     */
    private static boolean leadsToEnter(byte[] code, int last) {
        if (code[last] != JUMP_BACKWARD && code[last] != RESUME) {
            return false;
        }
        int at = code[last] == RESUME ? last + UNIT : target(code, last);
        while (at >= 0 && at < code.length && !isEnter(code, at)) {
            if (NEXT_LOOKS.contains(code[at])) {
                return false;
            }
            at += UNIT;
        }
        return at >= 0 && at < code.length;
    }

    private static boolean isEnter(byte[] code, int at) {
        return code[at] == LOAD_SPECIAL && code[at + 1] == 0;
    }

    /** Where a jump goes: from behind its cache, a unit, back by its argument. Negative for far ones. */
    private static int target(byte[] code, int jump) {
        return jump + 2 * UNIT - Byte.toUnsignedInt(code[jump + 1]) * UNIT;
    }

    /** Whether the last instruction is one of the {@link #END}, but for the call. */
    private static boolean isBeforeExit(byte[] code, int last) {
        for (int start = last; start > last - (END.length - 1) * UNIT
                && start >= 0; start -= UNIT) {
            if (isEnd(code, start)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEnd(byte[] code, int start) {
        if (start + END.length * UNIT > code.length) {
            return false;
        }
        for (int i = 0; i < END.length; i++) {
            if (code[start + i * UNIT] != END[i]) {
                return false;
            }
        }
        return true;
    }
}
