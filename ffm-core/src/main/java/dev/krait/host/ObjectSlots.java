package dev.krait.host;

import dev.krait.capi.Layout;
import dev.krait.capi.Statics;
import dev.krait.capi.TypeApi;
import dev.krait.capi.TypeSpec;
import dev.krait.gil.Attachment;
import dev.krait.gil.Checks;
import dev.krait.op.Text;
import dev.krait.ref.Counts;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The slots of every live object: end of life, text, hash, comparison. C calls these methods. */
final class ObjectSlots {
    private static final int LESS = 0;
    private static final int LESS_OR_EQUAL = 1;
    /** {@code Py_EQ}. */
    static final int EQUAL = 2;
    private static final int NOT_EQUAL = 3;
    private static final int GREATER = 4;
    private static final long HASH_OF_MINUS_ONE = -2;

    private ObjectSlots() {}

    static TypeSpec addTo(TypeSpec spec) {
        return spec.slot(TypeSpec.Slot.REPR, Upcall.words(ObjectSlots.class, "repr", 1))
                .slot(TypeSpec.Slot.STR, Upcall.words(ObjectSlots.class, "str", 1))
                .slot(TypeSpec.Slot.HASH, Upcall.words(ObjectSlots.class, "hash", 1))
                .slot(TypeSpec.Slot.RICH_COMPARE, Upcall.words(ObjectSlots.class, "compare", 3));
    }

    /** End of life, and no instances from Python: for types of our own. */
    static TypeSpec addLifeTo(TypeSpec spec) {
        return addLifeTo(spec, "dealloc");
    }

    /** The same for live objects, which may be referred to weakly. */
    static TypeSpec addWeakLifeTo(TypeSpec spec) {
        return addLifeTo(spec, "deallocWeak");
    }

    private static TypeSpec addLifeTo(TypeSpec spec, String destructor) {
        return spec.slot(TypeSpec.Slot.DEALLOC, Upcall.words(ObjectSlots.class, destructor, 1))
                .slot(TypeSpec.Slot.NEW, Upcall.words(ObjectSlots.class, "refuseNew", 3));
    }

    static long deallocWeak(long self) {
        if (Live.hasWeakReferences(self)) {
            clearWeakReferences(self);
        }
        return dealloc(self);
    }

    /** Runs their callbacks, Python code: like any call. */
    private static void clearWeakReferences(long self) {
        Attachment thread = Upcall.enter();
        try {
            TypeApi.clearWeakRefs(self);
        } catch (Throwable broken) { // a destructor has nobody to tell
            assert broken == null : broken;
        } finally {
            thread.exitUpcall();
        }
    }

    static long dealloc(long self) {
        Attachment checked = Checks.ON ? Upcall.enter() : null;
        try {
            long type = Layout.typeOf(self);
            Live.free(self);
            TypeApi.free(self);
            Counts.release(type);
        } catch (Throwable broken) { // a destructor has nobody to tell
            assert broken == null : broken;
        } finally {
            if (checked != null) {
                checked.exitUpcall();
            }
        }
        return 0; // void in C
    }

    static long refuseNew(long type, long args, long keywords) {
        return Upcall.fail(Refusal.type("a live Java object cannot be made this way"));
    }

    static long repr(long self) {
        return text(self, true);
    }

    static long str(long self) {
        return text(self, false);
    }

    static long hash(long self) {
        Attachment thread = Upcall.enter();
        try {
            Object object = target(self);
            long hash = withoutGil(thread, object::hashCode);
            return hash == -1 ? HASH_OF_MINUS_ONE : hash;
        } catch (Throwable thrown) {
            Upcall.fail(thrown);
            return -1;
        } finally {
            thread.exitUpcall();
        }
    }

    static long compare(long self, long other, long operator) {
        Attachment thread = Upcall.enter();
        try {
            if (!LiveTypes.isLive(other)) {
                return Counts.retain(Statics.NOT_IMPLEMENTED);
            }
            Boolean answer = compare(thread, target(self), target(other), (int) operator);
            return Counts.retain(answer == null
                    ? Statics.NOT_IMPLEMENTED
                    : answer ? Statics.TRUE : Statics.FALSE);
        } catch (Throwable thrown) {
            return Upcall.fail(thrown);
        } finally {
            thread.exitUpcall();
        }
    }

    /** The object behind an instance, which must have one. */
    static Object target(long self) {
        Object object = Live.get(self);
        if (object == null) {
            throw Refusal.type("this object stands for no Java object");
        }
        return object;
    }

    /** Arrays are equal when their elements are: Java's own equals of arrays tells no more than identity. */
    @SuppressWarnings("ReferenceEquality") // the same object needs no equals
    private static @Nullable Boolean compare(Attachment thread, Object one, Object two,
            int operator) {
        if (operator == EQUAL || operator == NOT_EQUAL) {
            boolean equal = one == two || withoutGil(thread, () -> Objects.deepEquals(one, two));
            return equal == (operator == EQUAL);
        }
        if (!(one instanceof Comparable<?> comparable)) {
            return null;
        }
        int order;
        try {
            order = withoutGil(thread, () -> order(comparable, two));
        } catch (ClassCastException otherKind) {
            return null;
        }
        return switch (operator) {
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            default -> order >= 0;
        };
    }

    @SuppressWarnings("unchecked") // what does not fit is a ClassCastException, which the caller
                                   // expects
    private static int order(Comparable<?> one, Object two) {
        return ((Comparable<Object>) one).compareTo(two);
    }

    private static long text(long self, boolean withType) {
        Attachment thread = Upcall.enter();
        try {
            Object object = target(self);
            String plain = String.valueOf(withoutGil(thread, object::toString));
            return Text.newText(thread,
                    withType
                            ? "<" + LiveTypes.nameOf(object.getClass()) + " " + plain + ">"
                            : plain);
        } catch (Throwable thrown) {
            return Upcall.fail(thrown);
        } finally {
            thread.exitUpcall();
        }
    }

    private static <T extends @Nullable Object> T withoutGil(Attachment thread, Supplier<T> code) {
        return thread.outsideUnchecked(code::get);
    }
}
