package dev.krait.gil;

import dev.krait.capi.Memory;
import dev.krait.capi.ThreadApi;

/**
 * Which thread states bear which thread's number: requests go to the latest that bears it.
 *
 * <p>Those of dead threads may bear it too: the system gives numbers again. Up to 3.11 the state of a thread that Python
 * starts bears the number of the thread that starts it, until it runs: a request then would end the new thread, and the
 * old one would wait for it for ever. Callers hold the GIL.
 */
final class ThreadNumbers {
    private static final int SEARCHED_BYTES = 256;
    private static final int ABSENT = -1;
    private static int offset;

    private ThreadNumbers() {}

    /** Whether requests to the thread of this number go to this state. */
    static boolean isFirst(long wanted, long number) {
        if (offset == 0) {
            offset = find();
        }
        if (offset == ABSENT) {
            return true;
        }
        long state = ThreadApi.head(ThreadApi.getInterpreter());
        while (state != 0 && Memory.getLong(state + offset) != number) {
            state = ThreadApi.next(state);
        }
        return state == wanted;
    }

    /** The field in the state of the calling thread that holds its number. */
    private static int find() {
        long state = ThreadApi.get();
        long own = ThreadApi.getThreadIdent();
        for (int i = Long.BYTES; i < SEARCHED_BYTES; i += Long.BYTES) {
            if (Memory.getLong(state + i) == own) {
                return i;
            }
        }
        return ABSENT;
    }
}
