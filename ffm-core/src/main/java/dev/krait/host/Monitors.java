package dev.krait.host;

import dev.krait.capi.JvmMonitors;
import dev.krait.capi.Statics;
import dev.krait.gil.Attachment;
import dev.krait.gil.Gil;
import dev.krait.op.Calls;
import dev.krait.op.Numbers;
import dev.krait.ref.Counts;
import org.jspecify.annotations.Nullable;

/**
 * Monitors of Java objects for Python. They belong to the thread that called Python, also when its sections run
 * elsewhere; the GIL is given up while one is waited for.
 */
final class Monitors {
    private Monitors() {}

    /** {@code _synchronized(object, function)}: calls the function while this thread owns the object's monitor. */
    static long call(Attachment thread, long args) {
        Object monitor = Receivers.require(Natives.at(args, 0), Object.class);
        long function = Natives.at(args, 1);
        return thread.outsideUnchecked(() -> {
            synchronized (monitor) {
                return Gil.get(() -> Calls.call(function));
            }
        });
    }

    /** {@code _enter_monitor(object)}: what {@code _exit_monitor} takes; None where a JVM has no such way. */
    static long enter(Attachment thread, long args) {
        Object monitor = Receivers.require(Natives.at(args, 0), Object.class);
        @Nullable
        JvmMonitors monitors = JvmMonitors.ofThisJvm();
        if (monitors == null) {
            return Counts.retain(Statics.NONE);
        }
        long entered = thread.outsideUnchecked(() -> monitors.enter(monitor));
        return Numbers.newInt(entered);
    }

    /** {@code _exit_monitor(entered)}. */
    static long exit(Attachment thread, long args) {
        JvmMonitors monitors = JvmMonitors.ofThisJvm();
        if (monitors != null) {
            long entered = Numbers.read(thread, Natives.at(args, 0)).longValue();
            if (thread.companionship().isOn()) {
                thread.outsideUnchecked(() -> exit(monitors, entered));
            } else {
                monitors.exit(entered);
            }
        }
        return Counts.retain(Statics.NONE);
    }

    private static Boolean exit(JvmMonitors monitors, long entered) {
        monitors.exit(entered);
        return true;
    }
}
