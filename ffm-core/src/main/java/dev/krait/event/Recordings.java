package dev.krait.event;

import jdk.jfr.FlightRecorder;
import org.jspecify.annotations.Nullable;

/**
 * Whether anybody records. Asked before an event's class is touched: initialising the first one starts Flight Recorder,
 * which takes 0.1 s of CPU time.
 */
public final class Recordings {
    private Recordings() {}

    /** Whether Flight Recorder was started in this process. Costs a read of a static field. */
    public static boolean areOn() {
        return FlightRecorder.isInitialized();
    }

    /** A wait for the GIL that begins now; null when nobody records. */
    public static @Nullable GilWaitEvent waitBegun() {
        if (!areOn()) {
            return null;
        }
        GilWaitEvent event = new GilWaitEvent();
        event.begin();
        return event;
    }

    /** Ends what {@link #waitBegun} gave. */
    public static void end(@Nullable GilWaitEvent event) {
        if (event != null) {
            event.commit();
        }
    }
}
