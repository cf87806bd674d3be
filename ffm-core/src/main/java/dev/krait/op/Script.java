package dev.krait.op;

import dev.krait.capi.EvalApi;
import dev.krait.capi.Layout;
import dev.krait.capi.Memory;
import dev.krait.capi.Statics;
import dev.krait.event.EvalEvent;
import dev.krait.event.Recordings;
import dev.krait.gil.Attachment;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import dev.krait.ref.Ref;
import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;

/** Compiled source: code for its statements, and code for a last expression whose value it has. */
public final class Script {
    private static long compilations;
    private static long runs;
    private final @Nullable Ref body;
    private final @Nullable Ref last;

    private Script(@Nullable Ref body, @Nullable Ref last) {
        this.body = body;
        this.last = last;
    }

    /**
     * Compiles; runs nothing. Callers hold the GIL.
     *
     * @param file the name in tracebacks; null for one made up
     */
    public static Script compile(Attachment thread, String source, @Nullable String file) {
        compilations++;
        long text = Text.newText(thread, source);
        long name = file == null ? Counts.retain(Statics.NONE) : Text.newText(thread, file);
        try {
            long codes = Calls.call(thread, Boot.COMPILE_SCRIPT, text, name);
            Script script = new Script(code(codes, 0), code(codes, 1));
            Counts.release(codes);
            return script;
        } finally {
            Counts.release(text);
            Counts.release(name);
        }
    }

    /** Runs with a dict for the names: the value of the last expression (owned), else None. Callers hold the GIL. */
    public long run(long globals) {
        runs++;
        try {
            return Recordings.areOn() ? recordedRun(globals) : runCode(globals);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    private long recordedRun(long globals) {
        EvalEvent event = new EvalEvent();
        event.begin();
        try {
            return runCode(globals);
        } finally {
            event.end();
            if (event.shouldCommit()) {
                report(event);
            }
        }
    }

    /** How many were compiled so far. Callers hold the GIL. */
    public static long compilations() {
        return compilations;
    }

    /** How often any was run so far. Callers hold the GIL. */
    public static long runs() {
        return runs;
    }

    private long runCode(long globals) {
        if (body != null) {
            Counts.release(Raise.check(EvalApi.evalCode(body.pointer(), globals, globals)));
        }
        return last == null
                ? Counts.retain(Statics.NONE)
                : Raise.check(EvalApi.evalCode(last.pointer(), globals, globals));
    }

    private void report(EvalEvent event) {
        Ref code = body == null ? last : body;
        if (code != null) {
            long file = Attributes.get(Attachment.current(), code.pointer(), "co_filename");
            event.file = Text.read(file);
            Counts.release(file);
        }
        event.commit();
    }

    /** A tuple of its code objects: owned. Callers hold the GIL. */
    public long newCodes() {
        return Items.newTuple(Counts.retain(body == null ? Statics.NONE : body.pointer()),
                Counts.retain(last == null ? Statics.NONE : last.pointer()));
    }

    private static @Nullable Ref code(long codes, int index) {
        long code = Memory.getLong(codes + Layout.TUPLE_ITEMS + (long) index * Long.BYTES);
        return code == Statics.NONE ? null : Ref.retaining(code);
    }
}
