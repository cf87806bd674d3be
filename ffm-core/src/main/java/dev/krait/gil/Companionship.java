package dev.krait.gil;

import dev.krait.capi.StackPointer;
import dev.krait.capi.ThreadApi;
import dev.krait.error.PythonException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether and how the sections of one Java thread run on a {@link Companion}. */
public final class Companionship {
    private final Attachment attachment;
    private volatile @Nullable Companion companion;
    private volatile boolean interrupted;
    private @Nullable ThreadStack ownersStack;
    private @Nullable Boolean wanted;

    Companionship(Attachment attachment) {
        this.attachment = attachment;
    }

    /** Whether sections run on another thread than the owner, now. */
    public boolean isOn() {
        return Companion.USE != Companion.Use.NONE && companion != null;
    }

    /** Whether the calling thread is the owner while its sections run, or are to run, elsewhere. */
    boolean isElsewhere() {
        if (Companion.USE == Companion.Use.NONE) {
            return false;
        }
        Companion with = companion;
        return with == null ? isWanted() : !with.isCurrent();
    }

    /** Runs something on the companion. */
    <T extends @Nullable Object> T run(ForeignCode<T> code) {
        requireStack();
        Companion known = companion;
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
        Boolean known = wanted;
        if (known == null) {
            known = attachment.isVirtual() || (Companion.USE == Companion.Use.OWN
                    && !ownersStack().isLarge() && ThreadApi.getThisThreadState() == 0);
            wanted = known;
        }
        return known;
    }

    private ThreadStack ownersStack() {
        ThreadStack known = ownersStack;
        if (known == null || attachment.isVirtual()) { // the carrier may be another one each time
            known = ThreadStack.ofCallingThread();
            ownersStack = known;
        }
        return known;
    }

    private void requireStack() {
        if (ownersStack().isLowForPython(StackPointer.get())) {
            throw new PythonException("RecursionError",
                    "too little stack is left in Java; recursion across Java and Python ends here",
                    List.of(), null, null, null, null);
        }
    }
}
