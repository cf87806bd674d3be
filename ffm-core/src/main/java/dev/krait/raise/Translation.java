package dev.krait.raise;

/** How Python exceptions become Java's and the other way round. Called under the GIL, with no error pending. */
public interface Translation {
    /** What Java throws for a Python exception; takes the owned reference over. */
    Throwable toJava(long exception);

    /** Sets the pending Python error for a Java exception. */
    void toPython(Throwable thrown);

    /** Runs a line of Python, which meets the request to end this thread's code if there is one: pending then. */
    default void meetRequest() {}
}
