package dev.krait.host;

import dev.krait.capi.Memory;
import dev.krait.convert.Conversion;
import dev.krait.event.Recordings;
import dev.krait.event.UpcallEvent;
import dev.krait.gil.Attachment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Executable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Runs one Java method on Python arguments. The handle is erased to objects once, so that calls of few arguments need
 * no array.
 */
final class Invoker {
    private static final int MOST_DIRECT = 3;
    private static final int OFTEN = 1000;
    /** In the place of what {@link Attachment#suspend} gives: the GIL was not given up. */
    private static final int KEPT = -1;
    private static long made;
    private final Executable executable;
    private final MethodHandle handle;
    private final Parameter[] parameters;

    private final Predicate<@Nullable Object> trivial;
    private int calls;
    private boolean leaf;

    /**
     * @param executable what is called
     * @param method a handle of it: takes the receiver first, also that of a static method, which ignores it
     * @param leaf whether it never blocks: the GIL is kept then
     * @param trivial asked, with a receiver, whether that is so after all, when the method turns out to be called
     *        often
     */
    Invoker(Executable executable, MethodHandle method, boolean leaf,
            Predicate<@Nullable Object> trivial, Parameter... parameters) {
        this.executable = executable;
        MethodHandle fixed = method.asFixedArity();
        MethodType type = MethodType.genericMethodType(parameters.length + 1);
        handle = parameters.length <= MOST_DIRECT
                ? fixed.asType(type)
                : fixed.asType(type).asSpreader(1, Object[].class, parameters.length);
        this.parameters = parameters;
        this.leaf = leaf;
        this.trivial = trivial;
    }

    /** The handle of a static method or constructor with a receiver to ignore. */
    static MethodHandle withReceiver(MethodHandle handle) {
        return MethodHandles.dropArguments(handle, 0, Object.class);
    }

    int arity() {
        return parameters.length;
    }

    Parameter parameter(int index) {
        return parameters[index];
    }

    /** Converts the arguments in memory, calls, and gives the Java result. The count must be the arity. */
    @Nullable
    Object call(Attachment thread, Conversion conversion, @Nullable Object target, long args)
            throws Throwable {
        if (++calls == OFTEN) {
            leaf |= trivial.test(target);
        }
        return switch (parameters.length) {
            case 0 -> call0(thread, target);
            case 1 -> call1(thread, target, argument(thread, conversion, args, 0));
            case 2 -> call2(thread, target, argument(thread, conversion, args, 0),
                    argument(thread, conversion, args, 1));
            default -> call(thread, target, arguments(thread, conversion, args));
        };
    }

    /** The arguments in memory, converted. */
    @Nullable
    Object[] arguments(Attachment thread, Conversion conversion, long args) {
        @Nullable
        Object[] values = new Object[parameters.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = argument(thread, conversion, args, i);
        }
        return values;
    }

    /** How many calls were made so far. */
    static long made() {
        return made;
    }

    /** Calls with converted arguments. */
    @Nullable
    Object call(Attachment thread, @Nullable Object target, @Nullable Object[] values)
            throws Throwable {
        if (!leaf && thread.companionship().isOn()) {
            return callOutside(thread, target, values);
        }
        int held = leave(thread);
        UpcallEvent event = begun();
        try {
            return invoke(target, values);
        } finally {
            end(event);
            back(thread, held);
        }
    }

    private @Nullable Object invoke(@Nullable Object target, @Nullable Object[] values)
            throws Throwable {
        return switch (values.length) {
            case 0 -> (Object) handle.invokeExact(target);
            case 1 -> (Object) handle.invokeExact(target, values[0]);
            case 2 -> (Object) handle.invokeExact(target, values[0], values[1]);
            case 3 -> (Object) handle.invokeExact(target, values[0], values[1], values[2]);
            default -> (Object) handle.invokeExact(target, values);
        };
    }

    private @Nullable Object call0(Attachment thread, @Nullable Object target) throws Throwable {
        if (!leaf && thread.companionship().isOn()) {
            return callOutside(thread, target, new Object[0]);
        }
        int held = leave(thread);
        UpcallEvent event = begun();
        try {
            return (Object) handle.invokeExact(target);
        } finally {
            end(event);
            back(thread, held);
        }
    }

    private @Nullable Object call1(Attachment thread, @Nullable Object target,
            @Nullable Object argument) throws Throwable {
        if (!leaf && thread.companionship().isOn()) {
            return callOutside(thread, target, new Object[]{argument});
        }
        int held = leave(thread);
        UpcallEvent event = begun();
        try {
            return (Object) handle.invokeExact(target, argument);
        } finally {
            end(event);
            back(thread, held);
        }
    }

    private @Nullable Object call2(Attachment thread, @Nullable Object target,
            @Nullable Object first, @Nullable Object second) throws Throwable {
        if (!leaf && thread.companionship().isOn()) {
            return callOutside(thread, target, new Object[]{first, second});
        }
        int held = leave(thread);
        UpcallEvent event = begun();
        try {
            return (Object) handle.invokeExact(target, first, second);
        } finally {
            end(event);
            back(thread, held);
        }
    }

    /** For a thread of ours that runs Python for another: Java code runs on that one. */
    private @Nullable Object callOutside(Attachment thread, @Nullable Object target,
            @Nullable Object[] values) throws Throwable {
        made++;
        Upcall.guard(thread);
        UpcallEvent event = begun();
        try {
            return thread.outside(() -> invoke(target, values));
        } finally {
            end(event);
        }
    }

    private static @Nullable UpcallEvent begun() {
        if (!Recordings.areOn()) {
            return null;
        }
        UpcallEvent event = new UpcallEvent();
        event.begin();
        return event;
    }

    private void end(@Nullable UpcallEvent event) {
        if (event == null) {
            return;
        }
        event.end();
        if (event.shouldCommit()) {
            event.method = executable.getDeclaringClass().getName() + "." + executable.getName();
            event.commit();
        }
    }

    /** Gives the GIL up for code that may block, and that may call back: so there must be stack for it. */
    private int leave(Attachment thread) {
        made++;
        if (leaf) {
            return KEPT;
        }
        Upcall.guard(thread);
        return thread.suspend();
    }

    /** Others may have found out meanwhile that it is a leaf, so that is not asked again. */
    private static void back(Attachment thread, int held) {
        if (held != KEPT) {
            thread.resume(held);
        }
    }

    private @Nullable Object argument(Attachment thread, Conversion conversion, long args,
            int index) {
        return parameters[index].convert(thread, conversion,
                Memory.getLong(args + (long) index * Long.BYTES));
    }
}
