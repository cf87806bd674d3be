package dev.krait.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Threshold;
import org.jspecify.annotations.Nullable;

/** A call of a Python object by Java code, the longer ones unless a recording says otherwise. */
@Name("dev.krait.Call")
@Label("Call of Python")
@Description("Java called a Python object")
@Category({"Python", "Krait"})
@Threshold("1 ms")
public final class CallEvent extends Event {
    /** Its qualified name, or its type. */
    @Label("Callable")
    public @Nullable String callable;
}
