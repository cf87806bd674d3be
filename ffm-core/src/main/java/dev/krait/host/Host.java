package dev.krait.host;

import dev.krait.capi.Layout;
import dev.krait.convert.Conversion;
import dev.krait.convert.ToJava;
import dev.krait.gil.Attachment;
import dev.krait.gil.Limits;
import dev.krait.gil.Origin;
import dev.krait.op.Calls;
import dev.krait.op.JavaErrors;
import dev.krait.ref.Counts;
import java.lang.reflect.Member;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Java objects as Python objects. */
public final class Host {
    private static volatile @Nullable Conversion standard;
    private final HostErrors errors = new HostErrors();

    private Host() {}

    /**
     * Makes the base types. Callers hold the GIL.
     *
     * @param conversion by which arguments and results cross; {@link #addRules} adds to it
     */
    public static Host install(Attachment thread, Conversion conversion) {
        standard = conversion;
        LiveTypes.create();
        CallableSlots.create();
        HostPython.load();
        HostPython.define(thread, "JavaObject", LiveTypes.root());
        HostPython.define(thread, "JavaMethod", LiveTypes.method());
        HostPython.define(thread, "JavaStaticMethod", LiveTypes.mixedMethod());
        HostPython.define(thread, "JavaAttribute", LiveTypes.attribute());
        HostFunction.define(thread);
        HostPython.loadRest(thread);
        conversion.addTargets(Interfaces::addTo);
        Limits.preparation(Host::forgetClasses);
        return new Host();
    }

    /** Objects of this class are called with positional and keyword arguments. */
    public void callByKeywords(Class<?> type, KeywordCall how) {
        KeywordCalls.add(type, how);
    }

    /** A Java object as a live Python object: owned. */
    public long newObject(Attachment thread, Object value) {
        PythonHandler handler = Interfaces.handlerOf(value);
        return handler != null && !handler.staysJava()
                ? Counts.retain(handler.pointer())
                : Mirror.of(value.getClass()).newObject(thread, value);
    }

    /** The exceptions that carry Throwables. */
    public JavaErrors errors() {
        return errors;
    }

    /** The Java objects that Python holds and where they were handed over, the first first. Callers hold the GIL. */
    public static void forEachLive(BiConsumer<Object, @Nullable Origin> step) {
        Handles.forEach(step);
    }

    /** Sets which classes Python may name and which members it may use; asked under the GIL, which the caller holds. */
    public static void allow(Predicate<String> names, Predicate<Member> members) {
        Classes.allow(names, members);
        forgetClasses();
    }

    private static void forgetClasses() {
        Counts.release(Calls.call(HostPython.function("forget_classes")));
    }

    /** How many Java objects Python objects stand for now. Callers hold the GIL. */
    public static long liveHandles() {
        Origins.forgetGone();
        return Handles.live();
    }

    /** How many Java methods Python has called so far. Callers hold the GIL. */
    public static long calls() {
        return Invoker.made();
    }

    /** The rules by which arguments and results cross. */
    static Conversion conversion() {
        return Objects.requireNonNull(standard);
    }

    /**
     * Adds the rules for live objects. Callers hold the GIL.
     *
     * @param otherPython what becomes of Python objects that stand for nothing of Java
     */
    public void addRules(Conversion conversion, ToJava otherPython) {
        conversion.add(Throwable.class, (_, value) -> errors.newException((Throwable) value));
        conversion.add(Class.class,
                (thread, value) -> Counts.retain(Classes.python(thread, (Class<?>) value)));
        conversion.add(LiveTypes.root(),
                (_, object) -> ObjectSlots.target(object) instanceof Cast cast
                        ? cast.value()
                        : ObjectSlots.target(object));
        conversion.add(HostPython.javaType(), (thread, object) -> {
            Mirror mirror = Mirror.ofType(object);
            return mirror != null ? mirror.type() : otherPython.convert(thread, object);
        });
        conversion.add(HostPython.javaInterface(),
                (thread, object) -> implementation(thread, conversion, object, otherPython));
        conversion.add(HostPython.throwable(), (thread, object) -> {
            Throwable carried = Receivers.throwableForJava(object);
            return carried != null ? carried : otherPython.convert(thread, object);
        });
    }

    /** An object of a Python class that names Java interfaces among its bases implements them all. */
    private static @Nullable Object implementation(Attachment thread, Conversion conversion,
            long object, ToJava otherPython) {
        List<Class<?>> interfaces = Mirror.interfacesOf(Layout.typeOf(object));
        return interfaces.isEmpty()
                ? otherPython.convert(thread, object)
                : Interfaces.implement(conversion, interfaces, object);
    }
}
