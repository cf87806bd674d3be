package dev.krait.gil;

import java.util.concurrent.TimeoutException;

/** Why running Python code is to end. */
public enum Stop {
    /** {@code Thread.interrupt} was called. */
    INTERRUPT {
        @Override
        public Exception cause() {
            // as every blocking method that throws it does
            Thread.interrupted();
            Attachment.current().companionship().takeInterrupt();
            return new InterruptedException("the thread was interrupted while it ran Python code");
        }
    },
    /** The time given to it is over. */
    DEADLINE {
        @Override
        public Exception cause() {
            return new TimeoutException("the time for Python code was over");
        }
    };

    @SuppressWarnings("ImmutableEnumChecker") // set once, while the interpreter is set up
    private long errorClass;

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
