package dev.krait.array;

import dev.krait.capi.BufferView;
import dev.krait.capi.Layout;
import dev.krait.capi.Memory;
import dev.krait.capi.TypeApi;
import dev.krait.capi.TypeSpec;
import dev.krait.capi.Upcalls;
import dev.krait.gil.Attachment;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import java.lang.invoke.MethodHandles;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Python objects of a type of ours that show the memory of Java arrays by the buffer protocol. The memory stays until
 * the last user in Python is gone. Guarded by the GIL.
 */
final class Exporter {
    private static final int NUMBER = 2 * Long.BYTES;
    private static final int BYTES = 3 * Long.BYTES;
    private static final Map<Long, Export> EXPORTS = new HashMap<>();
    private static long type;
    private static long next;

    private Exporter() {}

    /** A Python object over an array's memory: owned. */
    static long newExporter(NDArray array, Object original) {
        array.storage().export();
        try {
            long exporter = Raise.check(TypeApi.genericAlloc(type(), 0));
            long number = ++next;
            Memory.putLong(exporter + NUMBER, number);
            EXPORTS.put(number, new Export(array, original));
            return exporter;
        } catch (RuntimeException failed) {
            array.storage().giveBack();
            throw failed;
        }
    }

    /** What an object of ours (borrowed) shows; null for any other object. */
    static @Nullable Export of(long object) {
        return type != 0 && Layout.typeOf(object) == type
                ? EXPORTS.get(Memory.getLong(object + NUMBER))
                : null;
    }

    /** How many arrays Python uses now. */
    static int count() {
        return EXPORTS.size();
    }

    private static long type() {
        if (type == 0) {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            type = Raise.check(new TypeSpec("krait.Memory", BYTES, 0)
                    .slot(TypeSpec.Slot.DEALLOC, Upcalls.stub(lookup, Exporter.class, "dealloc", 1))
                    .slot(TypeSpec.Slot.GET_BUFFER,
                            Upcalls.stub(lookup, Exporter.class, "getBuffer", 3))
                    .create(0));
        }
        return type;
    }

    @SuppressWarnings("UnusedMethod") // C calls it
    private static long dealloc(long self) {
        Attachment thread = Attachment.current();
        thread.enterUpcall();
        try {
            Export export = EXPORTS.remove(Memory.getLong(self + NUMBER));
            if (export != null) {
                export.array().storage().giveBack();
            }
            long own = Layout.typeOf(self);
            TypeApi.free(self);
            Counts.release(own);
        } catch (Throwable broken) { // a destructor has nobody to tell
            assert broken == null : broken;
        } finally {
            thread.exitUpcall();
        }
        return 0; // void in C
    }

    @SuppressWarnings("UnusedMethod") // C calls it
    private static long getBuffer(long self, long view, long flags) {
        Attachment thread = Attachment.current();
        thread.enterUpcall();
        BufferView.refuse(view);
        try {
            Export export = EXPORTS.get(Memory.getLong(self + NUMBER));
            if (export == null) {
                throw new IllegalStateException("this object shows no memory");
            }
            export.fill(Counts.retain(self), view, (int) flags);
            return 0;
        } catch (Throwable refused) {
            BufferView.refuse(view);
            Raise.setPending(refused);
            return -1;
        } finally {
            thread.exitUpcall();
        }
    }
}
