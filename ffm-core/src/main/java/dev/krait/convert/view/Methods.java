package dev.krait.convert.view;

import dev.krait.gil.Attachment;
import dev.krait.op.Attributes;
import dev.krait.op.Calls;
import dev.krait.ref.Counts;

/** Python methods by name. Callers hold the GIL; arguments are borrowed, results owned. */
final class Methods {
    private Methods() {}

    /** {@code object.name()}. */
    static long call(Attachment thread, long object, String name) {
        long method = Attributes.get(thread, object, name);
        try {
            return Calls.call(method);
        } finally {
            Counts.release(method);
        }
    }

    /** {@code object.name(argument)}. */
    static long call(Attachment thread, long object, String name, long argument) {
        long method = Attributes.get(thread, object, name);
        try {
            return Calls.call(thread, method, argument);
        } finally {
            Counts.release(method);
        }
    }
}
