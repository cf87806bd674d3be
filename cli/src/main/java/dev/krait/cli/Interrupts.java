package dev.krait.cli;

import dev.krait.PyObject;
import dev.krait.Python;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ctrl-C: the first raises KeyboardInterrupt in the program; one more before the program has noticed ends the process,
 * so that nobody is caught in C or Java code that does not come to an end.
 *
 * <p>Whoever reads the signals stops when the program is over: the JVM's end waits 300 ms for threads in native code.
 */
final class Interrupts {
    private static final int SIGINT = 2;
    private static final int ANSWERED = 0;
    private static final int ENDED = 0xff;
    private static final int EXIT_CODE = 130;
    private final InputStream signals;
    private final PyObject nudge;
    private final AtomicBoolean waiting = new AtomicBoolean();

    private Interrupts(InputStream signals, PyObject nudge) {
        this.signals = signals;
        this.nudge = nudge;
    }

    /** Hands SIGINT over to Python for the rest of the process. */
    static void watch(Python python) {
        PythonSide side = PythonSide.load(python, "interrupts.py");
        int descriptor = side.number("take");
        if (descriptor >= 0) {
            PyObject nudge = side.function("nudge");
            Thread.ofPlatform().daemon().name("krait-interrupts")
                    .start(() -> watch(descriptor, nudge));
        }
    }

    private static void watch(int descriptor, PyObject nudge) {
        try (InputStream signals = new FileInputStream("/dev/fd/" + descriptor)) {
            new Interrupts(signals, nudge).read();
        } catch (IOException closed) {
            // the program has closed descriptors it did not open: Ctrl-C still raises
            // KeyboardInterrupt in Python code
        }
    }

    private void read() throws IOException {
        for (int signal = signals.read(); signal >= 0 && signal != ENDED; signal = signals.read()) {
            if (signal == ANSWERED) {
                waiting.set(false);
            } else if (signal == SIGINT) {
                interrupt();
            }
        }
    }

    private void interrupt() {
        if (waiting.getAndSet(true)) {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
        // not on this thread: C code may hold the GIL for long, and the next signal must still be
        // read
        Thread.ofPlatform().daemon().name("krait-interrupt").start(this::nudge);
    }

    private void nudge() {
        try {
            nudge.call();
        } catch (IllegalStateException over) {
            // the process ends already
        }
    }
}
