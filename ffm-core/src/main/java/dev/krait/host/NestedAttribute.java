package dev.krait.host;

import dev.krait.gil.Attachment;
import dev.krait.ref.Counts;

/** A public nested class. */
record NestedAttribute(Class<?> type) implements Attribute {
    @Override
    public String name() {
        return type.getSimpleName();
    }

    @Override
    public Class<?> owner() {
        return type.getDeclaringClass();
    }

    @Override
    public String toString() {
        return "nested class " + LiveTypes.nameOf(type);
    }

    @Override
    public long get(Attachment thread, long instance) {
        return Counts.retain(Classes.python(thread, type));
    }

    @Override
    public void set(Attachment thread, long instance, long value) {
        throw Refusal.attribute(LiveTypes.nameOf(type) + " is a class and cannot be replaced");
    }
}
