package dev.krait.engine;

import dev.krait.gil.Attachment;
import dev.krait.op.Dicts;
import dev.krait.op.JavaFunctions;
import dev.krait.ref.Counts;
import java.util.Locale;

/**
 * The functions that our Python files find under their names in small letters. What is behind one is loaded when it is
 * first called.
 */
enum ScriptFunction implements JavaFunctions.Body {
    LOOK_UP, LOOK_UP_HERE, STORE, REMOVE, HOST_NAMES, FORGET,

    JAVA_WRITE, JAVA_FLUSH, JAVA_READ, IS_RUNNING,

    CURRENT_ENGINE, CURRENT_CONTEXT, RESYNCHRONIZE, FORK_RUN, ADOPT_RUN, DROP_RUN;

    /** Makes all of them global names of our module. Callers hold the GIL. */
    static void define(Attachment thread, long module) {
        for (ScriptFunction each : values()) {
            String name = each.name().toLowerCase(Locale.ROOT);
            long function = JavaFunctions.newFunction(name, each);
            Dicts.set(thread, module, name, function);
            Counts.release(function);
        }
    }

    @Override
    public long run(Attachment thread, long arguments) throws Exception {
        return switch (this) {
            case LOOK_UP -> HostCalls.lookUp(thread, arguments, true);
            case LOOK_UP_HERE -> HostCalls.lookUp(thread, arguments, false);
            case STORE -> HostCalls.store(thread, arguments);
            case REMOVE -> HostCalls.remove(thread, arguments);
            case HOST_NAMES -> HostCalls.listed(thread, arguments);
            case FORGET -> HostCalls.forget(thread, arguments);
            case JAVA_WRITE -> StreamCalls.write(thread, arguments);
            case JAVA_FLUSH -> StreamCalls.flush(thread, arguments);
            case JAVA_READ -> StreamCalls.read(thread, arguments);
            case IS_RUNNING -> Functions.bool(thread.context() instanceof Run);
            case CURRENT_ENGINE -> RunCalls.engine(thread);
            case CURRENT_CONTEXT -> RunCalls.context(thread);
            case RESYNCHRONIZE -> RunCalls.resynchronize(thread);
            case FORK_RUN -> RunCalls.fork(thread);
            case ADOPT_RUN -> RunCalls.adopt(thread, arguments);
            case DROP_RUN -> RunCalls.drop(thread, arguments);
        };
    }
}
