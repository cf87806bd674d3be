package dev.krait.engine;

import dev.krait.gil.Attachment;
import dev.krait.op.Script;
import org.jspecify.annotations.Nullable;

/** The global names a script runs with. Callers hold the GIL. */
interface ScriptNames {
    /** The dict: borrowed, valid while this object is reachable. */
    long globals();

    /** The value of a name: owned; 0 when there is none. */
    long find(Attachment thread, String name);

    /** Called when a run begins; {@code script} is what will run, where that is known. */
    void enter(Attachment thread, Run run, @Nullable Script script);

    /** Sets {@code __file__}, or takes it away. */
    void file(Attachment thread, @Nullable String file);

    /** Called when it ends. */
    void leave(Attachment thread);
}
