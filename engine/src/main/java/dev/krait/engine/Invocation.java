package dev.krait.engine;

import dev.krait.Complex;
import dev.krait.PyObject;
import dev.krait.array.NDArray;
import dev.krait.convert.Conversion;
import dev.krait.convert.Implementation;
import dev.krait.convert.Retypable;
import dev.krait.error.PythonException;
import dev.krait.gil.Attachment;
import dev.krait.op.Attributes;
import dev.krait.ref.Counts;
import java.nio.file.Path;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.UUID;
import javax.script.ScriptException;
import org.apache.commons.lang3.ArrayUtils;
import org.jspecify.annotations.Nullable;

/** Functions and methods of scripts called by name. */
final class Invocation {

    /** What objects of scripts are in Java. */
    private static final List<Class<?>> SCRIPT_VALUES = List.of(PyObject.class, Retypable.class,
            CharSequence.class, Number.class, Boolean.class, Character.class, byte[].class,
            Temporal.class, TemporalAmount.class, UUID.class, Path.class, Complex.class,
            NDArray.class, PythonException.class);

    private Invocation() {}

    /** Calls a global function of the run's names. */
    static @Nullable Object function(Run run, String name, @Nullable Object @Nullable [] args)
            throws ScriptException, NoSuchMethodException {
        Object result;
        try {
            result = Execution.enter(run, run.bindings(), (thread, names) -> {
                long function = Callables.orNone(names.find(thread, name));
                return function == 0
                        ? Absent.NAME
                        : Callables.call(thread, function, ArrayUtils.nullToEmpty(args));
            });
        } catch (Exception failed) {
            throw Failures.translate(failed);
        }
        if (result instanceof Absent) {
            throw new NoSuchMethodException("no function " + name);
        }
        return result;
    }

    /** Calls a method of an object that came out of a script. */
    static @Nullable Object method(Run run, Object target, String name,
            @Nullable Object @Nullable [] args) throws ScriptException, NoSuchMethodException {
        Object result;
        try {
            result = Execution.enter(run, run.bindings(), (thread, names) -> {
                long method = find(thread, target, name);
                return method == 0
                        ? Absent.NAME
                        : Callables.call(thread, method, ArrayUtils.nullToEmpty(args));
            });
        } catch (Exception failed) {
            throw Failures.translate(failed);
        }
        if (result instanceof Absent) {
            throw new NoSuchMethodException("no method " + name);
        }
        return result;
    }

    /**
     * The object whose method is to be called; the one behind what getInterface made of an object.
     *
     * @throws IllegalArgumentException when it is null, or nothing that comes out of a script
     */
    static Object target(@Nullable Object thiz) {
        if (thiz == null) {
            throw new IllegalArgumentException("thiz is null; give an object a script returned");
        }
        if (SCRIPT_VALUES.stream().anyMatch(kind -> kind.isInstance(thiz))) {
            return thiz;
        }
        if (Implementation.isBehind(thiz)) {
            return ScriptMethods.behind(thiz);
        }
        throw new IllegalArgumentException(
                "thiz is a " + thiz.getClass().getName() + "; give an object a script returned");
    }

    /** A callable attribute: owned; 0 when there is none. */
    static long find(Attachment thread, Object target, String name) {
        long self = Conversion.standard().toPython(thread, target);
        try {
            return Callables.orNone(Attributes.find(thread, self, name));
        } finally {
            Counts.release(self);
        }
    }
}
