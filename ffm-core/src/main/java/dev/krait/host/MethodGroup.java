package dev.krait.host;

import dev.krait.capi.Memory;
import dev.krait.capi.Statics;
import dev.krait.convert.Conversion;
import dev.krait.gil.Attachment;
import dev.krait.ref.Counts;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The methods of one name in a class, or its constructors. Guarded by the GIL. */
final class MethodGroup {
    private static final int SHAPES = 16;
    private static final Overload[] NONE = {};
    private final String name;
    private final Class<?> owner;
    private final List<? extends Executable> executables;
    private final List<Shape> shapes = new ArrayList<>();
    private Overload @Nullable [] overloads;
    private @Nullable Overload only;
    private long fallback;
    private long bound;

    /** The overloads that take arguments of some kinds, the best first. */
    @SuppressWarnings("ArrayRecordComponent") // never compared; read on every call
    private record Shape(ArgumentKind[] kinds, Overload[] ranking) {}

    MethodGroup(String name, Class<?> owner, List<? extends Executable> executables) {
        this.name = name;
        this.owner = owner;
        this.executables = executables;
    }

    static MethodGroup ofConstructors(Class<?> type) {
        boolean open = Access.isOpen(type) && !Modifier.isAbstract(type.getModifiers());
        return new MethodGroup(type.getSimpleName(), type,
                open ? List.of(type.getConstructors()) : List.of());
    }

    String name() {
        return name;
    }

    Class<?> owner() {
        return owner;
    }

    List<? extends Executable> executables() {
        return executables;
    }

    /** Whether some of them need no instance. */
    boolean hasStatics() {
        return executables.stream().anyMatch(each -> Modifier.isStatic(each.getModifiers()));
    }

    /** A Python function (borrowed) that serves where no Java method takes the arguments. */
    void fallback(long function) {
        fallback = Counts.retain(function);
    }

    /** The object that {@link #bound(long)} set; 0 before. */
    long bound() {
        return bound;
    }

    /** Keeps the Python object that stands for these methods of instances; takes it over. */
    void bound(long method) {
        bound = method;
    }

    /** Calls on an instance (borrowed): the result is owned. */
    long call(Attachment thread, long instance, long args, int count) throws Throwable {
        Object receiver = Receivers.find(instance);
        if (!owner.isInstance(receiver)) {
            throw Refusal.type(
                    "descriptor '" + name + "' requires an instance of " + LiveTypes.nameOf(owner));
        }
        return run(thread, receiver, instance, args, count, false);
    }

    /** Calls a static method or constructor: the result is owned. */
    long callStatic(Attachment thread, long args, int count) throws Throwable {
        return run(thread, null, 0, args, count, true);
    }

    /** Whether a static method takes these arguments. */
    boolean takesStatic(Attachment thread, long args, int count) {
        return ranking(kinds(thread, args, count), true).length > 0;
    }

    /** Calls on a receiver known to fit; {@code instance} is its Python object, or 0. */
    long run(Attachment thread, @Nullable Object receiver, long instance, long args, int count,
            boolean statics) throws Throwable {
        Overload single = single();
        if (single != null && single.arity() == count && single.needsNoInstance() == statics
                && !single.isVarArgs() && fallback == 0) {
            return result(thread,
                    single.call(thread, Host.conversion(), receiver, args, count, false), receiver,
                    instance);
        }
        ArgumentKind[] kinds = kinds(thread, args, count);
        Overload[] ranking = ranking(kinds, statics);
        Refusal first = null;
        for (Overload each : ranking) {
            try {
                return result(thread, each.call(thread, Host.conversion(), receiver, args, count,
                        each.spreads(kinds)), receiver, instance);
            } catch (Refusal unfit) {
                first = first == null ? unfit : first;
            }
        }
        if (fallback != 0) {
            return 0;
        }
        throw first != null && ranking.length == 1 ? first : noneFits(thread, kinds, args);
    }

    @SuppressWarnings("ReferenceEquality") // a method that returns this gives the same Python
                                           // object
    private static long result(Attachment thread, @Nullable Object value, @Nullable Object receiver,
            long instance) {
        return value != null && value == receiver && instance != 0
                ? Counts.retain(instance)
                : Host.conversion().toPython(thread, value);
    }

    /** What serves where no overload does; 0 for nothing. */
    long fallback() {
        return fallback;
    }

    private @Nullable Overload single() {
        if (overloads == null) {
            Overload[] all = executables.stream().map(each -> Overload.of(each, owner))
                    .filter(java.util.Objects::nonNull).toArray(Overload[]::new);
            overloads = all;
            only = all.length == 1 ? all[0] : null;
        }
        return only;
    }

    private Overload[] ranking(ArgumentKind[] kinds, boolean statics) {
        for (Shape shape : shapes) {
            if (Arrays.equals(shape.kinds, kinds)) {
                return filtered(shape.ranking, statics);
            }
        }
        Overload[] ranking = rank(kinds);
        if (shapes.size() == SHAPES) {
            shapes.removeFirst();
        }
        shapes.add(new Shape(kinds, ranking));
        return filtered(ranking, statics);
    }

    private static Overload[] filtered(Overload[] ranking, boolean statics) {
        for (Overload each : ranking) {
            if (statics && !each.needsNoInstance()) {
                return Arrays.stream(ranking).filter(Overload::needsNoInstance)
                        .toArray(Overload[]::new);
            }
        }
        return ranking;
    }

    private Overload[] rank(ArgumentKind[] kinds) {
        single();
        Overload[] all = overloads == null ? NONE : overloads;
        return Arrays.stream(all).filter(each -> each.score(kinds) >= 0).sorted((one, two) -> {
            int order = Integer.compare(one.score(kinds), two.score(kinds));
            return order != 0
                    ? order
                    : Boolean.compare(two.isMoreSpecific(one), one.isMoreSpecific(two));
        }).toArray(Overload[]::new);
    }

    private static ArgumentKind[] kinds(Attachment thread, long args, int count) {
        ArgumentKind[] kinds = new ArgumentKind[count];
        for (int i = 0; i < count; i++) {
            kinds[i] = ArgumentKind.of(thread, Memory.getLong(args + (long) i * Long.BYTES));
        }
        return kinds;
    }

    private Refusal noneFits(Attachment thread, ArgumentKind[] kinds, long args) {
        Conversion conversion = Host.conversion();
        StringBuilder given = new StringBuilder();
        for (int i = 0; i < kinds.length; i++) {
            long argument = Memory.getLong(args + (long) i * Long.BYTES);
            Object value = argument == Statics.NONE ? null : conversion.toJava(thread, argument);
            given.append(i == 0 ? "" : ", ")
                    .append(value == null ? "None" : LiveTypes.nameOf(value.getClass()));
        }
        single();
        String candidates = Arrays.stream(java.util.Objects.requireNonNullElse(overloads, NONE))
                .map(String::valueOf).collect(Collectors.joining("\n    "));
        return Refusal.type("no " + LiveTypes.nameOf(owner) + "." + name + " takes (" + given
                + (candidates.isEmpty()
                        ? "); there is none to be called"
                        : "); there are:\n    " + candidates));
    }

    /** The first method, for the texts that help() shows. */
    @Nullable
    Method first() {
        return executables.isEmpty() ? null : executables.getFirst() instanceof Method m ? m : null;
    }
}
