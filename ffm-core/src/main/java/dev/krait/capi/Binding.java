package dev.krait.capi;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One line of a header's table: a C function of libpython by name, result first, each type naming its ownership.
 *
 * <p>A class of the table is read when it is first used.
 *
 * @param name the C name
 * @param result what comes back
 * @param parameters what goes in
 * @param optional whether some Pythons lack it
 */
public record Binding(String name, CType result, List<CType> parameters, boolean optional) {
    private static final Queue<Binding> LINKED = new ConcurrentLinkedQueue<>();

    /** All lines read so far, those this Python lacks included, for the tests that read the table back. */
    public static List<Binding> linked() {
        return List.copyOf(LINKED);
    }

    /** A function of integers and pointers. */
    static CFunction function(String name, CType result, CType... parameters) {
        return new CFunction(read(name, result, parameters));
    }

    /** The same for what {@link CLeaf} asks of a function. */
    static CLeaf leaf(String name, CType result, CType... parameters) {
        return new CLeaf(read(name, result, parameters));
    }

    /** A function with a {@code double}. */
    static MethodHandle doubles(String name, CType result, CType... parameters) {
        return link(name, false, result, parameters);
    }

    /** The same for what {@link CLeaf} asks of a function. */
    static MethodHandle leafOfDoubles(String name, CType result, CType... parameters) {
        return link(name, true, result, parameters);
    }

    /** A function that not every version has. */
    static @Nullable CFunction optional(String name, CType result, CType... parameters) {
        LINKED.add(new Binding(name, result, List.of(parameters), true));
        return LibPython.lookUp(name).map(CFunction::new).orElse(null);
    }

    static CFunction present(@Nullable CFunction function, String name) {
        if (function == null) {
            throw new AssertionError("this libpython has no " + name);
        }
        return function;
    }

    private static MemorySegment read(String name, CType result, CType... parameters) {
        LINKED.add(new Binding(name, result, List.of(parameters), false));
        return LibPython.find(name);
    }

    private static MethodHandle link(String name, boolean leaf, CType result, CType... parameters) {
        MethodHandle shape = Downcalls.link(
                FunctionDescriptor.of(result.layout(),
                        Stream.of(parameters).map(CType::layout).toArray(MemoryLayout[]::new)),
                leaf);
        return MethodHandles.insertArguments(shape, 0, read(name, result, parameters));
    }
}
