package dev.krait.capi;

import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * A C function of words: integers and pointers, up to six of them, that gives a word.
 *
 * <p>All are called with four words or with six, as each shape of call that the linker makes costs milliseconds of every
 * start. In every ABI that Java's linker knows, the first six travel in registers of their own (on Windows in slots of
 * their own from the fifth on, which the caller clears up): a function does not see those it does not ask for, reads the
 * lower half where it asks for an {@code int} or what a sign extension puts there, and what a function without a result
 * leaves there nobody reads. ADR 19.
 *
 * @param address where it is
 */
record CFunction(MemorySegment address) {
    static final MethodHandle FOUR = Downcalls.ofWords(4);

    /** Linked when a function with so many parameters is called first. */
    static final class Six {
        static final MethodHandle SIX = Downcalls.ofWords(6);

        private Six() {}
    }

    /** One of the C library. */
    static CFunction ofLibc(String name) {
        return new CFunction(Linker.nativeLinker().defaultLookup().findOrThrow(name));
    }

    /** The same where not every C library has it. */
    static Optional<CFunction> ofLibcIfPresent(String name) {
        return Linker.nativeLinker().defaultLookup().find(name).map(CFunction::new);
    }

    long call() {
        return call(0, 0, 0, 0);
    }

    long call(long first) {
        return call(first, 0, 0, 0);
    }

    long call(long first, long second) {
        return call(first, second, 0, 0);
    }

    long call(long first, long second, long third) {
        return call(first, second, third, 0);
    }

    long call(long first, long second, long third, long fourth) {
        try {
            return (long) FOUR.invokeExact(address, first, second, third, fourth);
        } catch (Throwable broken) {
            throw Downcalls.broken(broken);
        }
    }

    long call(long first, long second, long third, long fourth, long fifth) {
        return call(first, second, third, fourth, fifth, 0);
    }

    long call(long first, long second, long third, long fourth, long fifth, long sixth) {
        try {
            return (long) Six.SIX.invokeExact(address, first, second, third, fourth, fifth, sixth);
        } catch (Throwable broken) {
            throw Downcalls.broken(broken);
        }
    }
}
