package dev.krait.host;

import dev.krait.capi.JvmMonitors;
import dev.krait.capi.Statics;
import dev.krait.gil.Attachment;
import dev.krait.op.Calls;
import dev.krait.op.Numbers;
import dev.krait.ref.Counts;
import org.jspecify.annotations.Nullable;

/** Monitors of Java objects for Python; the GIL is given up while one is waited for. */
final class Monitors {
    private Monitors() {}

    static void define(Attachment thread) {
        HostPython.define(thread, "_synchronized", Monitors::call);
        HostPython.define(thread, "_enter_monitor", Monitors::enter);
        HostPython.define(thread, "_exit_monitor", Monitors::exit);
    }

    /** {@code _synchronized(object, function)}: calls the function while this thread owns the object's monitor. */
    private static long call(Attachment thread, long args, int count) {
        Object monitor = Receivers.require(Natives.at(args, 0), Object.class);
        int held = thread.suspend();
        boolean suspended = true;
        try {
            synchronized (monitor) {
                thread.resume(held);
                suspended = false;
                try {
                    return Calls.call(Natives.at(args, 1));
                } finally {
                    held = thread.suspend();
                    suspended = true;
                }
            }
        } finally {
            if (suspended) {
                thread.resume(held);
            }
        }
    }

    /** {@code _enter_monitor(object)}: what {@code _exit_monitor} takes; None where a JVM has no such way. */
    private static long enter(Attachment thread, long args, int count) {
        Object monitor = Receivers.require(Natives.at(args, 0), Object.class);
        @Nullable
        JvmMonitors monitors = JvmMonitors.ofThisJvm();
        if (monitors == null) {
            return Counts.retain(Statics.NONE);
        }
        long entered;
        int held = thread.suspend();
        try {
            entered = monitors.enter(monitor);
        } finally {
            thread.resume(held);
        }
        return Numbers.newInt(entered);
    }

    /** {@code _exit_monitor(entered)}. */
    private static long exit(Attachment thread, long args, int count) {
        JvmMonitors monitors = JvmMonitors.ofThisJvm();
        if (monitors != null) {
            monitors.exit(Numbers.read(thread, Natives.at(args, 0)).longValue());
        }
        return Counts.retain(Statics.NONE);
    }
}
