package dev.krait.gil;

import dev.krait.capi.ThreadApi;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/** Threads that Python made and that have called Java, with Python's numbers for them. */
final class PythonThreads {
    private static final Map<Thread, Long> NUMBERS = Collections
            .synchronizedMap(new WeakHashMap<>());
    private static final String SHUTDOWN = "java.lang.Shutdown";

    private PythonThreads() {}

    /** The calling thread is one, if Python runs. */
    static void add() {
        if (Interpreter.isRunning()) {
            NUMBERS.put(Thread.currentThread(), ThreadApi.getThreadIdent());
        }
    }

    /** The number of the one that has called {@code System.exit} and waits for the JVM's end; 0 when none has. */
    static long exiting() {
        synchronized (NUMBERS) {
            return NUMBERS.entrySet().stream().filter(each -> isExiting(each.getKey()))
                    .mapToLong(Map.Entry::getValue).findAny().orElse(0);
        }
    }

    private static boolean isExiting(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(SHUTDOWN));
    }
}
