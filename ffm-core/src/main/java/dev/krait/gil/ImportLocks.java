package dev.krait.gil;

import dev.krait.capi.FrameApi;
import dev.krait.capi.Memory;
import dev.krait.capi.ObjectApi;
import dev.krait.capi.RefApi;
import dev.krait.capi.ThreadApi;
import dev.krait.capi.UnicodeApi;

/**
 * Whether a thread is in the code of CPython that takes and gives back the locks of imports: that of a module, and the one
 * of all imports, which finders run under. An exception that a request raises there may leave a lock taken, and then
 * nobody can import that module any more, or any. Callers hold the GIL.
 */
final class ImportLocks {
    private static final int EQUAL = 2; // Py_EQ
    /** A finder in more frames than that is taken for the code of a module. */
    private static final int DEEPEST = 16;
    /** How often a finder is spared: it may never come to its end, and its frames give the lock back. */
    private static final int FINDERS_SPARED = 50;

    private ImportLocks() {}

    /** Texts of Python's, made when the first request is. */
    private static final class Texts {
        static final long FILENAME = of("co_filename");
        static final long NAME = of("co_name");
        static final long IMPORTING = of("<frozen importlib._bootstrap>");
        static final long LOADING = of("<frozen importlib._bootstrap_external>");
        /** What runs the code of modules: that can be ended. */
        static final long RUNNING = of("_call_with_frames_removed");

        private Texts() {}

        private static long of(String text) {
            return UnicodeApi.internFromString(Memory.textForEver(text));
        }
    }

    /**
     * Looks from the innermost frame of a thread state to the first one of importlib.
     *
     * @param times how often it was asked before
     */
    static boolean areHandledBy(long state, int times) {
        long frame = ThreadApi.getFrame(state);
        for (int depth = 0; frame != 0 && depth < DEEPEST; depth++) {
            long code = FrameApi.getCode(frame);
            boolean imports = is(code, Texts.FILENAME, Texts.IMPORTING)
                    || is(code, Texts.FILENAME, Texts.LOADING);
            boolean runs = imports && is(code, Texts.NAME, Texts.RUNNING);
            RefApi.decRef(code);
            if (imports) {
                RefApi.decRef(frame);
                return depth == 0 || (!runs && times < FINDERS_SPARED);
            }
            long back = FrameApi.getBack(frame);
            RefApi.decRef(frame);
            frame = back;
        }
        if (frame != 0) {
            RefApi.decRef(frame);
        }
        return false;
    }

    private static boolean is(long code, long attribute, long text) {
        long value = ObjectApi.getAttr(code, attribute);
        boolean same = ObjectApi.richCompareBool(value, text, EQUAL) > 0;
        RefApi.decRef(value);
        return same;
    }
}
