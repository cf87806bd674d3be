package dev.krait.gil;

import dev.krait.capi.ThreadApi;
import dev.krait.error.PythonException;
import java.lang.ref.WeakReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one Java thread has to do with CPython: its thread state, how often it holds the GIL, and its scratch memory.
 *
 * <p>A platform thread keeps the thread state it was given first, so {@code threading.local} is stable. A virtual
 * thread uses that of its carrier, and must stay there for as long as it holds the GIL.
 */
public final class Attachment {
    private static final ThreadLocal<Attachment> CURRENT = ThreadLocal.withInitial(Attachment::new);
    private static long sections;
    private final boolean virtual = Thread.currentThread().isVirtual();
    private final Scratch scratch = new Scratch();
    private long state;
    private int depth;
    private int carrierToken;
    private @Nullable ThreadStack stack;
    private @Nullable Object context;
    private @Nullable Object scope;
    private @Nullable WeakReference<Throwable> placed;
    private @Nullable Object place;

    private Attachment() {}

    /** That of the calling thread. */
    public static Attachment current() {
        return CURRENT.get();
    }

    /** Whether this thread holds the GIL as far as Java knows. */
    public boolean isHeld() {
        return depth > 0;
    }

    /**
     * Grows whenever Java or Python may have run under the GIL since: what was read at an earlier number may be out
     * of date. Exact for whatever happened before the caller's question; needs no GIL.
     */
    public static long sections() {
        return sections;
    }

    /** Memory for arguments, valid until the enclosing call of it ends. */
    public Scratch scratch() {
        return scratch;
    }

    /** What the layers above keep for this thread; the streams of the running script, for instance. */
    public @Nullable Object context() {
        return context;
    }

    /** Sets what {@link #context} gives; callers put the former one back. */
    public void context(@Nullable Object value) {
        context = value;
    }

    /** Notes where in Python a Java exception came through; see {@link #placeOf}. */
    public void place(Throwable thrown, Object where) {
        placed = new WeakReference<>(thrown);
        place = where;
    }

    /** Where in Python this exception came through last, if nothing did after it. */
    @SuppressWarnings("ReferenceEquality") // this very exception
    public @Nullable Object placeOf(Throwable thrown) {
        return placed != null && placed.get() == thrown ? place : null;
    }

    /** The scope that owns what this thread makes. */
    public @Nullable Object scope() {
        return scope;
    }

    /** Sets what {@link #scope} gives. */
    public void scope(@Nullable Object value) {
        scope = value;
    }

    /** Whether entering needs a carrier that does not change. */
    boolean mustPin() {
        return virtual && depth == 0;
    }

    /**
     * Takes the GIL, or counts one more hold of it.
     *
     * @throws IllegalStateException when the interpreter does not run (any more)
     * @throws PythonException a RecursionError, when too little stack is left to call Python
     */
    void acquire() {
        sections++;
        if (depth > 0) {
            requireStack();
            depth++;
            return;
        }
        Interpreter.requireRunning();
        if (virtual) {
            carrierToken = ThreadStates.ensureOnCarrier();
            stack = ThreadStack.ofCarrier(ThreadApi.getThisThreadState());
            if (stack.isLowForPython()) {
                ThreadApi.release(carrierToken);
                requireStack();
            }
        } else {
            if (state == 0) {
                state = ThreadStates.adopt();
            }
            requireStack();
            ThreadApi.restoreThread(state);
        }
        depth = 1;
        BlasThreads.entered(stack());
        Releases.drain();
    }

    /** Ends the latest hold. */
    void release() {
        if (depth > 1) {
            depth--;
            return;
        }
        BlasThreads.leaving(stack());
        depth = 0;
        if (virtual) {
            ThreadApi.release(carrierToken);
        } else {
            ThreadApi.saveThread();
        }
    }

    /** Whether an upcall must refuse to run Java because too little stack is left. */
    public boolean isStackLow() {
        return stack().isLowForJava();
    }

    private ThreadStack stack() {
        ThreadStack known = stack;
        if (known == null) {
            known = ThreadStack.ofCallingThread();
            stack = known;
        }
        return known;
    }

    private void requireStack() {
        if (stack().isLowForPython()) {
            throw new PythonException("RecursionError",
                    "too little stack is left to call Python; recursion across"
                            + " Java and Python ends here, and a thread with a larger stack takes more",
                    List.of(), null, null, null, null);
        }
    }

    /**
     * Gives the GIL up inside an upcall, for Java code that may block.
     *
     * @return what {@link #resume} needs
     */
    public int suspend() {
        int held = depth;
        depth = 0;
        state = ThreadApi.saveThread();
        return held;
    }

    /** Takes the GIL back after {@link #suspend}. */
    public void resume(int held) {
        ThreadApi.restoreThread(state);
        depth = held;
        sections++;
    }

    /** Counts the hold that Python already has when it makes an upcall. */
    public void enterUpcall() {
        depth++;
        sections++;
    }

    /** Ends what {@link #enterUpcall} began. */
    public void exitUpcall() {
        depth--;
    }
}
