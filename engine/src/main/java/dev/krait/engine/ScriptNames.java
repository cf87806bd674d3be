package dev.krait.engine;

import dev.krait.gil.Attachment;

/** The global names a script runs with. Callers hold the GIL. */
interface ScriptNames {
    /** The dict: borrowed, valid while this object is reachable. */
    long globals();

    /** Called when a run under a context begins. */
    void enter(Attachment thread, Run run);

    /** Called when it ends. */
    void leave(Attachment thread, Run run);
}
