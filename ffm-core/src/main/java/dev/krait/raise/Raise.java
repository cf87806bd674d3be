package dev.krait.raise;

import dev.krait.capi.ErrorApi;
import dev.krait.capi.Memory;
import dev.krait.capi.Statics;
import dev.krait.error.PythonException;
import dev.krait.gil.Attachment;
import dev.krait.gil.Checks;
import dev.krait.gil.Scratch;
import dev.krait.gil.StopRequest;
import dev.krait.ref.Counts;
import org.jspecify.annotations.Nullable;

/**
 * The pending Python error and Java exceptions: the only reader of one and writer of the other. Callers hold the GIL.
 *
 * <p>A result of NULL or -1 means that an error is pending; the check methods turn it into a throw.
 */
public final class Raise {
    private static final String UNTOLD = "a Java exception of which nothing can be told here: memory is gone, or the"
            + " class loader of Krait was closed";
    private static volatile Translation translation = new PlainTranslation();

    static {
        Checks.askForErrors(Raise::isPending);
    }

    private Raise() {}

    /** Sets how errors are translated; the layers above know more about them. */
    public static void translateBy(Translation better) {
        translation = better;
    }

    /** Gives the pointer back, or throws what is pending when it is NULL. */
    public static long check(long pointer) {
        if (Checks.ON) {
            Checks.held();
        }
        if (pointer == 0) {
            throw pending();
        }
        return pointer;
    }

    /** Gives the status back, or throws what is pending when it is -1. */
    public static int checkStatus(int status) {
        if (status < 0) {
            throw pending();
        }
        return status;
    }

    /** Gives the size or hash back, or throws what is pending when it is -1 and an error is set. */
    public static long checkSize(long size) {
        if (size == -1 && ErrorApi.occurred() != 0) {
            throw pending();
        }
        return size;
    }

    /** Whether an error is pending. */
    public static boolean isPending() {
        return ErrorApi.occurred() != 0;
    }

    /** Throws what is pending, if anything is. */
    public static void checkOccurred() {
        if (ErrorApi.occurred() != 0) {
            throw pending();
        }
    }

    /** Takes the pending error away and gives it as what Java throws. A checked exception of Java is thrown here. */
    public static RuntimeException pending() {
        long exception = takePending();
        if (exception == 0) {
            return new IllegalStateException("CPython reported an error but set none");
        }
        throw Raise.<RuntimeException>sneaky(toJava(exception));
    }

    /** What Java would throw for a Python exception; takes the owned reference over. */
    public static Throwable toJava(long exception) {
        StopRequest request = Attachment.current().stopRequest();
        boolean former = spare(request);
        try {
            return translation.toJava(exception);
        } finally {
            request.spareEnds(former);
        }
    }

    /** Translation runs Python: a request to end the thread's code would end the translation, and be lost with it. */
    private static boolean spare(StopRequest request) {
        boolean former = request.spare();
        if (request.mayMeet()) {
            translation.meetRequest();
            if (ErrorApi.occurred() != 0) {
                ErrorApi.clear();
                request.postpone();
            }
        }
        return former;
    }

    /** Whether an error of this class is pending; then it is cleared. */
    public static boolean clearIf(long exceptionClass) {
        boolean matches = ErrorApi.occurred() != 0
                && ErrorApi.exceptionMatches(exceptionClass) != 0;
        if (matches) {
            ErrorApi.clear();
        }
        return matches;
    }

    /** Makes a Java exception the pending Python error. */
    public static void setPending(Throwable thrown) {
        try {
            setPendingSpared(thrown);
        } catch (Throwable failed) {
            setPending(Statics.RUNTIME_ERROR, UNTOLD);
        }
    }

    private static void setPendingSpared(Throwable thrown) {
        StopRequest request = Attachment.current().stopRequest();
        boolean former = spare(request);
        try {
            translation.toPython(thrown);
        } catch (PythonException between) { // of a trace function, for instance
            setPendingOrUntold(between);
        } finally {
            request.spareEnds(former);
        }
    }

    /** An upcall must end with an error set, whatever happens. */
    private static void setPendingOrUntold(PythonException between) {
        try {
            translation.toPython(between);
        } catch (Throwable failed) {
            setPending(Statics.RUNTIME_ERROR, UNTOLD);
        }
    }

    /** Sets a builtin error of the given class with a message; without it when even that fails. */
    public static void setPending(long exceptionClass, String message) {
        try {
            long text = PlainText.newText(message);
            ErrorApi.setObject(exceptionClass, text);
            Counts.releaseIfAny(text);
        } catch (Throwable failed) { // our class loader was closed before it had loaded all of
                                     // Krait
            ErrorApi.setObject(exceptionClass, Statics.NONE);
        }
    }

    /** Sets a builtin error of the given class about an object (borrowed): a KeyError about its key, for instance. */
    public static void setPending(long exceptionClass, long about) {
        ErrorApi.setObject(exceptionClass, about);
    }

    /** Takes the pending error away: an owned exception with its traceback set, or 0. */
    public static long takePending() {
        return ErrorApi.hasRaisedException() ? ErrorApi.getRaisedException() : fetchNormalized();
    }

    /** Makes an exception instance pending; takes the reference over. */
    public static void restore(long exception) {
        if (ErrorApi.hasRaisedException()) {
            ErrorApi.setRaisedException(exception);
        } else {
            ErrorApi.setObject(Memory.getLong(exception + Long.BYTES), exception);
            Counts.release(exception);
        }
    }

    /** Throws anything unchecked. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // erased: this is how checked
                                                                     // ones get out
    public static <T extends Throwable> T sneaky(@Nullable Throwable thrown) throws T {
        throw (T) thrown;
    }

    private static long fetchNormalized() {
        Scratch scratch = Attachment.current().scratch();
        long slots = scratch.take(3 * Long.BYTES);
        long typeSlot = slots;
        long valueSlot = slots + Long.BYTES;
        long traceSlot = slots + 2 * Long.BYTES;
        ErrorApi.fetch(typeSlot, valueSlot, traceSlot);
        if (Memory.getLong(typeSlot) == 0) {
            scratch.give(slots);
            return 0;
        }
        ErrorApi.normalizeException(typeSlot, valueSlot, traceSlot);
        long type = Memory.getLong(typeSlot);
        long value = Memory.getLong(valueSlot);
        long traceback = Memory.getLong(traceSlot);
        scratch.give(slots);
        if (traceback != 0) {
            ErrorApi.setTraceback(value, traceback);
            Counts.release(traceback);
        }
        Counts.release(type);
        return value;
    }
}
