package dev.krait.engine;

import dev.krait.convert.Conversion;
import dev.krait.gil.Attachment;
import dev.krait.gil.Gil;
import dev.krait.op.Script;
import dev.krait.op.Scripts;
import dev.krait.ref.Counts;
import java.lang.ref.Reference;
import javax.script.Bindings;
import javax.script.ScriptException;
import org.jspecify.annotations.Nullable;

/** Every way from Java into a script of an engine: under the GIL, with the names and the context of the run. */
final class Execution {
    private Execution() {}

    /** What runs in a script's names. */
    interface Body<T extends @Nullable Object> {
        T run(Attachment thread, ScriptNames names);
    }

    /** Runs source text; the value of its last expression. */
    static @Nullable Object eval(Run run, String source) throws ScriptException {
        try {
            Started.ensure();
            String file = FileNames.of(run.context);
            return guarded(run,
                    thread -> eval(thread, run, compile(thread, run, source, file), file));
        } catch (Exception failed) {
            throw Failures.translate(failed);
        }
    }

    /** Runs compiled source; the value of its last expression. */
    static @Nullable Object eval(Run run, Script script) throws ScriptException {
        try {
            String file = FileNames.of(run.context);
            return guarded(run, thread -> eval(thread, run, script, file));
        } catch (Exception failed) {
            throw Failures.translate(failed);
        }
    }

    /** Compiles; runs nothing. */
    static Script compile(Run run, String source) throws ScriptException {
        try {
            Started.ensure();
            String file = FileNames.of(run.context);
            return guarded(run, thread -> compile(thread, run, source, file));
        } catch (Exception failed) {
            throw Failures.translate(failed);
        }
    }

    /** With the streams of the run: the compiler warns. */
    private static Script compile(Attachment thread, Run run, String source,
            @Nullable String file) {
        Object outer = thread.context();
        thread.context(run);
        try {
            return Scripts.compile(thread, source, file);
        } finally {
            thread.context(outer);
        }
    }

    /** Runs a body in the names of Bindings, under the context of a run; what it throws comes out as it is. */
    static <T extends @Nullable Object> T enter(Run run, Bindings bindings, Body<T> body) {
        Started.ensure();
        return guarded(run, thread -> {
            ScriptNames names = names(thread, bindings);
            Object outer = thread.context();
            Object rules = thread.rules();
            thread.context(run);
            thread.rules(run.rules(rules));
            try {
                names.enter(thread, run, null);
                return body.run(thread, names);
            } finally {
                names.leave(thread);
                thread.rules(rules);
                thread.context(outer);
            }
        });
    }

    private static @Nullable Object eval(Attachment thread, Run run, Script script,
            @Nullable String file) {
        ScriptNames names = names(thread, run.bindings());
        Object outer = thread.context();
        Object rules = thread.rules();
        thread.context(run);
        thread.rules(run.rules(rules));
        long argv = 0;
        try {
            names.enter(thread, run, script);
            names.file(thread, file);
            argv = Argv.set(thread, run.context, file);
            long result = script.run(names.globals());
            try {
                return Conversion.standard().toJava(thread, result);
            } finally {
                Counts.release(result);
            }
        } finally {
            Argv.restore(thread, argv);
            names.leave(thread);
            thread.rules(rules);
            thread.context(outer);
            Reference.reachabilityFence(names);
        }
    }

    /** A section whose output is flushed at its end, before an error comes out too. */
    private static <T extends @Nullable Object> T guarded(Run run, Gil.Section<T> section) {
        T result;
        try {
            result = Gil.call(section);
        } catch (Throwable failed) {
            try {
                run.flush();
            } catch (RuntimeException another) {
                failed.addSuppressed(another);
            }
            throw failed;
        }
        run.flush();
        return result;
    }

    private static ScriptNames names(Attachment thread, Bindings bindings) {
        return bindings instanceof NamespaceBindings own
                ? own.names()
                : HostNames.of(thread, bindings);
    }
}
