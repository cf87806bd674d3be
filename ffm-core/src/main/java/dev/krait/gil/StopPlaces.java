package dev.krait.gil;

import dev.krait.capi.Memory;
import dev.krait.capi.ObjectApi;
import dev.krait.capi.RefApi;
import dev.krait.capi.ThreadApi;
import dev.krait.capi.UnicodeApi;

/** Where a request may meet a thread, by its frames: ADR 24. Callers hold the GIL. */
final class StopPlaces {
    /** How often in a row whole methods and finders are spared: code may have no other place, or loop there for ever. */
    static final int PATIENCE = 50;
    private static final int EQUAL = 2; // Py_EQ

    private StopPlaces() {}

    /** Attributes of code, made when the first request is. */
    static final class CodeNames {
        static final long FILENAME = text("co_filename");
        static final long NAME = text("co_name");

        private CodeNames() {}
    }

    /**
     * Whether an exception raised in a thread leaves no lock taken.
     *
     * @param times how often it was asked before: code may have no better place
     */
    static boolean isHarmless(long state, int times) {
        long frame = ThreadApi.getFrame(state);
        if (frame == 0) {
            return true;
        }
        boolean harmless = !ImportLocks.areHandledBy(frame, times)
                && !WithSteps.areOpen(frame, times);
        RefApi.decRef(frame);
        return harmless;
    }

    /** A text of Python's that stays for ever. */
    static long text(String text) {
        return UnicodeApi.internFromString(Memory.textForEver(text));
    }

    /** Whether an attribute of the code of a frame is this text. */
    static boolean is(long code, long attribute, long text) {
        long value = ObjectApi.getAttr(code, attribute);
        boolean same = ObjectApi.richCompareBool(value, text, EQUAL) > 0;
        RefApi.decRef(value);
        return same;
    }
}
