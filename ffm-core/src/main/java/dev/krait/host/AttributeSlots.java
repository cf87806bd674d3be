package dev.krait.host;

import dev.krait.capi.TypeSpec;
import dev.krait.gil.Attachment;
import dev.krait.ref.Counts;

/** The slots of attributes of live objects. C calls these methods. */
final class AttributeSlots {
    private AttributeSlots() {}

    static TypeSpec addTo(TypeSpec spec) {
        return spec.slot(TypeSpec.Slot.DESCRIPTOR_GET, Upcall.words(AttributeSlots.class, "get", 3))
                .slot(TypeSpec.Slot.DESCRIPTOR_SET, Upcall.words(AttributeSlots.class, "set", 3));
    }

    /** A descriptor: owned. */
    static long newAttribute(Attribute attribute) {
        return Live.newObject(LiveTypes.attribute(), attribute, 0);
    }

    static long get(long self, long instance, long type) {
        Attachment thread = Upcall.enter();
        try {
            long value = ((Attribute) ObjectSlots.target(self)).get(thread, instance);
            return value != 0 ? value : Counts.retain(self);
        } catch (Throwable thrown) {
            return Upcall.fail(thrown);
        } finally {
            thread.exitUpcall();
        }
    }

    static long set(long self, long instance, long value) {
        Attachment thread = Upcall.enter();
        try {
            if (value == 0) {
                throw Refusal.attribute("a member of a Java object cannot be deleted");
            }
            ((Attribute) ObjectSlots.target(self)).set(thread, instance, value);
            return 0;
        } catch (Throwable thrown) {
            Upcall.fail(thrown);
            return -1;
        } finally {
            thread.exitUpcall();
        }
    }
}
