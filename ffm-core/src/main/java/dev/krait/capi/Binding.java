package dev.krait.capi;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * One line of a header's table: a C function of libpython by name, result first, each type naming its ownership.
 *
 * <p>Functions of one shape share one downcall; a class of the table is linked when it is first used.
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

    static MethodHandle function(String name, CType result, CType... parameters) {
        return link(LibPython.find(name), new Binding(name, result, List.of(parameters), false),
                false);
    }

    /**
     * A function that neither blocks, nor calls back, nor frees, nor makes an object the collector tracks: the JVM
     * may enter it without a thread transition.
     */
    static MethodHandle leaf(String name, CType result, CType... parameters) {
        return link(LibPython.find(name), new Binding(name, result, List.of(parameters), false),
                true);
    }

    /** A function that not every version has. */
    static @Nullable MethodHandle optional(String name, CType result, CType... parameters) {
        Binding binding = new Binding(name, result, List.of(parameters), true);
        Optional<MemorySegment> symbol = LibPython.lookUp(name);
        if (symbol.isEmpty()) {
            LINKED.add(binding);
            return null;
        }
        return link(symbol.get(), binding, false);
    }

    static MethodHandle present(@Nullable MethodHandle handle, String name) {
        if (handle == null) {
            throw new AssertionError("this libpython has no " + name);
        }
        return handle;
    }

    static MethodHandle link(MemorySegment symbol, Binding binding, boolean leaf) {
        LINKED.add(binding);
        return Downcalls.bind(symbol, binding.descriptor(), leaf);
    }

    /** A downcall throws only when the table is wrong. */
    static AssertionError broken(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return new AssertionError("a downcall failed in Java", cause);
    }

    private FunctionDescriptor descriptor() {
        return FunctionDescriptor.of(result.layout(),
                parameters.stream().map(CType::layout).toArray(MemoryLayout[]::new));
    }
}
