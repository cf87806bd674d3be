package dev.krait.host;

import dev.krait.convert.Conversion;
import dev.krait.gil.Attachment;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What serves calls of live objects that are functions. C calls these methods. */
final class CallableSlots {
    private static final long COUNT_MASK = Long.MAX_VALUE; // without PY_VECTORCALL_ARGUMENTS_OFFSET
    private static long function;
    private static long raw;

    private CallableSlots() {}

    /** Callers hold the GIL. */
    static void create() {
        function = Upcall.words(CallableSlots.class, "call", 4);
        raw = Upcall.words(CallableSlots.class, "callRaw", 4);
    }

    /** A Python function that runs the given code: owned. */
    static long newRaw(HostFunction code) {
        return Live.newObject(LiveTypes.callable(), code, raw);
    }

    /** The same as a method: the object it is fetched from is the first argument. */
    static long newRawMethod(HostFunction code) {
        return Live.newObject(LiveTypes.method(), code, raw);
    }

    /** The vectorcall pointer for objects whose class is functional. */
    static long function() {
        return function;
    }

    static long callRaw(long self, long args, long flaggedCount, long keywords) {
        Attachment thread = Upcall.enter();
        try {
            if (keywords != 0) {
                throw Refusal.type("no keyword arguments are taken");
            }
            return ((HostFunction) ObjectSlots.target(self)).call(thread, args,
                    (int) (flaggedCount & COUNT_MASK));
        } catch (Throwable thrown) {
            return Upcall.fail(thrown);
        } finally {
            thread.exitUpcall();
        }
    }

    static long call(long self, long args, long flaggedCount, long keywords) {
        Attachment thread = Upcall.enter();
        try {
            return call(thread, ObjectSlots.target(self), args, (int) (flaggedCount & COUNT_MASK),
                    keywords);
        } catch (Throwable thrown) {
            return Upcall.fail(thrown);
        } finally {
            thread.exitUpcall();
        }
    }

    private static long call(Attachment thread, Object target, long args, int count, long keywords)
            throws Throwable {
        Conversion conversion = Host.conversion();
        KeywordCall named = KeywordCalls.of(target);
        if (named != null) {
            return conversion.toPython(thread,
                    KeywordCalls.run(thread, conversion, named, target, args, count, keywords));
        }
        Sam sam = Objects.requireNonNull(Sam.of(target.getClass()));
        MethodGroup open = sam.open();
        if (open != null && keywords == 0) {
            return open.run(thread, target, 0, args, count, false);
        }
        Invoker invoker = sam.invoker();
        if (count != invoker.arity() || keywords != 0) {
            throw refusal(sam, count, keywords);
        }
        return result(thread, conversion, invoker.call(thread, conversion, target, args));
    }

    private static long result(Attachment thread, Conversion conversion, @Nullable Object value) {
        return conversion.toPython(thread, value);
    }

    private static Refusal refusal(Sam sam, int count, long keywords) {
        String name = LiveTypes.nameOf(sam.method().getDeclaringClass()) + "."
                + sam.method().getName() + "()";
        return Refusal.type(keywords != 0
                ? name + " takes no keyword arguments"
                : name + " takes " + sam.invoker().arity() + " arguments, not " + count);
    }
}
