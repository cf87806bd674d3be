package dev.krait.op;

import dev.krait.capi.CFunctionApi;
import dev.krait.capi.Memory;
import dev.krait.capi.Statics;
import dev.krait.capi.Upcalls;
import dev.krait.gil.Attachment;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Python functions whose body is Java: a few, made while the interpreter is set up, kept for ever.
 *
 * <p>One C function serves all of them; the {@code self} of each says which it is.
 */
public final class JavaFunctions {
    private static final int VARARGS = 1; // METH_VARARGS
    private static final int DEFINITION_BYTES = 32; // sizeof(PyMethodDef)
    private static final int FUNCTION_AT = 8;
    private static final int FLAGS_AT = 16;
    private static final List<Body> BODIES = new CopyOnWriteArrayList<>();
    private static final long STUB = Upcalls.stub(MethodHandles.lookup(), JavaFunctions.class,
            "run", 2);

    private JavaFunctions() {}

    /** What runs, under the GIL. */
    @FunctionalInterface
    public interface Body {
        /** The result, owned; the tuple of arguments is borrowed. What is thrown becomes a Python error. */
        long run(Attachment thread, long arguments) throws Exception;
    }

    /** A function that takes positional arguments: owned. Callers hold the GIL. */
    public static long newFunction(String name, Body body) {
        long definition = Memory.allocateForEver(DEFINITION_BYTES);
        Memory.putLong(definition, Memory.textForEver(name));
        Memory.putLong(definition + FUNCTION_AT, STUB);
        Memory.putInt(definition + FLAGS_AT, VARARGS);
        BODIES.add(body);
        long number = Numbers.newInt(BODIES.indexOf(body));
        try {
            return Raise.check(CFunctionApi.newFunction(definition, number, 0));
        } finally {
            Counts.release(number);
        }
    }

    @SuppressWarnings("UnusedMethod") // C calls it
    private static long run(long self, long arguments) {
        Attachment thread = Attachment.current();
        thread.enterUpcall();
        try {
            if (thread.isStackLow()) {
                Raise.setPending(Statics.RECURSION_ERROR,
                        "maximum recursion depth exceeded across Python and Java");
                return 0;
            }
            return BODIES.get(Numbers.read(thread, self).intValue()).run(thread, arguments);
        } catch (Throwable thrown) { // nothing may leave an upcall
            Raise.setPending(thrown);
            return 0;
        } finally {
            thread.exitUpcall();
        }
    }
}
