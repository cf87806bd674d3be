package dev.krait.gil;

import dev.krait.capi.StackPointer;
import dev.krait.capi.ThreadApi;
import dev.krait.capi.ThreadEnd;
import dev.krait.error.PythonException;
import dev.krait.event.GilWaitEvent;
import dev.krait.event.Recordings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one Java thread has to do with CPython: its thread state, how often it holds the GIL, and its scratch memory.
 *
 * <p>A platform thread keeps the thread state it was given first, so {@code threading.local} is stable. A virtual
 * thread uses that of its carrier, and must stay there for as long as it holds the GIL.
 */
public final class Attachment extends Notes {
    private static final ThreadLocal<Attachment> CURRENT = ThreadLocal.withInitial(Attachment::new);
    private static final int YIELD_EVERY = 256;
    private static long sections;
    private static long holds;
    private final boolean virtual = Thread.currentThread().isVirtual();
    private final Scratch scratch = new Scratch();
    private final Thread owner = Thread.currentThread();
    private long state;
    private long ident;
    private int depth;
    private int inside;
    private int withheld;
    private Sections.@Nullable Seat seat;
    private int carrierToken;
    private int pinned;
    private boolean listed;
    private boolean endGivesBack;
    private final Companionship companionship = new Companionship(this);
    private final StopRequest stopRequest = new StopRequest(this);
    private @Nullable ThreadStack stack;

    private Attachment() {
        if (owner.getContextClassLoader() == null) {
            // a thread of Python's own: what Java finds by the loader (services, drivers) is to be
            // found there too
            owner.setContextClassLoader(Attachment.class.getClassLoader());
            PythonThreads.add();
        }
    }

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

    /** How often a thread took the GIL for Java so far. Callers hold the GIL. */
    public static long holds() {
        return holds;
    }

    private static void take(long state) {
        GilWaitEvent event = Recordings.waitBegun();
        ThreadApi.restoreThread(state);
        Recordings.end(event);
    }

    /** Memory for arguments, valid until the enclosing call of it ends. */
    public Scratch scratch() {
        return scratch;
    }

    /** Whether entering needs a carrier that does not change. */
    boolean mustPin() {
        return virtual && depth == 0 && !companionship.isOn();
    }

    /**
     * Takes the GIL, or counts one more hold of it.
     *
     * @return how many holds there are now
     * @throws IllegalStateException when the interpreter does not run (any more)
     * @throws PythonException a RecursionError, when too little stack is left to call Python; or what says that the
     *         thread's deadline is over or that it was interrupted
     */
    int acquire() {
        sections++;
        if (depth > 0) {
            withhold(requireStack());
            return ++depth;
        }
        Interpreter.requireRunning();
        stopRequest.requireGo();
        long stackPointer;
        if (isOnCarrier()) {
            stackPointer = acquireOnCarrier();
        } else {
            if (state == 0) {
                GilWaitEvent event = Recordings.waitBegun();
                state = ThreadStates.adopt();
                Recordings.end(event);
                ident = ThreadApi.getThreadIdent();
                list();
            }
            stackPointer = requireStack();
            inside++;
            take(state);
        }
        holds++;
        depth = 1;
        try {
            withhold(stackPointer);
            Watch.entered();
            BlasThreads.entered(stack());
            Releases.drain();
        } catch (Throwable broken) { // nobody would ever give the GIL back
            leave();
            throw broken;
        }
        return 1;
    }

    /**
     * Takes the GIL for longer than a Java frame: should the thread end meanwhile, its end gives it back.
     *
     * @return the level of the hold
     */
    int acquireForStatements() {
        acquire();
        if (!virtual) {
            endGivesBack = true;
            ThreadEnd.givesBack();
        }
        return level();
    }

    /** The owner ended inside: what it counted for is over. Callers hold the GIL. */
    void ended() {
        inside = 0;
        depth = 0;
        ThreadStack known = stack;
        if (known != null) {
            BlasThreads.leaving(known);
        }
    }

    /** Whether this virtual thread should let others have its carrier, as one pinned section in many does. */
    boolean isTimeToYield() {
        return depth == 0 && ++pinned % YIELD_EVERY == 0;
    }

    private boolean isOnCarrier() {
        return virtual && !companionship.isOn();
    }

    private void list() {
        if (!listed) {
            listed = true;
            Sections.add(this);
        }
    }

    private long acquireOnCarrier() {
        GilWaitEvent event = Recordings.waitBegun();
        carrierToken = ThreadStates.ensureOnCarrier();
        Recordings.end(event);
        state = ThreadApi.getThisThreadState();
        ident = ThreadApi.getThreadIdent();
        Sections.Seat taken = Sections.ofCarrier(state);
        seat = taken;
        stack = taken.stack;
        try {
            long stackPointer = requireStack();
            inside++;
            taken.taken = this;
            return stackPointer;
        } catch (PythonException low) {
            ThreadApi.release(carrierToken);
            throw low;
        }
    }

    /** Ends the hold of this depth, and those in it that were left open. */
    void release(int held) {
        while (depth > held) {
            release();
        }
        release();
    }

    /** Ends the latest hold. */
    void release() {
        stopRequest.holdEnds();
        if (depth > 1) {
            depth--;
            return;
        }
        try {
            if (Checks.ON) {
                Checks.leaving(state);
            }
        } finally {
            leave();
        }
    }

    private void leave() {
        BlasThreads.leaving(stack());
        depth = 0;
        inside--;
        if (inside == 0) {
            stopRequest.left();
            if (endGivesBack) {
                endGivesBack = false;
                ThreadEnd.givesNothing();
            }
            if (withheld != 0 && ident != 0) { // threads of Python's own keep the limit
                RecursionCounter.giveBack(state, withheld);
                withheld = 0;
            }
        }
        if (isOnCarrier()) {
            leaveSeat();
            ThreadApi.release(carrierToken);
        } else {
            ThreadApi.saveThread();
        }
        if (Pressure.isDue()) {
            Pressure.relieve();
        }
    }

    private void leaveSeat() {
        if (inside == 0 && seat != null) {
            seat.taken = null;
        }
    }

    private void withhold(long stackPointer) {
        if (state != 0) {
            withheld += RecursionCounter.withhold(state, stackPointer - stack().lowest());
        }
    }

    /** Forgets the stack's limit while Python's own is being changed. Callers hold the GIL. */
    void unlimit() {
        if (withheld != 0) {
            RecursionCounter.giveBack(state, withheld);
            withheld = 0;
        }
    }

    /** Applies the stack's limit again. Callers hold the GIL. */
    void limit() {
        if (inside > 0) {
            withhold(StackPointer.get());
        }
    }

    /** Whether the thread is somewhere inside Python, be it in Java code that Python called. Any thread may ask. */
    boolean isInside() {
        return inside > 0;
    }

    /** How deep in sections and upcalls the thread is. */
    int level() {
        return inside << Short.SIZE | depth;
    }

    /** Whether the owner was interrupted, and nobody has taken that up. Any thread may ask. */
    boolean isInterrupted() {
        return owner.isInterrupted() || companionship.hasInterrupt();
    }

    /** When and why Python code is to end here. */
    public StopRequest stopRequest() {
        return stopRequest;
    }

    /**
     * Whether a request to {@link #ident} reaches this thread, not one it starts, and harms no lock. GIL held.
     *
     * @param times how often it was asked before: code may have no better place
     */
    boolean isReached(int times) {
        return ThreadNumbers.isFirst(state, ident) && StopPlaces.isHarmless(state, times);
    }

    /** Python's number of the thread that runs the sections; 0 before the first. */
    long ident() {
        return ident;
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

    /** The stack pointer, about. */
    private long requireStack() {
        long stackPointer = StackPointer.get();
        if (stack().isLowForPython(stackPointer)) {
            throw new PythonException("RecursionError",
                    "too little stack is left to call Python; recursion across"
                            + " Java and Python ends here, and a thread with a larger stack takes more",
                    List.of(), null, null, null, null);
        }
        return stackPointer;
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
        if (depth > 0) { // a hold that was left open
            release(1);
        }
        take(state);
        depth = held;
        sections++;
        stopRequest.resumed();
    }

    /** Runs code of others inside an upcall, without the GIL, on the thread that called Python. */
    public <T extends @Nullable Object> T outside(ForeignCode<T> code) throws Throwable {
        int held = suspend();
        try {
            return companionship.isOn() ? companionship.runOnOwner(code) : code.run();
        } finally {
            resume(held);
        }
    }

    /** {@link #outside} where what is thrown does not matter. */
    public <T extends @Nullable Object> T outsideUnchecked(ForeignCode<T> code) {
        return Companion.unchecked(() -> outside(code));
    }

    /** Whether the sections run on another thread. */
    public Companionship companionship() {
        return companionship;
    }

    Thread owner() {
        return owner;
    }

    boolean isVirtual() {
        return virtual;
    }

    /** Makes the calling thread work for the owner of this. */
    void becomeCurrent() {
        CURRENT.set(this);
    }

    /** The next section runs on another thread than the last. */
    void moved() {
        state = 0;
        ident = 0;
        stack = null;
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
