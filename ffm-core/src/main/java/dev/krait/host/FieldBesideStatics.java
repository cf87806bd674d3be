package dev.krait.host;

import dev.krait.gil.Attachment;
import dev.krait.ref.Counts;

/**
 * A field of instances where static methods have its name: an object has the field, its class the methods.
 *
 * @param statics the Python object of the methods, which lives as long as the type that has both
 */
record FieldBesideStatics(FieldAttribute field, long statics) implements Attribute {
    @Override
    public String name() {
        return field.name();
    }

    @Override
    public Class<?> owner() {
        return field.owner();
    }

    @Override
    public String toString() {
        return field.toString();
    }

    @Override
    public long get(Attachment thread, long instance) throws Throwable {
        return instance == 0 ? Counts.retain(statics) : field.get(thread, instance);
    }

    @Override
    public void set(Attachment thread, long instance, long value) throws Throwable {
        field.set(thread, instance, value);
    }
}
