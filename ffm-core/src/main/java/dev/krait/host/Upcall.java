package dev.krait.host;

import dev.krait.capi.Upcalls;
import dev.krait.gil.Attachment;
import dev.krait.raise.Raise;
import java.lang.invoke.MethodHandles;

/** What the C functions that run Java have in common: nothing leaves them, errors become Python's. */
final class Upcall {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private Upcall() {}

    /** A C function that runs the static method of that name, of words only. */
    static long words(Class<?> owner, String name, int parameters) {
        return Upcalls.stub(LOOKUP, owner, name, parameters);
    }

    /** Begins an upcall: Python holds the GIL. */
    static Attachment enter() {
        Attachment thread = Attachment.current();
        thread.enterUpcall();
        return thread;
    }

    /** Like {@link #enter}, for upcalls that run code which may call back: refuses when the stack is nearly used up. */
    static void guard(Attachment thread) {
        if (thread.isStackLow()) {
            throw Refusal.recursion("maximum recursion depth exceeded across Python and Java;"
                    + " a thread with a larger stack takes more");
        }
    }

    /** Makes what was thrown the pending error; gives NULL. */
    static long fail(Throwable thrown) {
        try {
            if (thrown instanceof Refusal refusal) {
                Raise.setPending(refusal.errorClass(), refusal.text());
                return 0;
            }
        } catch (LinkageError closed) {
            // our class loader was closed before it had loaded that class
        }
        Raise.setPending(thrown);
        return 0;
    }
}
