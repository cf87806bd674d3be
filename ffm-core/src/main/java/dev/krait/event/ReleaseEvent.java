package dev.krait.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;

/** A batch of references given back because the collector took their owners. */
@Name("dev.krait.Release")
@Label("Release of references")
@Description("References were given back whose Java owner was collected")
@Category({"Python", "Krait"})
public final class ReleaseEvent extends Event {
    /** How many. */
    @Label("References")
    public int references;
}
