package dev.krait.host;

import dev.krait.capi.Memory;
import dev.krait.convert.Conversion;
import dev.krait.gil.Attachment;
import dev.krait.ref.Counts;
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The methods of one name in a class, or its constructors. Guarded by the GIL. */
final class MethodGroup implements Member {
    private static final int SHAPES = 16;
    private static final Object FALLBACK = new Object();
    private final String name;
    private final Class<?> owner;
    private final boolean constructors;
    private final List<? extends Executable> executables;
    private final boolean statics;
    private final boolean mixed;
    private final List<Shape> shapes = new ArrayList<>();
    private @Nullable List<Overload> overloads;
    private @Nullable Overload only;
    private long fallback;
    private long bound;

    /** The overloads that take arguments of some kinds, the best first. */
    private record Shape(List<ArgumentKind> kinds, boolean statics, Ranking ranking) {}

    MethodGroup(String name, Class<?> owner, List<? extends Executable> executables) {
        this(name, owner, executables, false);
    }

    private MethodGroup(String name, Class<?> owner, List<? extends Executable> executables,
            boolean constructors) {
        this.constructors = constructors;
        this.name = name;
        this.owner = owner;
        this.executables = executables;
        long known = executables.stream().filter(each -> Modifier.isStatic(each.getModifiers()))
                .count();
        statics = known > 0;
        mixed = statics && known < executables.size();
    }

    static MethodGroup ofConstructors(Class<?> type) {
        boolean open = Access.isOpen(type) && !Modifier.isAbstract(type.getModifiers());
        return new MethodGroup(type.getSimpleName(), type,
                open
                        ? Stream.of(type.getConstructors()).filter(Classes::isAllowed).toList()
                        : List.of(),
                true);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Class<?> owner() {
        return owner;
    }

    List<? extends Executable> executables() {
        return executables;
    }

    /** Whether these are constructors. */
    boolean isConstructor() {
        return constructors;
    }

    /** Whether some of them need no instance. */
    boolean hasStatics() {
        return statics;
    }

    /** Whether some need an instance and some do not. */
    boolean isMixed() {
        return mixed;
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
        return !ranking(kinds(thread, args, count), true).overloads().isEmpty();
    }

    /** Calls a constructor: the Java object itself. */
    @Nullable
    Object construct(Attachment thread, long args, int count) throws Throwable {
        return invoke(thread, null, args, count, true);
    }

    /** Calls on a receiver known to fit; {@code instance} is its Python object, or 0. Gives 0 for the fallback. */
    @SuppressWarnings("ReferenceEquality") // the mark is that very object
    long run(Attachment thread, @Nullable Object receiver, long instance, long args, int count,
            boolean statics) throws Throwable {
        Object value = invoke(thread, receiver, args, count, statics);
        return value == FALLBACK ? 0 : result(thread, value, receiver, instance);
    }

    private @Nullable Object invoke(Attachment thread, @Nullable Object receiver, long args,
            int count, boolean statics) throws Throwable {
        Conversion conversion = Host.conversion();
        Overload single = single();
        if (single != null && single.arity() == count && single.needsNoInstance() == statics
                && !single.isVarArgs() && fallback == 0) {
            try {
                return single.call(thread, conversion, receiver, args);
            } catch (Refusal unfit) {
                throw unfit.of(owner, single);
            }
        }
        ArgumentKind[] kinds = kinds(thread, args, count);
        Ranking ranking = ranking(kinds, statics);
        if (ranking.overloads().size() < 2 || !Retries.areNeeded(kinds)) {
            return invoke(thread, receiver, kinds, ranking, args, null);
        }
        try (Retries retries = new Retries(thread, kinds, args)) {
            return invoke(thread, receiver, kinds, ranking, args, retries);
        }
    }

    private @Nullable Object invoke(Attachment thread, @Nullable Object receiver,
            ArgumentKind[] kinds, Ranking ranking, long args, @Nullable Retries retries)
            throws Throwable {
        Conversion conversion = Host.conversion();
        ranking.checkClear(thread, conversion, this, kinds, args,
                retries == null ? args : retries.emptied());
        Refusal first = null;
        for (Overload each : ranking.overloads()) {
            long given = retries == null ? args : retries.args(each);
            try {
                return each.call(thread, conversion, receiver, given, kinds);
            } catch (Refusal unfit) {
                first = first == null ? unfit.of(owner, each) : first;
            }
        }
        if (fallback != 0) {
            return FALLBACK;
        }
        throw first != null && ranking.overloads().size() == 1
                ? first
                : Misfits.noneFits(this, kinds, args);
    }

    /** Whether an overload takes this many arguments. */
    boolean takes(int count) {
        return overloads().stream().anyMatch(
                each -> each.arity() == count || (each.isVarArgs() && count >= each.arity() - 1));
    }

    private static long result(Attachment thread, @Nullable Object value, @Nullable Object receiver,
            long instance) {
        @SuppressWarnings("ReferenceEquality") // the same object keeps its Python object
        boolean same = value == receiver && value != null;
        return same && instance != 0
                ? Counts.retain(instance)
                : Host.conversion().toPython(thread, value);
    }

    /** What serves where no overload does; 0 for nothing. */
    long fallback() {
        return fallback;
    }

    private @Nullable Overload single() {
        overloads();
        return only;
    }

    /** Those within reach. */
    List<Overload> overloads() {
        List<Overload> known = overloads;
        if (known == null) {
            List<Overload> all = new ArrayList<>();
            for (Executable each : executables) {
                Overload reachable = Overload.of(each, owner);
                if (reachable != null) {
                    all.add(reachable);
                }
            }
            known = all;
            overloads = all;
            only = all.size() == 1 ? all.getFirst() : null;
        }
        return known;
    }

    private Ranking ranking(ArgumentKind[] kinds, boolean statics) {
        List<ArgumentKind> given = List.of(kinds);
        for (Shape shape : shapes) {
            if (shape.statics == statics && shape.kinds.equals(given)) {
                return shape.ranking;
            }
        }
        Ranking ranking = Ranking.of(
                overloads().stream().filter(each -> !statics || each.needsNoInstance()).toList(),
                kinds);
        if (shapes.size() == SHAPES) {
            shapes.removeFirst();
        }
        shapes.add(new Shape(given, statics, ranking));
        return ranking;
    }

    private static ArgumentKind[] kinds(Attachment thread, long args, int count) {
        ArgumentKind[] kinds = new ArgumentKind[count];
        for (int i = 0; i < count; i++) {
            kinds[i] = ArgumentKind.of(thread, Memory.getLong(args + (long) i * Long.BYTES));
        }
        return kinds;
    }
}
