package dev.krait.gil;

/** Python's recursion limit is about to change, or has: the limits that stacks set are kept apart from it. */
public final class StackLimit {
    private StackLimit() {}

    /** Looks how this Python counts. Callers hold the GIL. */
    public static void find() {
        RecursionCounter.find();
    }

    /** Whether the limit that Python code sets has to do with the stack. */
    public static boolean isPythons() {
        return RecursionCounter.countsPythonCalls();
    }

    /** For the calling thread. Callers hold the GIL. */
    public static void lift() {
        Attachment.current().unlimit();
    }

    /** For the calling thread. Callers hold the GIL. */
    public static void apply() {
        Attachment.current().limit();
    }
}
