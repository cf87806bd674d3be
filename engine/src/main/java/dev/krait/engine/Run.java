package dev.krait.engine;

import dev.krait.gil.Ambience;
import dev.krait.gil.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.Objects;
import javax.script.Bindings;
import javax.script.ScriptContext;
import org.jspecify.annotations.Nullable;

/**
 * A script at work, or one that may be again: its engine, its context, and whether it wrote something.
 *
 * <p>The one of an engine's default context is used again and again, by several threads at once. Objects that came out of
 * a run keep it, and with it the Bindings in which their functions look names up.
 */
final class Run implements Ambience {
    final KraitScriptEngine engine;
    final ScriptContext context;
    private final WeakReference<Run> weakly = new WeakReference<>(this);
    private volatile boolean wrote;

    Run(KraitScriptEngine engine, ScriptContext context) {
        this.engine = engine;
        this.context = context;
    }

    @Override
    public void left() {
        flush();
    }

    @Override
    public @Nullable Limits limits() {
        return engine.limits();
    }

    /** With limits it stays as long as what was made under it. */
    @Override
    public Reference<? extends Ambience> weakly() {
        return limits() == null ? weakly : Ambience.kept(this);
    }

    @Override
    public @Nullable Object rules(@Nullable Object former) {
        return engine.inForce(former);
    }

    /** Its ENGINE_SCOPE. */
    Bindings bindings() {
        return Objects.requireNonNull(context.getBindings(ScriptContext.ENGINE_SCOPE),
                "the context has no Bindings for ENGINE_SCOPE");
    }

    /** The writer of standard output, or of errors; null where the context has none. */
    @Nullable
    Writer writer(boolean error) {
        return error ? context.getErrorWriter() : context.getWriter();
    }

    /** Says that there is something to flush. */
    void wrote() {
        wrote = true;
    }

    /** Flushes both writers if anything was written. The GIL is free meanwhile. */
    void flush() {
        if (wrote) {
            wrote = false;
            Released.run(() -> {
                flush(writer(false));
                flush(writer(true));
            });
        }
    }

    private static void flush(@Nullable Writer writer) {
        if (writer != null) {
            try {
                writer.flush();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
