package dev.krait.host;

import dev.krait.capi.Memory;
import dev.krait.gil.Attachment;
import dev.krait.gil.Scratch;
import dev.krait.ref.Counts;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A bean property: getX or isX, and setX; one of them may lack. */
record PropertyAttribute(String name, @Nullable MethodGroup getter,
        @Nullable MethodGroup setter) implements Attribute {
    @Override
    public Class<?> owner() {
        return methods().map(MethodGroup::owner).findFirst().orElseThrow();
    }

    @Override
    public String toString() {
        return methods().map(each -> each.name() + (each.equals(getter) ? "()" : "(...)"))
                .collect(Collectors.joining(" and ", "property " + name + ": ", ""));
    }

    /** Whether a live object is set that the attribute gives already: {@code x.items += [1]} ends with that. */
    @SuppressWarnings("ReferenceEquality") // the very object
    static boolean isWhatItGives(Attribute attribute, Attachment thread, long instance, long value)
            throws Throwable {
        Object given = LiveTypes.isLive(value) ? Receivers.find(value) : null;
        if (given == null) {
            return false;
        }
        long got = attribute.get(thread, instance);
        try {
            return LiveTypes.isLive(got) && Receivers.find(got) == given;
        } finally {
            Counts.release(got);
        }
    }

    private Stream<MethodGroup> methods() {
        return Stream.of(getter, setter).filter(Objects::nonNull);
    }

    @Override
    public long get(Attachment thread, long instance) throws Throwable {
        if (getter == null) {
            throw Refusal.attribute("property " + name + " has no getter");
        }
        return instance == 0 ? 0 : getter.call(thread, instance, 0, 0);
    }

    @Override
    public void set(Attachment thread, long instance, long value) throws Throwable {
        if (setter == null) {
            if (isWhatItGives(this, thread, instance, value)) {
                return;
            }
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
