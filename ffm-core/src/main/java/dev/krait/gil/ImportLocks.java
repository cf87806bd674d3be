package dev.krait.gil;

import dev.krait.capi.FrameApi;
import dev.krait.capi.RefApi;
import dev.krait.gil.StopPlaces.CodeNames;

/**
 * Whether a thread is in the code of CPython that takes and gives back the locks of imports: that of a module, and the one
 * of all imports, which finders run under. An exception that a request raises there may leave a lock taken, and then
 * nobody can import that module any more, or any. Callers hold the GIL.
 */
final class ImportLocks {
    /** A finder in more frames than that is taken for the code of a module. */
    private static final int DEEPEST = 16;

    private ImportLocks() {}

    /** Of importlib, made when the first request is. */
    private static final class Texts {
        static final long IMPORTING = StopPlaces.text("<frozen importlib._bootstrap>");
        static final long LOADING = StopPlaces.text("<frozen importlib._bootstrap_external>");
        /** What runs the code of modules: that can be ended. */
        static final long RUNNING = StopPlaces.text("_call_with_frames_removed");

        private Texts() {}
    }

    /**
     * Looks from the innermost frame of a thread to the first one of importlib.
     *
     * @param innermost borrowed
     * @param times how often it was asked before: a finder may never come to its end, and its frames give the lock back
     */
    static boolean areHandledBy(long innermost, int times) {
        long frame = innermost;
        RefApi.incRef(frame);
        for (int depth = 0; frame != 0 && depth < DEEPEST; depth++) {
            long code = FrameApi.getCode(frame);
            boolean imports = StopPlaces.is(code, CodeNames.FILENAME, Texts.IMPORTING)
                    || StopPlaces.is(code, CodeNames.FILENAME, Texts.LOADING);
            boolean runs = imports && StopPlaces.is(code, CodeNames.NAME, Texts.RUNNING);
            RefApi.decRef(code);
            if (imports) {
                RefApi.decRef(frame);
                return depth == 0 || (!runs && times < StopPlaces.PATIENCE);
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
}
