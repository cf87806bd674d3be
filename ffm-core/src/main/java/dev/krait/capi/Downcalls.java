package dev.krait.capi;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * C functions as method handles, as few shapes of them as will do: a new shape costs milliseconds at start-up.
 *
 * <p>So all integers and pointers are words of 64 bits, and a function without a result has one that nobody reads. In
 * every ABI that Java's linker knows, an {@code int} argument travels in a register of its own, of which the function
 * reads the lower half or what a sign extension puts there, and the caller of an {@code int} function reads the lower
 * half. No function here has so many arguments that some go over the stack.
 */
final class Downcalls {
    private static final Map<FunctionDescriptor, MethodHandle> SHAPES = new ConcurrentHashMap<>();
    private static final Map<FunctionDescriptor, MethodHandle> LEAVES = new ConcurrentHashMap<>();

    private Downcalls() {}

    /** A function of words that gives a word. */
    static MethodHandle ofWords(MemorySegment function, int parameters) {
        return bind(function, words(parameters), false);
    }

    /** The same, for {@linkplain Binding#leaf leaves}. */
    static MethodHandle leafOfWords(MemorySegment function, int parameters) {
        return bind(function, words(parameters), true);
    }

    /** A function of the C library, of words. */
    static MethodHandle libc(String name, int parameters) {
        return ofWords(Linker.nativeLinker().defaultLookup().findOrThrow(name), parameters);
    }

    /** The same where not every C library has it. */
    static Optional<MethodHandle> libcIfPresent(String name, int parameters) {
        return Linker.nativeLinker().defaultLookup().find(name)
                .map(function -> ofWords(function, parameters));
    }

    /** Any function of so many words, which comes as the first argument. */
    static MethodHandle unbound(int parameters) {
        return shape(words(parameters), false);
    }

    /** A function of words and doubles. */
    static MethodHandle bind(MemorySegment function, FunctionDescriptor descriptor, boolean leaf) {
        return MethodHandles.insertArguments(shape(descriptor, leaf), 0, function);
    }

    private static MethodHandle shape(FunctionDescriptor descriptor, boolean leaf) {
        return leaf
                ? LEAVES.computeIfAbsent(descriptor,
                        shape -> link(shape, Linker.Option.critical(false)))
                : SHAPES.computeIfAbsent(descriptor, Downcalls::link);
    }

    private static FunctionDescriptor words(int parameters) {
        MemoryLayout[] layouts = new MemoryLayout[parameters];
        Arrays.fill(layouts, ValueLayout.JAVA_LONG);
        return FunctionDescriptor.of(ValueLayout.JAVA_LONG, layouts);
    }

    @SuppressWarnings("restricted") // the wall
    private static MethodHandle link(FunctionDescriptor shape, Linker.Option... options) {
        return Linker.nativeLinker().downcallHandle(shape, options);
    }
}
