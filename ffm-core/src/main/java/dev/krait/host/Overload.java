package dev.krait.host;

import dev.krait.capi.Memory;
import dev.krait.convert.Conversion;
import dev.krait.gil.Attachment;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One method or constructor among those of a name. */
final class Overload {
    private final Executable executable;
    private final Invoker invoker;
    private final boolean needsNoInstance;
    private final @Nullable Parameter rest;
    /** Whether it may write into an array of primitives. */
    private final boolean fills;
    private final @Nullable LookupCall lookup;

    private Overload(Executable executable, Invoker invoker, boolean needsNoInstance,
            @Nullable Parameter rest) {
        this.executable = executable;
        this.invoker = invoker;
        this.needsNoInstance = needsNoInstance;
        this.rest = rest;
        fills = Arrays.stream(executable.getParameterTypes()).anyMatch(Class::isArray);
        lookup = executable instanceof Method method ? LookupCall.of(method, invoker) : null;
    }

    /** Null when the method is out of reach. */
    static @Nullable Overload of(Executable executable, Class<?> owner) {
        boolean free = executable instanceof Constructor<?>
                || Modifier.isStatic(executable.getModifiers());
        MethodHandle handle = executable instanceof Method method
                ? Access.unreflect(method, owner)
                : Access.unreflect((Constructor<?>) executable);
        if (handle == null) {
            return null;
        }
        Class<?>[] types = executable.getParameterTypes();
        Type[] full = executable.getGenericParameterTypes();
        Parameter[] parameters = new Parameter[types.length];
        for (int i = 0; i < types.length; i++) {
            // constructors of inner classes have hidden parameters without a generic form
            Type known = full.length == types.length ? full[i] : types[i];
            parameters[i] = new Parameter(types[i], known);
        }
        boolean leaf = executable instanceof Method method && Leaves.contains(method);
        Predicate<@Nullable Object> trivial = receiver -> executable instanceof Method method
                && receiver != null && receiver.getClass() == owner && Leaves.isTrivial(method);
        Parameter rest = executable.isVarArgs()
                ? new Parameter(types[types.length - 1].getComponentType(),
                        types[types.length - 1].getComponentType())
                : null;
        return new Overload(executable, new Invoker(executable,
                free ? Invoker.withReceiver(handle) : handle, leaf, trivial, parameters), free,
                rest);
    }

    Executable executable() {
        return executable;
    }

    /** Whether it is static or a constructor. */
    boolean needsNoInstance() {
        return needsNoInstance;
    }

    boolean isVarArgs() {
        return rest != null;
    }

    int arity() {
        return invoker.arity();
    }

    /** How well arguments of these kinds fit: less is better, -1 is not at all. */
    int score(ArgumentKind[] kinds) {
        int direct = directScore(kinds);
        return direct >= 0 ? direct : spreadScore(kinds);
    }

    private int directScore(ArgumentKind[] kinds) {
        return kinds.length == arity() ? score(kinds, kinds.length) : -1;
    }

    private int spreadScore(ArgumentKind[] kinds) {
        if (rest == null || kinds.length < arity() - 1) {
            return -1;
        }
        int fixed = score(kinds, arity() - 1);
        for (int i = arity() - 1; fixed >= 0 && i < kinds.length; i++) {
            int one = Scores.of(kinds[i], rest.type());
            fixed = one < 0 ? -1 : fixed + one;
        }
        return fixed < 0 ? -1 : fixed + Scores.VARARGS;
    }

    /** Whether its parameters are all subtypes of the other's. */
    boolean isMoreSpecific(Overload other) {
        for (int i = 0; i < Math.min(arity(), other.arity()); i++) {
            if (!other.invoker.parameter(i).type().isAssignableFrom(invoker.parameter(i).type())) {
                return false;
            }
        }
        return true;
    }

    /**
     * Converts and calls. The last argument of a variable arity method is the array where it has a form as one, else
     * its only element.
     */
    @Nullable
    Object call(Attachment thread, Conversion conversion, @Nullable Object target, long args,
            ArgumentKind[] kinds) throws Throwable {
        if (spreads(kinds)) {
            return callSpread(thread, conversion, target, args, kinds.length);
        }
        try {
            return call(thread, conversion, target, args);
        } catch (Refusal unfit) {
            if (spreadScore(kinds) < 0) {
                throw unfit;
            }
            return callSpread(thread, conversion, target, args, kinds.length);
        }
    }

    /** Converts as many arguments as there are parameters, and calls. */
    @Nullable
    Object call(Attachment thread, Conversion conversion, @Nullable Object target, long args)
            throws Throwable {
        Classes.checkLimits(executable);
        if (lookup != null) {
            return lookup.call(thread, target, args, invoker.arguments(thread, conversion, args));
        }
        return fills
                ? Buffers.call(thread, conversion, invoker, target, args)
                : invoker.call(thread, conversion, target, args);
    }

    private @Nullable Object callSpread(Attachment thread, Conversion conversion,
            @Nullable Object target, long args, int count) throws Throwable {
        Classes.checkLimits(executable);
        Parameter each = java.util.Objects.requireNonNull(rest);
        @Nullable
        Object[] values = new Object[arity()];
        for (int i = 0; i < arity() - 1; i++) {
            values[i] = invoker.parameter(i).convert(thread, conversion, at(args, i));
        }
        Object more = Array.newInstance(each.type(), count - arity() + 1);
        for (int i = arity() - 1; i < count; i++) {
            Array.set(more, i - arity() + 1, each.convert(thread, conversion, at(args, i)));
        }
        values[arity() - 1] = more;
        return invoker.call(thread, target, values);
    }

    /** Whether the arguments can be converted to what it takes; does so. */
    boolean takes(Attachment thread, Conversion conversion, long args, int count, boolean spread) {
        try {
            for (int i = 0; i < count; i++) {
                parameter(i, spread).convert(thread, conversion, at(args, i));
            }
            return true;
        } catch (Refusal unfit) {
            return false;
        }
    }

    /** What an argument is converted to. */
    Parameter parameter(int index, boolean spread) {
        return spread && index >= arity() - 1
                ? java.util.Objects.requireNonNull(rest)
                : invoker.parameter(index);
    }

    /** Whether this many arguments of these kinds go into the array of the last parameter. */
    boolean spreads(ArgumentKind[] kinds) {
        return rest != null && directScore(kinds) < 0;
    }

    @Override
    public String toString() {
        String parameters = Arrays.stream(executable.getParameterTypes()).map(LiveTypes::nameOf)
                .collect(Collectors.joining(", "));
        String name = executable instanceof Constructor<?>
                ? executable.getDeclaringClass().getSimpleName()
                : executable.getName();
        String text = name + "(" + parameters + ")";
        return rest == null ? text : text.replaceFirst("\\[\\]\\)$", "...)");
    }

    private int score(ArgumentKind[] kinds, int count) {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            int one = Scores.of(kinds[i], invoker.parameter(i).type());
            if (one < 0) {
                return -1;
            }
            sum += one;
        }
        return sum;
    }

    private static long at(long args, int index) {
        return Memory.getLong(args + (long) index * Long.BYTES);
    }
}
