package dev.krait.gil;

import dev.krait.error.PythonException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Why running Python code is to end. */
public enum Stop {
    /** {@code Thread.interrupt} was called. */
    INTERRUPT("krait.Interrupted", "the Java thread was interrupted") {
        @Override
        public Exception cause() {
            // as every blocking method that throws it does
            Thread.interrupted();
            Attachment.current().companionship().takeInterrupt();
            return new InterruptedException("the thread was interrupted while it ran Python code");
        }
    },
    /** The time given to it is over. */
    DEADLINE("krait.DeadlineExceeded", "no time is left for Python code") {
        @Override
        public Exception cause() {
            return new TimeoutException("the time for Python code was over");
        }
    };

    @SuppressWarnings("ImmutableEnumChecker") // set once, while the interpreter is set up
    private long errorClass;
    private final String typeName;
    private final String refusal;

    Stop(String typeName, String refusal) {
        this.typeName = typeName;
        this.refusal = refusal;
    }

    /** The one whose exceptions bear this name in Python; null for other names. */
    public static @Nullable Stop of(String typeName) {
        for (Stop each : values()) {
            if (each.typeName.equals(typeName)) {
                return each;
            }
        }
        return null;
    }

    /** What is thrown instead of running Python code; ends the request on the calling thread. */
    PythonException refusal() {
        return new PythonException(typeName, refusal, List.of(), null, null, cause(), null);
    }

    /** Sets the exception class that ends the code: borrowed for ever. Callers hold the GIL. */
    public void raiseBy(long exceptionClass) {
        errorClass = exceptionClass;
    }

    /** The exception class that ends the code; 0 until it is set. */
    public long errorClass() {
        return errorClass;
    }

    /** What caused the end, for the exception that comes out; ends the request on the calling thread. */
    public abstract Exception cause();
}
