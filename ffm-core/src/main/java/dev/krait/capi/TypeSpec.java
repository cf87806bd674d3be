package dev.krait.capi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A {@code PyType_Spec} in the making: name, size, flags and slots of a heap type. Its memory lives for ever.
 */
public final class TypeSpec {
    /** {@code Py_TPFLAGS_BASETYPE}. */
    public static final int BASE_TYPE = 1 << 10;
    /** {@code Py_TPFLAGS_HAVE_VECTORCALL}. */
    public static final int VECTORCALL = 1 << 11;
    /** {@code Py_TPFLAGS_METHOD_DESCRIPTOR}. */
    public static final int METHOD_DESCRIPTOR = 1 << 17;

    private static final int DEFAULT = 1 << 18;
    private static final int SPEC_BYTES = 32;
    private static final int SLOT_BYTES = 16;
    private static final int MEMBER_BYTES = 40;
    private static final int MEMBERS_SLOT = 72;
    private static final int GETTER_BYTES = 40;
    private static final int GETTERS_SLOT = 73;
    private static final int SSIZE_MEMBER = 19; // T_PYSSIZET
    private static final int READ_ONLY = 1;
    private static final long FLAGS_BEFORE_ORDER = 22 * Long.BYTES;
    private static final long FREE_BEFORE_ORDER = 3 * Long.BYTES;
    private static final int COLLECTED = 1 << 14; // Py_TPFLAGS_HAVE_GC
    private final String name;
    private final int bytes;
    private final int flags;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Long> offsets = new LinkedHashMap<>();

    private record Entry(int slot, long pointer) {}

    /** The slots in use, by their numbers in {@code typeslots.h}. */
    public enum Slot {
        /** {@code void (*)(PyObject *)}. */
        DEALLOC(52),
        /** {@code PyObject *(*)(PyObject *, PyObject *, PyObject *)}. */
        CALL(50),
        /** {@code PyObject *(*)(PyObject *self, PyObject *instance, PyObject *type)}. */
        DESCRIPTOR_GET(54),
        /** {@code int (*)(PyObject *self, PyObject *instance, PyObject *value)}. */
        DESCRIPTOR_SET(55),
        /** {@code Py_hash_t (*)(PyObject *)}. */
        HASH(59),
        /** {@code PyObject *(*)(PyObject *)}. */
        ITERATOR(62),
        /** {@code PyObject *(*)(PyObject *)}; NULL without an error at the end. */
        NEXT(63),
        /** {@code PyObject *(*)(PyTypeObject *, PyObject *, PyObject *)}. */
        NEW(65),
        /** {@code PyObject *(*)(PyObject *)}. */
        REPR(66),
        /** {@code PyObject *(*)(PyObject *, PyObject *, int)}. */
        RICH_COMPARE(67),
        /** {@code PyObject *(*)(PyObject *)}. */
        STR(70),
        /** {@code int (*)(PyObject *, Py_buffer *, int)}. */
        GET_BUFFER(1),
        /** {@code void (*)(PyObject *, Py_buffer *)}. */
        RELEASE_BUFFER(2);

        private final int number;

        Slot(int number) {
            this.number = number;
        }
    }

    /**
     * A type of the given full name whose instances have a fixed size.
     *
     * @param flags the constants of this class
     */
    public TypeSpec(String name, int bytes, int flags) {
        this.name = name;
        this.bytes = bytes;
        this.flags = flags;
    }

    /** Fills a slot. */
    public TypeSpec slot(Slot slot, long pointer) {
        entries.add(new Entry(slot.number, pointer));
        return this;
    }

    /** Says where instances keep their vectorcall pointer, and makes calls go there. */
    public TypeSpec vectorcallAt(long offset) {
        offsets.put("__vectorcalloffset__", offset);
        return slot(Slot.CALL, LibPython.address("PyVectorcall_Call"));
    }

    /** Says where instances keep the list of their weak references, which their destructor has to clear. */
    public TypeSpec weakReferencesAt(long offset) {
        offsets.put("__weaklistoffset__", offset);
        return this;
    }

    /**
     * Attributes that C code computes, by {@code PyObject *(*)(PyObject *, void *)}, which gets the place of the name in
     * the list.
     */
    public TypeSpec getters(long getter, List<String> names) {
        long table = Memory.allocateForEver((names.size() + 1L) * GETTER_BYTES);
        for (int i = 0; i < names.size(); i++) {
            long line = table + (long) i * GETTER_BYTES;
            Memory.putLong(line, Memory.textForEver(names.get(i)));
            Memory.putLong(line + Long.BYTES, getter);
            Memory.putLong(line + 4L * Long.BYTES, i);
        }
        entries.add(new Entry(GETTERS_SLOT, table));
        return this;
    }

    /**
     * Makes the type: owned; NULL with an error set. Callers hold the GIL.
     *
     * @param bases a tuple, or 0 for {@code object}
     */
    public long create(long bases) {
        if (!offsets.isEmpty()) {
            entries.add(new Entry(MEMBERS_SLOT, members()));
        }
        long slots = Memory.allocateForEver((entries.size() + 1L) * SLOT_BYTES);
        for (int i = 0; i < entries.size(); i++) {
            Memory.putInt(slots + (long) i * SLOT_BYTES, entries.get(i).slot);
            Memory.putLong(slots + (long) i * SLOT_BYTES + Long.BYTES, entries.get(i).pointer);
        }
        long spec = Memory.allocateForEver(SPEC_BYTES);
        Memory.putLong(spec, Memory.textForEver(name));
        Memory.putInt(spec + Long.BYTES, bytes);
        Memory.putInt(spec + 2 * Long.BYTES, DEFAULT | flags);
        Memory.putLong(spec + 3 * Long.BYTES, slots);
        return TypeApi.fromSpecWithBases(spec, bases);
    }

    private long members() {
        long members = Memory.allocateForEver((offsets.size() + 1L) * MEMBER_BYTES);
        long line = members;
        for (Map.Entry<String, Long> each : offsets.entrySet()) {
            Memory.putLong(line, Memory.textForEver(each.getKey()));
            Memory.putInt(line + Long.BYTES, SSIZE_MEMBER);
            Memory.putLong(line + 2 * Long.BYTES, each.getValue());
            Memory.putInt(line + 3 * Long.BYTES, READ_ONLY);
            line += MEMBER_BYTES;
        }
        return members;
    }

    /** Lets calls of a type's instances go through vectorcall, which Python-made types do not inherit before 3.12. */
    public static void enableVectorcall(long type) {
        long address = type + Layout.TYPE_MRO - FLAGS_BEFORE_ORDER;
        Memory.putInt(address, Memory.getInt(address) | VECTORCALL);
    }

    /**
     * Takes the instances of a type made in Python out of the cyclic collector, which they are of no concern to: they
     * refer to nothing. To be called before there is an instance.
     */
    public static void disableCollector(long type) {
        long address = type + Layout.TYPE_MRO - FLAGS_BEFORE_ORDER;
        Memory.putInt(address, Memory.getInt(address) & ~COLLECTED);
        Memory.putLong(type + Layout.TYPE_MRO - FREE_BEFORE_ORDER,
                LibPython.address("PyObject_Free"));
    }
}
