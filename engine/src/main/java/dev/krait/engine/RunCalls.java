package dev.krait.engine;

import dev.krait.convert.Conversion;
import dev.krait.gil.Attachment;
import dev.krait.op.Numbers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What our Python files ask about the script that runs on the calling thread, and its way to other threads. */
final class RunCalls {
    private static final Map<Long, Run> ON_THE_WAY = new ConcurrentHashMap<>();
    private static final AtomicLong LAST = new AtomicLong();

    private RunCalls() {}

    /** {@code current_engine()}. */
    static long engine(Attachment thread) {
        return Conversion.standard().toPython(thread, running(thread).engine);
    }

    /** {@code current_context()}. */
    static long context(Attachment thread) {
        return Conversion.standard().toPython(thread, running(thread).context);
    }

    private static Run running(Attachment thread) {
        if (thread.context() instanceof Run run) {
            return run;
        }
        throw new IllegalStateException("no script of an engine runs on this thread");
    }

    /** {@code resynchronize()}: the other scopes as they are now, for the rest of the run. */
    static long resynchronize(Attachment thread) {
        if (thread.context() instanceof Run run
                && run.bindings() instanceof NamespaceBindings own) {
            own.names().enter(thread, run, null);
        }
        return Functions.none();
    }

    /** {@code fork_run()}: a number for the run of this thread, to be adopted by another; 0 without one. */
    static long fork(Attachment thread) {
        long token = 0;
        if (thread.context() instanceof Run run) {
            token = LAST.incrementAndGet();
            ON_THE_WAY.put(token, run);
        }
        return Numbers.newInt(token);
    }

    /** {@code adopt_run(token)}. */
    static long adopt(Attachment thread, long arguments) {
        Run run = ON_THE_WAY.get(Functions.number(thread, arguments, 0));
        thread.context(run);
        if (run != null) {
            thread.rules(run.rules(thread.rules()));
        }
        return Functions.none();
    }

    /** {@code drop_run(token)}: on the thread that ends, or on the starter when none came to be. */
    static long drop(Attachment thread, long arguments) {
        Run run = ON_THE_WAY.remove(Functions.number(thread, arguments, 0));
        if (run != null) {
            run.flush();
        }
        return Functions.none();
    }
}
