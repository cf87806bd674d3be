package dev.krait.capi;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * A {@link CFunction} of up to four words that neither blocks, nor calls back, nor frees, nor makes an object the collector
 * tracks: the JVM may enter it without a thread transition.
 *
 * @param address where it is
 */
record CLeaf(MemorySegment address) {
    static final MethodHandle FOUR = Downcalls.leafOfWords(4);

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
}
