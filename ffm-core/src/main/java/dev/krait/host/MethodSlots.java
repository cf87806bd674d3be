package dev.krait.host;

import dev.krait.capi.TypeApi;
import dev.krait.capi.TypeSpec;
import dev.krait.ref.Counts;

/** The slots of methods of Java objects. C calls these methods. */
final class MethodSlots {
    private MethodSlots() {}

    static TypeSpec addTo(TypeSpec spec) {
        return spec.slot(TypeSpec.Slot.DESCRIPTOR_GET,
                Upcall.pointers(MethodSlots.class, "bind", 3));
    }

    static long bind(long self, long instance, long type) {
        try {
            return instance == 0 ? Counts.retain(self) : TypeApi.newMethod(self, instance);
        } catch (Throwable thrown) {
            return Upcall.fail(thrown);
        }
    }
}
