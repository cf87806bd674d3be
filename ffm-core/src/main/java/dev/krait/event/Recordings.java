package dev.krait.event;

import jdk.jfr.FlightRecorder;

/** Whether anybody records. Asked before an event is made: the first one starts Flight Recorder, which takes long. */
public final class Recordings {
    private Recordings() {}

    /** Whether Flight Recorder was started in this process. Costs a read of a static field. */
    public static boolean areOn() {
        return FlightRecorder.isInitialized();
    }
}
