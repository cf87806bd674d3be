package dev.krait.engine;

import dev.krait.capi.DictApi;
import dev.krait.capi.ImportApi;
import dev.krait.gil.Attachment;
import dev.krait.op.Calls;
import dev.krait.op.Dicts;
import dev.krait.op.Items;
import dev.krait.op.Script;
import dev.krait.ref.Counts;
import dev.krait.ref.Ref;
import org.jspecify.annotations.Nullable;

/** A namespace of the engine's own: exact dicts for globals and builtins, which CPython reads fastest. */
final class OwnNames implements ScriptNames {
    private final Ref module;
    private final long globals;
    private final Overlay overlay;
    private final FileName file = new FileName();

    /** Callers hold the GIL. */
    OwnNames() {
        long made = Calls.call(EnginePython.NEW_NAMESPACE);
        module = Ref.retaining(Items.ofTuple(made, 0));
        globals = ImportApi.moduleDict(module.pointer());
        overlay = new Overlay(Ref.retaining(Items.ofTuple(made, 1)));
        Counts.release(made);
    }

    @Override
    public long globals() {
        return globals;
    }

    @Override
    public long find(Attachment thread, String name) {
        long value = Dicts.get(thread, globals, name);
        return value == 0 ? 0 : Counts.retain(value);
    }

    @Override
    public void enter(Attachment thread, Run run, @Nullable Script script) {
        if (DictApi.getItemWithError(globals, EnginePython.BUILTINS_NAME) == 0) {
            overlay.restore(thread, globals);
        }
        overlay.update(thread, run.context, globals, script);
    }

    @Override
    public void file(Attachment thread, @Nullable String name) {
        file.set(thread, globals, name);
    }

    @Override
    public void leave(Attachment thread) {}

    void close() {
        module.close();
        overlay.close();
    }
}
