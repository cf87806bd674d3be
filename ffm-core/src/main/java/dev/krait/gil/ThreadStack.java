package dev.krait.gil;

import dev.krait.capi.StackBounds;
import dev.krait.capi.StackPointer;

/**
 * How far down a native thread may go before the border is closed to it.
 *
 * <p>A StackOverflowError inside an upcall, or an overflow in C, ends the JVM and can be caught by nobody; so each
 * crossing looks at what is left first.
 *
 * @param lowest where the stack ends, and a reserve that recursion in C code does not count
 * @param pythonLimit below this address no call goes into Python
 * @param javaLimit below this address no call goes from Python into Java
 * @param bytes how large it is; 0 when not known
 */
record ThreadStack(long lowest, long pythonLimit, long javaLimit, long bytes) {
    /** What Java itself wants free when C calls it: 80 KB of shadow pages, the guard pages, and our frames. */
    private static final long JAVA_RESERVE = 160 << 10;
    /** C code of CPython and extensions up to the next look. */
    private static final long PYTHON_RESERVE = 256 << 10;
    /** Guard pages, and what one level of recursion may need beyond the usual. */
    private static final long LEVEL_RESERVE = 96 << 10;
    private static final long LARGE = 7 << 20;
    /** With less, the reserves leave next to nothing, and CPython's parser alone needs more. */
    private static final long SMALLEST = 384 << 10;
    /** A thread that waits for another runs no C code, but parks: above the shadow and guard pages. */
    private static final long WAITING_RESERVE = LEVEL_RESERVE + (16 << 10);
    /** No limit, and taken for small. */
    private static final ThreadStack UNKNOWN = new ThreadStack(0, 0, 0, 0);

    /** That of the calling platform thread. */
    static ThreadStack ofCallingThread() {
        StackBounds bounds = StackBounds.ofCallingThread();
        if (bounds.bytes() == 0) {
            return UNKNOWN;
        }
        long java = JAVA_RESERVE;
        long python = PYTHON_RESERVE;
        if (bounds.bytes() >= SMALLEST) {
            java = Math.min(java, bounds.bytes() * 3 / 8);
            python = Math.min(python, bounds.bytes() / 2);
        }
        return new ThreadStack(bounds.lowest() + LEVEL_RESERVE, bounds.lowest() + python,
                bounds.lowest() + java, bounds.bytes());
    }

    /** Whether threaded BLAS code, which keeps megabytes on the stack, can run here. */
    boolean isLarge() {
        return bytes >= LARGE;
    }

    /** Whether Python code is better run elsewhere. */
    boolean isTiny() {
        return bytes > 0 && bytes < SMALLEST;
    }

    /** Whether too little is left to wait for another thread and to run callbacks meanwhile. */
    boolean isLowForWaiting(long stackPointer) {
        return stackPointer < lowest - LEVEL_RESERVE + WAITING_RESERVE;
    }

    /** Whether too little is left for a call into Python, at this stack pointer. */
    boolean isLowForPython(long stackPointer) {
        return stackPointer < pythonLimit;
    }

    /** Whether too little is left for a call from Python into Java. */
    boolean isLowForJava() {
        return StackPointer.get() < javaLimit;
    }
}
