package dev.krait.host;

import dev.krait.capi.Layout;
import dev.krait.capi.ObjectApi;
import dev.krait.capi.Statics;
import dev.krait.convert.Conversion;
import dev.krait.convert.Declared;
import dev.krait.convert.DefaultMethods;
import dev.krait.convert.Implementation;
import dev.krait.convert.Targets;
import dev.krait.gil.Ambience;
import dev.krait.gil.Attachment;
import dev.krait.gil.Gil;
import dev.krait.op.Attributes;
import dev.krait.op.Calls;
import dev.krait.op.Items;
import dev.krait.op.Names;
import dev.krait.op.Types;
import dev.krait.raise.Raise;
import dev.krait.ref.Counts;
import dev.krait.ref.Ref;
import java.lang.ref.Reference;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** Runs the methods of Java interfaces on a Python object, with the streams of the script it came from. Any thread. */
final class PythonHandler implements Implementation {
    private static final Object[] NO_ARGUMENTS = {};
    private static final Answer NOTHING = new Answer(false, null);
    private final Conversion conversion;
    private final Ref object;
    private final Results results;
    private final @Nullable Ambience ambience;
    private final boolean staysJava;
    private @Nullable String inherited;

    /**
     * Callers hold the GIL.
     *
     * @param staysJava whether Python asked for the Java object, and so gets that back rather than its own
     */
    PythonHandler(Conversion conversion, Ref object, Results results, boolean staysJava) {
        this.staysJava = staysJava;
        this.conversion = conversion;
        this.object = object;
        this.results = results;
        ambience = Ambience.of(Attachment.current());
    }

    /** Whether a Python object (borrowed) has a method that an interface lacks an implementation of. */
    static boolean hasAny(Attachment thread, long object, Class<?> type) {
        for (Method each : type.getMethods()) {
            if (Modifier.isAbstract(each.getModifiers())) {
                long found = Attributes.find(thread, object, each.getName());
                Counts.releaseIfAny(found);
                if (found != 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * The next call of a method of this name runs what the interface has, and not what a Python class overrides it
     * with: {@code super().name()} asks for that. On a proxy made for the purpose, which only this thread knows.
     */
    void inherit(String name) {
        inherited = name;
    }

    private boolean isInherited(Method method) {
        if (!method.getName().equals(inherited)) {
            return false;
        }
        inherited = null;
        return method.isDefault() || Interfaces.isOfObject(method);
    }

    /** Whether Python sees the Java object, with the methods of its interfaces, and not what implements it. */
    boolean staysJava() {
        return staysJava;
    }

    /** The Python object: borrowed from this handler. */
    long pointer() {
        return object.pointer();
    }

    @Override
    @SuppressWarnings("NullAway") // a proxy's method without arguments has null for them
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object[] args)
            throws Throwable {
        @Nullable
        Object[] given = args == null ? NO_ARGUMENTS : args;
        if (Interfaces.isOfObject(method)) {
            return ofObject(method, given);
        }
        if (isInherited(method)) {
            return byDefault(proxy, method, given);
        }
        try {
            Answer answer = Ambience.call(ambience, thread -> call(thread, method, given));
            return answer.isGiven ? answer.value : byDefault(proxy, method, given);
        } catch (Throwable thrown) {
            throw Declared.fitting(method, thrown);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /** What Python said; or that it has nothing of the name. */
    private record Answer(boolean isGiven, @Nullable Object value) {}

    private Answer call(Attachment thread, Method method, @Nullable Object[] args) {
        long callable = find(thread, method);
        if (callable == 0) {
            return NOTHING;
        }
        long result;
        try {
            result = PythonCalls.call(thread, conversion, callable, args);
        } finally {
            Counts.release(callable);
        }
        try {
            return new Answer(true, result(thread, method, result));
        } finally {
            Counts.release(result);
        }
    }

    /** What serves a method: owned; 0 for nothing. Functions serve the one abstract method without being asked. */
    private long find(Attachment thread, Method method) {
        long target = object.pointer();
        boolean only = Modifier.isAbstract(method.getModifiers()) && !Interfaces.isOfObject(method);
        long type = Layout.typeOf(target);
        if (only && (type == Statics.FUNCTION || type == Statics.C_FUNCTION
                || Types.isInstance(target, Statics.TYPE))) {
            return Counts.retain(target);
        }
        boolean serves = only && ObjectApi.isCallable(target) != 0;
        boolean needed = only && !serves; // what nothing else serves may be made up by __getattr__
        long found = needed || declares(thread, target, method.getName())
                ? Attributes.find(thread, target, method.getName())
                : 0;
        if (found != 0 && !isMethodOfJava(found)) {
            return found;
        }
        Counts.releaseIfAny(found);
        return serves ? Counts.retain(target) : 0;
    }

    /** Whether an object may have a member of its own accord: a mock makes one up for every name it is asked for. */
    private static boolean declares(Attachment thread, long target, String name) {
        long arguments = Items.newTuple(Counts.retain(target), Names.newName(thread, name));
        try {
            long answer = Calls.call(thread, HostPython.function("declares"), arguments);
            Counts.release(answer);
            return answer == Statics.TRUE;
        } finally {
            Counts.release(arguments);
        }
    }

    /** A class made in Python inherits the interface's own method, which would come back here. */
    private static boolean isMethodOfJava(long bound) {
        long type = Layout.typeOf(bound);
        long function = type == Statics.METHOD ? LiveTypes.functionOf(bound) : bound;
        return Layout.typeOf(function) == LiveTypes.method();
    }

    private @Nullable Object result(Attachment thread, Method method, long result) {
        Class<?> wanted = method.getReturnType();
        if (wanted == void.class) {
            return null;
        }
        if (wanted == boolean.class) {
            return Raise.checkStatus(ObjectApi.isTrue(result)) != 0;
        }
        return Targets.convert(conversion, thread, result, results.of(method));
    }

    private static @Nullable Object byDefault(Object proxy, Method method, @Nullable Object[] args)
            throws Throwable {
        if (method.isDefault()) {
            return DefaultMethods.invoke(proxy, method, args);
        }
        throw new UnsupportedOperationException("the Python object that implements "
                + method.getDeclaringClass().getName() + " has no method " + method.getName());
    }

    private boolean isSame(@Nullable PythonHandler other) {
        return other != null && other.object.identity() == object.identity();
    }

    /** Methods every object has: Python's of the same name, else what Python does for {@code ==}, hash() and str(). */
    private @Nullable Object ofObject(Method method, @Nullable Object[] args) {
        if (args.length == 1 && args[0] != null && isSame(Interfaces.handlerOf(args[0]))) {
            return true; // without Python, so also while another thread holds the GIL
        }
        boolean inherits = isInherited(method);
        return Gil.call(thread -> {
            Answer own = inherits ? NOTHING : call(thread, method, args);
            return own.isGiven ? own.value : PythonIdentity.of(method, pointer(), args);
        });
    }
}
