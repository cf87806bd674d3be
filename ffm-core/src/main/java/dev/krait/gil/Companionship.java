package dev.krait.gil;

import dev.krait.capi.StackPointer;
import dev.krait.capi.ThreadApi;
import dev.krait.error.PythonException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether and how the sections of one Java thread run on a {@link Companion}: when that is asked for, and always when the
 * thread's own stack is too small for C code.
 */
public final class Companionship {
    private final Attachment attachment;
    private volatile @Nullable Companion companion;
    private volatile boolean interrupted;
    private @Nullable ThreadStack ownersStack;
    /** Whether it is known that sections run where they are called. */
    private boolean stays;
    private boolean wanted;

    Companionship(Attachment attachment) {
        this.attachment = attachment;
    }

    /** Whether sections run on another thread than the owner, now. */
    public boolean isOn() {
        return companion != null;
    }

    /** Whether the calling thread is the owner while its sections run, or are to run, elsewhere. */
    boolean isElsewhere() {
        if (stays) {
            return false;
        }
        Companion with = companion;
        return with == null ? isWanted() : !with.isCurrent();
    }

    /** Runs something on the companion. */
    <T extends @Nullable Object> T run(ForeignCode<T> code) {
        Companion known = companion;
        requireStack(known);
        if (known != null) {
            return known.run(code);
        }
        Companion taken = Companion.take(attachment);
        companion = taken;
        attachment.moved();
        try {
            return taken.run(code);
        } finally {
            if (attachment.isVirtual()) {
                companion = null;
                taken.giveBack();
            }
        }
    }

    <T extends @Nullable Object> T runOnOwner(ForeignCode<T> code) throws Throwable {
        Companion with = companion;
        return with == null ? code.run() : with.runOnCaller(code);
    }

    boolean hasInterrupt() {
        return interrupted;
    }

    /** The owner was interrupted while it waited for its companion. */
    void noteInterrupt() {
        interrupted = true;
    }

    /** Whether there was an interrupt that nobody has taken up. */
    boolean takeInterrupt() {
        boolean had = interrupted;
        interrupted = false;
        return had;
    }

    private boolean isWanted() {
        if (!wanted && Interpreter.isRunning()) { // else there is nothing to ask, nor to run
            wanted = attachment.isVirtual() ? isWantedByVirtual() : isWantedByPlatform();
            stays = !wanted;
        }
        return wanted;
    }

    private boolean isWantedByPlatform() {
        boolean own = Companion.USE == Companion.Use.OWN;
        return (own ? !ownersStack().isLarge() : ownersStack().isTiny())
                && ThreadApi.getThisThreadState() == 0;
    }

    private static boolean isWantedByVirtual() {
        return Companion.USE != Companion.Use.NONE || Carriers.ARE_TINY;
    }

    /** The JVM gives all carriers the same stack. */
    private static final class Carriers {
        static final boolean ARE_TINY = ThreadStack.ofCallingThread().isTiny();

        private Carriers() {}
    }

    private ThreadStack ownersStack() {
        ThreadStack known = ownersStack;
        if (known == null || attachment.isVirtual()) { // the carrier may be another one each time
            known = ThreadStack.ofCallingThread();
            ownersStack = known;
        }
        return known;
    }

    private void requireStack(@Nullable Companion with) {
        if (ownersStack().isLowForWaiting(StackPointer.get()) || (with != null && with.isDeep())) {
            throw new PythonException("RecursionError",
                    "too little stack is left in Java; recursion across Java and Python ends here",
                    List.of(), null, null, null, null);
        }
    }
}
