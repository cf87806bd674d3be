package dev.krait.capi;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;

/** C functions as method handles, as few shapes of them as will do; the function comes as the first argument. */
final class Downcalls {
    private static final Linker.Option[] LEAF = {Linker.Option.critical(false)};
    private static final Linker.Option[] FUNCTION = {};

    private Downcalls() {}

    /** Functions of words that give a word. */
    static MethodHandle ofWords(int parameters) {
        return link(words(parameters), false);
    }

    /** The same, for {@linkplain CLeaf leaves}. */
    static MethodHandle leafOfWords(int parameters) {
        return link(words(parameters), true);
    }

    /** Functions of any shape. */
    @SuppressWarnings("restricted") // the wall
    static MethodHandle link(FunctionDescriptor shape, boolean leaf) {
        return Linker.nativeLinker().downcallHandle(shape, leaf ? LEAF : FUNCTION);
    }

    /** A downcall throws only when the table is wrong, or where the JVM itself does. */
    static AssertionError broken(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof RuntimeException thrown) {
            throw thrown;
        }
        return new AssertionError("a downcall failed in Java", cause);
    }

    /** What takes so many words and gives one. */
    static FunctionDescriptor words(int parameters) {
        MemoryLayout[] layouts = new MemoryLayout[parameters];
        Arrays.fill(layouts, ValueLayout.JAVA_LONG);
        return FunctionDescriptor.of(ValueLayout.JAVA_LONG, layouts);
    }
}
