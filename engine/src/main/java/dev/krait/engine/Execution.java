package dev.krait.engine;

import dev.krait.convert.Conversion;
import dev.krait.gil.Attachment;
import dev.krait.gil.Gil;
import dev.krait.op.Script;
import dev.krait.op.Scripts;
import dev.krait.ref.Counts;
import javax.script.Bindings;
import javax.script.ScriptContext;
import javax.script.ScriptException;
import org.jspecify.annotations.Nullable;

/** Every way from Java into a script of an engine: under the GIL, with the names and the context of the run. */
final class Execution {
    private Execution() {}

    /** What runs in a script's names. */
    interface Body<T extends @Nullable Object> {
        T run(Attachment thread, ScriptNames names);
    }

    /** A body whose result is a Python object. */
    interface PythonBody {
        /** The result: owned. */
        long run(Attachment thread, ScriptNames names);
    }

    /** Runs a script; the value of its last expression. */
    static @Nullable Object eval(Run run, PythonBody body) throws ScriptException {
        try {
            return call(run, body);
        } catch (Exception failed) {
            throw Failures.translate(failed);
        }
    }

    /** Compiles; runs nothing. */
    static Script compile(String source, @Nullable String file) throws ScriptException {
        try {
            Started.ensure();
            return Gil.call(thread -> Scripts.compile(thread, source, file));
        } catch (Exception failed) {
            throw Failures.translate(failed);
        }
    }

    /** Runs a body and converts its result; what it throws comes out as it is. */
    static @Nullable Object call(Run run, PythonBody body) {
        return enter(run, (thread, names) -> {
            long result = body.run(thread, names);
            try {
                return Conversion.standard().toJava(thread, result);
            } finally {
                Counts.release(result);
            }
        });
    }

    /** Runs a body in the names and under the context of a run. */
    static <T extends @Nullable Object> T enter(Run run, Body<T> body) {
        Started.ensure();
        return Gil.call(thread -> {
            ScriptNames names = names(run);
            Object outer = thread.context();
            thread.context(run);
            names.enter(thread, run);
            try {
                return body.run(thread, names);
            } finally {
                names.leave(thread, run);
                thread.context(outer);
            }
        });
    }

    private static ScriptNames names(Run run) {
        Bindings bindings = run.context.getBindings(ScriptContext.ENGINE_SCOPE);
        if (bindings instanceof NamespaceBindings own) {
            return own.names();
        }
        throw new UnsupportedOperationException("ENGINE_SCOPE is a " + bindings.getClass().getName()
                + "; use Bindings made by createBindings() of this engine");
    }
}
