package dev.krait.host;

import dev.krait.capi.Layout;
import dev.krait.capi.Memory;
import dev.krait.capi.TypeApi;
import dev.krait.capi.TypeSpec;
import dev.krait.op.Items;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import java.lang.reflect.Proxy;

/**
 * The types made by specification, from which those of Java classes inherit. Made once under the GIL, kept for ever.
 */
final class LiveTypes {
    /** The root of all live objects. */
    private static long root;
    /** The root of those that can be called. */
    private static long callable;
    /** The root of arrays of primitives. */
    private static long array;
    /** Methods: called with the object they are fetched from. */
    private static long method;
    /** Names that stand for static methods and perhaps others. */
    private static long mixedMethod;
    /** Fields, properties, nested classes. */
    private static long attribute;
    /** Iterators over Java objects. */
    private static long iterator;

    private LiveTypes() {}

    /** Callers hold the GIL. */
    static void create() {
        root = Raise.check(ObjectSlots
                .addTo(ObjectSlots.addWeakLifeTo(
                        new TypeSpec("krait.JavaObject", Live.WEAK_BYTES, TypeSpec.BASE_TYPE)))
                .weakReferencesAt(Live.WEAK_REFERENCES).create(0));
        long bases = Items.newTuple(Counts.retain(root));
        callable = Raise.check(ObjectSlots
                .addWeakLifeTo(new TypeSpec("krait.JavaCallable", Live.WEAK_BYTES,
                        TypeSpec.BASE_TYPE | TypeSpec.VECTORCALL))
                .vectorcallAt(Live.VECTORCALL).create(bases));
        array = Raise.check(ArrayBuffers
                .addTo(ObjectSlots.addWeakLifeTo(
                        new TypeSpec("krait.JavaArray", Live.WEAK_BYTES, TypeSpec.BASE_TYPE)))
                .create(bases));
        Counts.release(bases);
        method = Raise.check(MethodSlots
                .addTo(ObjectSlots.addWeakLifeTo(Descriptions.addTo(new TypeSpec("krait.JavaMethod",
                        Live.WEAK_BYTES, TypeSpec.VECTORCALL | TypeSpec.METHOD_DESCRIPTOR))))
                .vectorcallAt(Live.VECTORCALL).weakReferencesAt(Live.WEAK_REFERENCES).create(0));
        mixedMethod = Raise
                .check(MethodSlots
                        .addMixedTo(ObjectSlots.addWeakLifeTo(Descriptions.addTo(new TypeSpec(
                                "krait.JavaStaticMethod", Live.WEAK_BYTES, TypeSpec.VECTORCALL))))
                        .vectorcallAt(Live.VECTORCALL).weakReferencesAt(Live.WEAK_REFERENCES)
                        .create(0));
        iterator = Raise.check(Iteration
                .addTo(ObjectSlots.addLifeTo(new TypeSpec("krait.JavaIteration", Live.BYTES, 0)))
                .create(0));
        attribute = Raise.check(AttributeSlots
                .addTo(ObjectSlots.addLifeTo(
                        Descriptions.addTo(new TypeSpec("krait.JavaAttribute", Live.BYTES, 0))))
                .create(0));
    }

    static long root() {
        return root;
    }

    static long array() {
        return array;
    }

    static long callable() {
        return callable;
    }

    static long mixedMethod() {
        return mixedMethod;
    }

    static long iterator() {
        return iterator;
    }

    static long attribute() {
        return attribute;
    }

    static long method() {
        return method;
    }

    /** What a bound method calls: borrowed. */
    static long functionOf(long bound) {
        return Memory.getLong(bound + 2 * Long.BYTES);
    }

    /** Whether a Python object stands for a Java object. */
    static boolean isLive(long object) {
        return TypeApi.isSubtype(Layout.typeOf(object), root) != 0;
    }

    /** The name of a class as Python programmers write it; of lambdas and proxies, that of their interface. */
    static String nameOf(Class<?> type) {
        boolean madeUp = type.isHidden() || Proxy.isProxyClass(type);
        Class<?> known = madeUp && type.getInterfaces().length > 0 ? type.getInterfaces()[0] : type;
        String name = known.getCanonicalName();
        return name != null ? name : known.getName();
    }
}
