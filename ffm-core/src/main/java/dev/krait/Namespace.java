package dev.krait;

import dev.krait.capi.DictApi;
import dev.krait.capi.ImportApi;
import dev.krait.gil.Ambience;
import dev.krait.gil.Attachment;
import dev.krait.gil.Gil;
import dev.krait.gil.Limits;
import dev.krait.op.Boot;
import dev.krait.op.Calls;
import dev.krait.op.Names;
import dev.krait.op.Scripts;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import dev.krait.ref.Ref;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Global names of its own for the code run in it: a module named {@code __main__}.
 *
 * <p>Namespaces do not see each other's names; they share imported modules. Any thread may use one.
 */
public final class Namespace implements AutoCloseable {
    private final Ref module;
    private final @Nullable Confined confined;

    private Namespace(Ref module, @Nullable Confined confined) {
        this.module = module;
        this.confined = confined;
    }

    static Namespace open(@Nullable ClassFilter filter) {
        if (filter != null) {
            Limits.prepare();
        }
        Confined confined = filter == null ? null : new Confined(filter);
        return Gil.call(thread -> {
            long name = Names.newName(thread, "__main__");
            try {
                return new Namespace(Ref.owning(Calls.call(thread, Boot.NEW_NAMESPACE, name)),
                        confined);
            } finally {
                Counts.release(name);
            }
        });
    }

    /**
     * Runs source text.
     *
     * @return the value of its last statement when that is an expression, else {@code None}
     */
    public PyObject eval(String source) {
        return eval(source, null);
    }

    /**
     * Runs source text under a name.
     *
     * @param file the name its tracebacks show; null for one made up
     * @return the value of its last statement when that is an expression, else {@code None}
     */
    public PyObject eval(String source, @Nullable String file) {
        Objects.requireNonNull(source, "source");
        return with(thread -> PyObject.own(thread, run(thread, source, file)));
    }

    /** Runs source text for what it does. */
    public void exec(String source) {
        Objects.requireNonNull(source, "source");
        with(thread -> {
            Counts.release(run(thread, source, null));
            return this;
        });
    }

    /** The value of a global name; null when there is none. */
    public @Nullable PyObject get(String name) {
        Objects.requireNonNull(name, "name");
        return with(thread -> {
            long key = Names.newName(thread, name);
            try {
                long value = DictApi.getItemWithError(names(), key);
                if (value == 0) {
                    Raise.checkOccurred();
                    return null;
                }
                return PyObject.own(thread, Counts.retain(value));
            } finally {
                Counts.release(key);
            }
        });
    }

    /** Sets a global name. */
    public void set(String name, @Nullable Object value) {
        Objects.requireNonNull(name, "name");
        with(thread -> {
            long key = Names.newName(thread, name);
            long converted = 0;
            try {
                converted = Python.toPython(thread, value);
                Raise.checkStatus(DictApi.setItem(names(), key, converted));
            } finally {
                Counts.release(key);
                Counts.releaseIfAny(converted);
            }
            return this;
        });
    }

    /** The module these names belong to. */
    public PyObject module() {
        return with(thread -> PyObject.own(thread, Counts.retain(module.pointer())));
    }

    /** Gives the namespace back; functions that use it live on. A second call does nothing. */
    @Override
    public void close() {
        module.close();
    }

    private long run(Attachment thread, String source, @Nullable String file) {
        return Scripts.compile(thread, source, file).run(names());
    }

    private long names() {
        return ImportApi.moduleDict(module.pointer());
    }

    private <T extends @Nullable Object> T with(Gil.Section<T> section) {
        return confined == null
                ? module.with(section)
                : Ambience.call(confined, thread -> module.hold(thread, section));
    }
}
