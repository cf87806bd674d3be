package dev.krait.gil;

import dev.krait.capi.ImportApi;
import dev.krait.capi.LibPython;
import dev.krait.capi.LifecycleApi;
import dev.krait.capi.Linking;
import dev.krait.capi.Memory;
import dev.krait.capi.ThreadApi;
import dev.krait.capi.UnicodeApi;
import dev.krait.discover.Installation;
import dev.krait.error.PythonUnavailableException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one interpreter of this process: started once, never finalised.
 *
 * <p>A thread of ours with a large stack starts it and is Python's main thread from then on. Another class loader of
 * the same process finds it running and attaches.
 */
public final class Interpreter {
    /** Stack of Python's main thread. */
    public static final long MAIN_STACK_BYTES = 16L << 20;
    // an interned text is one object for all class loaders of the process
    @SuppressWarnings("UnnecessaryStringBuilder") // not a constant: the lock is the interned one on
                                                  // purpose
    private static final Object START = "dev.krait.interpreter.start".intern();
    private static volatile @Nullable Installation installation;
    private static volatile @Nullable Installation ready;
    private static volatile boolean closed;
    private static volatile @Nullable MainThread main;

    private Interpreter() {}

    /**
     * Starts the interpreter, or attaches to the one that runs already.
     *
     * @param wanted asked only when there is something to start
     * @param setUp runs once after the start, before any other thread gets through here; the GIL is free
     * @return the installation that runs: the one given, or the earlier one
     * @throws PythonUnavailableException when libpython cannot be opened or refuses to start
     * @throws IllegalArgumentException when a system property of ours makes no sense
     */
    public static Installation start(Supplier<Installation> wanted, Consumer<Installation> setUp) {
        Installation running = ready;
        if (running != null) {
            return running;
        }
        synchronized (START) {
            if (ready == null) {
                Companion.Use _ = Companion.Use.wanted(); // here a wrong option is told best
                Pressure.begin();
                beginLinking();
                start(wanted.get());
                setUp.accept(Objects.requireNonNull(installation));
                ready = installation;
                Releases.startDraining();
            }
            return Objects.requireNonNull(ready);
        }
    }

    private static void start(Installation wanted) {
        open(wanted);
        if (LifecycleApi.isInitialized() == 0) {
            initialize(wanted);
        }
        installation = wanted;
    }

    /** The installation that runs; null before the start. */
    public static @Nullable Installation installation() {
        return installation;
    }

    /** Whether Python can be called. */
    public static boolean isRunning() {
        return installation != null && !closed;
    }

    /** How many thread states are kept for Java threads. */
    public static int threadStates() {
        return ThreadStates.count();
    }

    /** Ends all attaching: called when the JVM goes down, after Python's own exit functions. */
    public static void close() {
        closed = true;
    }

    /**
     * Runs a task on Python's main thread, after those that were given before; here when this is that thread, or when
     * another class loader owns it.
     */
    public static void onMainThread(Runnable task) {
        MainThread owned = main;
        if (owned == null || isMainThread()) {
            task.run();
        } else {
            owned.submit(task);
        }
    }

    /** Whether {@link #onMainThread} runs its task at once, on the calling thread. */
    public static boolean isMainThread() {
        MainThread owned = main;
        return owned == null || owned.isCurrent();
    }

    /** Whether a task given to {@link #onMainThread} has not ended yet. */
    public static boolean isMainThreadBusy() {
        MainThread owned = main;
        return owned != null && owned.isBusy();
    }

    /** Python's number of a thread it made that has called {@code System.exit}; 0 when there is none. */
    public static long exitingThread() {
        return PythonThreads.exiting();
    }

    static void requireRunning() {
        if (installation == null) {
            throw new IllegalStateException("Python is not started; call Python.start() first");
        }
        if (closed) {
            throw new IllegalStateException("Python has ended: the JVM is shutting down");
        }
    }

    private static void beginLinking() {
        try {
            Linking.begin();
        } catch (IllegalCallerException denied) {
            Module own = Interpreter.class.getModule();
            throw unavailable("this JVM does not allow Krait to call native code: start it with"
                    + " --enable-native-access=" + (own.isNamed() ? own.getName() : "ALL-UNNAMED"),
                    denied);
        } catch (UnsupportedOperationException noLinker) {
            throw unavailable("this JDK cannot call C functions on " + System.getProperty("os.name")
                    + ' ' + System.getProperty("os.arch") + "; one with a linker for it is needed",
                    noLinker);
        }
    }

    private static void open(Installation wanted) {
        try {
            LibPython.open(wanted.library(), wanted.preload());
        } catch (IllegalArgumentException refused) {
            throw unavailable(wanted.library() + " cannot be opened: " + refused.getMessage(),
                    refused);
        }
    }

    private static PythonUnavailableException unavailable(String message, Exception cause) {
        PythonUnavailableException failure = new PythonUnavailableException(message,
                List.of(message));
        failure.initCause(cause);
        return failure;
    }

    private static void initialize(Installation wanted) {
        MainThread started = new MainThread(() -> {
            Initialization.run(wanted);
            // who imports it first is Python's main thread for it, until 3.12
            long threading = ImportApi
                    .importModule(UnicodeApi.internFromString(Memory.textForEver("threading")));
            ThreadApi.saveThread();
            if (threading == 0) {
                throw new IllegalStateException("this Python cannot import threading");
            }
        });
        started.start(StartClasses::load);
        main = started;
    }
}
