package dev.krait.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Threshold;
import org.jspecify.annotations.Nullable;

/** A wait for the interpreter lock, the longer ones unless a recording says otherwise. */
@Name("dev.krait.GilWait")
@Label("Wait for the GIL")
@Description("A thread waited for the interpreter lock")
@Category({"Python", "Krait"})
@Threshold("1 ms")
public final class GilWaitEvent extends Event {
    /** A wait that begins now; null when nobody records. */
    public static @Nullable GilWaitEvent begun() {
        if (!Recordings.areOn()) {
            return null;
        }
        GilWaitEvent event = new GilWaitEvent();
        event.begin();
        return event;
    }

    /** Ends what {@link #begun} gave. */
    public static void end(@Nullable GilWaitEvent event) {
        if (event != null) {
            event.commit();
        }
    }
}
