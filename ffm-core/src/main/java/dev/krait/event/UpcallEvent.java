package dev.krait.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Threshold;
import org.jspecify.annotations.Nullable;

/** A call of a Java method by Python code, the longer ones unless a recording says otherwise. */
@Name("dev.krait.Upcall")
@Label("Call of Java")
@Description("Python called a Java method")
@Category({"Python", "Krait"})
@Threshold("1 ms")
public final class UpcallEvent extends Event {
    /** Class and name. */
    @Label("Method")
    public @Nullable String method;
}
