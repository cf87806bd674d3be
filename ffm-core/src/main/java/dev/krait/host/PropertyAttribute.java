package dev.krait.host;

import dev.krait.capi.Memory;
import dev.krait.gil.Attachment;
import dev.krait.gil.Scratch;
import dev.krait.ref.Counts;
import org.jspecify.annotations.Nullable;

/** A bean property: getX or isX, and setX where there is one. */
record PropertyAttribute(String name, MethodGroup getter,
        @Nullable MethodGroup setter) implements Attribute {
    @Override
    public Class<?> owner() {
        return getter.owner();
    }

    @Override
    public String toString() {
        String how = setter == null
                ? getter.name() + "()"
                : getter.name() + "() and " + setter.name() + "(...)";
        return "property " + name + ": " + how;
    }

    @Override
    public long get(Attachment thread, long instance) throws Throwable {
        return instance == 0 ? 0 : getter.call(thread, instance, 0, 0);
    }

    @Override
    public void set(Attachment thread, long instance, long value) throws Throwable {
        if (setter == null) {
            throw Refusal.attribute("property " + name + " has no setter");
        }
        Scratch scratch = thread.scratch();
        long slot = scratch.take(Long.BYTES);
        try {
            Memory.putLong(slot, value);
            Counts.release(setter.call(thread, instance, slot, 1));
        } finally {
            scratch.give(slot);
        }
    }
}
