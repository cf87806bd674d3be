package dev.krait.gil;

import dev.krait.capi.FrameApi;
import dev.krait.capi.Memory;
import dev.krait.capi.ObjectApi;
import dev.krait.capi.RefApi;
import dev.krait.capi.ThreadApi;
import dev.krait.capi.UnicodeApi;

/**
 * Whether a thread is in the code of CPython that takes and gives back the locks of modules. An exception that a request
 * raises there may leave a lock taken, and then nobody can import that module any more. Callers hold the GIL.
 */
final class ImportLocks {
    private static final int EQUAL = 2; // Py_EQ
    /** Texts of Python's; 0 until they are needed. */
    private static long attribute;
    private static long importing;

    private ImportLocks() {}

    /** Looks at the innermost frame of a thread state only: what modules run while they load can be ended. */
    static boolean areHandledBy(long state) {
        long frame = ThreadApi.getFrame(state);
        if (frame == 0) {
            return false;
        }
        if (attribute == 0) {
            importing = UnicodeApi
                    .internFromString(Memory.textForEver("<frozen importlib._bootstrap>"));
            attribute = UnicodeApi.internFromString(Memory.textForEver("co_filename"));
        }
        long code = FrameApi.getCode(frame);
        long file = ObjectApi.getAttr(code, attribute);
        try {
            return ObjectApi.richCompareBool(file, importing, EQUAL) > 0;
        } finally {
            RefApi.decRef(file);
            RefApi.decRef(code);
            RefApi.decRef(frame);
        }
    }
}
