package dev.krait.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import org.jspecify.annotations.Nullable;

/** A run of a script's code. */
@Name("dev.krait.Eval")
@Label("Evaluation")
@Description("A script ran")
@Category({"Python", "Krait"})
public final class EvalEvent extends Event {
    /** The name of its source. */
    @Label("File")
    public @Nullable String file;
}
