package dev.krait;

import dev.krait.capi.Statics;
import dev.krait.gil.Attachment;
import dev.krait.gil.Gil;
import dev.krait.gil.StackLimit;
import dev.krait.gil.Stop;
import dev.krait.op.BootModule;
import dev.krait.op.Calls;
import dev.krait.op.JavaFunctions;
import dev.krait.ref.Counts;

/** What Python must not do in a process that is a JVM, and how its code is ended: {@code process.py}. */
final class ProcessRules {
    private static final String FILE = "process.py";

    private ProcessRules() {}

    /** Callers hold the GIL. */
    static void install(Attachment thread) {
        BootModule.load(BootModule.class, FILE);
        Counts.release(Calls.call(BootModule.function(FILE, "install")));
        StackLimit.find();
        if (StackLimit.isPythons()) {
            limitRecursion(thread);
        }
    }

    /** Lets interrupts and deadlines end Python code: not before the set-up is complete. Callers hold the GIL. */
    static void letStop() {
        Stop.INTERRUPT.raiseBy(BootModule.function(FILE, "Interrupted"));
        Stop.DEADLINE.raiseBy(BootModule.function(FILE, "DeadlineExceeded"));
    }

    /** Makes a module the one Python knows as {@code __main__}. */
    static void setMain(PyObject module) {
        Gil.call(thread -> {
            Counts.release(Calls.call(thread, BootModule.function(FILE, "set_main"),
                    module.ref().pointer()));
            return module;
        });
    }

    private static void limitRecursion(Attachment thread) {
        long one = newFunction("lift", StackLimit::lift);
        long two = newFunction("apply", StackLimit::apply);
        Counts.release(Calls.call(thread, BootModule.function(FILE, "limit_recursion"), one, two));
        Counts.release(one);
        Counts.release(two);
    }

    private static long newFunction(String name, Runnable body) {
        return JavaFunctions.newFunction(name, (_, _) -> {
            body.run();
            return Counts.retain(Statics.NONE);
        });
    }
}
