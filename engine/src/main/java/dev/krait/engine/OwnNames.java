package dev.krait.engine;

import dev.krait.capi.ImportApi;
import dev.krait.gil.Attachment;
import dev.krait.op.Calls;
import dev.krait.ref.Ref;

/** A namespace of the engine's own: exact dicts for globals and builtins, which CPython reads fastest. */
final class OwnNames implements ScriptNames {
    private final Ref module;
    private final long globals;

    /** Callers hold the GIL. */
    OwnNames() {
        module = Ref.owning(Calls.call(EnginePython.NEW_NAMESPACE));
        globals = ImportApi.moduleDict(module.pointer());
    }

    @Override
    public long globals() {
        return globals;
    }

    @Override
    public void enter(Attachment thread, Run run) {}

    @Override
    public void leave(Attachment thread, Run run) {}

    void close() {
        module.close();
    }
}
