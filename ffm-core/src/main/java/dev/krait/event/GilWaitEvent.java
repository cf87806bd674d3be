package dev.krait.event;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Threshold;

/** A wait for the interpreter lock, the longer ones unless a recording says otherwise. */
@Name("dev.krait.GilWait")
@Label("Wait for the GIL")
@Description("A thread waited for the interpreter lock")
@Category({"Python", "Krait"})
@Threshold("1 ms")
public final class GilWaitEvent extends Event {}
