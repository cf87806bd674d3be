package dev.krait;

import dev.krait.convert.Conversion;
import dev.krait.gil.Attachment;
import dev.krait.gil.Gil;
import dev.krait.gil.StackLimit;
import dev.krait.gil.Stop;
import dev.krait.op.BootModule;
import dev.krait.op.Calls;
import dev.krait.ref.Counts;

/** What Python must not do in a process that is a JVM, and how its code is ended: {@code process.py}. */
final class ProcessRules {
    private static final String FILE = "process.py";

    private ProcessRules() {}

    /** Callers hold the GIL. */
    static void install(Attachment thread, Conversion conversion) {
        BootModule.load(BootModule.class, FILE);
        Counts.release(Calls.call(BootModule.function(FILE, "install")));
        StackLimit.find();
        if (StackLimit.isPythons()) {
            limitRecursion(thread, conversion);
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

    private static void limitRecursion(Attachment thread, Conversion conversion) {
        Runnable lift = () -> Gil.run(StackLimit::lift);
        Runnable apply = () -> Gil.run(StackLimit::apply);
        long one = conversion.toPython(thread, lift);
        long two = conversion.toPython(thread, apply);
        Counts.release(Calls.call(thread, BootModule.function(FILE, "limit_recursion"), one, two));
        Counts.release(one);
        Counts.release(two);
    }
}
