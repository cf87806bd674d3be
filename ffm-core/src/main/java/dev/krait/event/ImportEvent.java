package dev.krait.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import org.jspecify.annotations.Nullable;

/** An import of a module by Java code. */
@Name("dev.krait.Import")
@Label("Import")
@Description("Java imported a Python module")
@Category({"Python", "Krait"})
public final class ImportEvent extends Event {
    /** Its name. */
    @Label("Module")
    public @Nullable String module;
}
