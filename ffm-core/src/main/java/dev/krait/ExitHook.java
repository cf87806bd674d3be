package dev.krait;

import dev.krait.capi.Statics;
import dev.krait.gil.Gil;
import dev.krait.gil.Interpreter;
import dev.krait.op.Boot;
import dev.krait.op.Calls;
import dev.krait.op.Numbers;
import dev.krait.ref.Counts;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What happens to Python when the JVM goes down: its exit functions run within a time limit, and then nothing can
 * attach any more. The interpreter is not finalised.
 *
 * <p>They run on its main thread. While that is busy (a program that runs there, ended by a signal or by System.exit)
 * they run on another, and Python's threads are not waited for. They also run on another where a second class loader
 * has attached to the interpreter.
 */
final class ExitHook {
    private static final String OPTION = "krait.exit.seconds";
    private static final int LIMIT_SECONDS = 5;
    private static int limitSeconds = LIMIT_SECONDS;

    private ExitHook() {}

    /**
     * Takes the option.
     *
     * @throws IllegalArgumentException when it is no number of seconds
     */
    static void begin() {
        String option = System.getProperty(OPTION, Integer.toString(LIMIT_SECONDS));
        if (!option.matches("\\d{1,9}")) {
            throw new IllegalArgumentException(
                    "-D" + OPTION + '=' + option + " is no number of seconds");
        }
        limitSeconds = Integer.parseInt(option);
    }

    static void install() {
        Runtime.getRuntime().addShutdownHook(new Thread(ExitHook::run, "krait-exit"));
    }

    private static void run() {
        CountDownLatch done = new CountDownLatch(1);
        boolean atRest = !Interpreter.isMainThreadBusy();
        boolean owned = !Interpreter.isMainThread(); // else it is that of another class loader
        Runnable exit = () -> {
            try {
                Gil.call(ExitHook.functions(atRest));
            } catch (Throwable failed) { // of a trace function that raises, for instance
                System.err.println("krait: Python's exit functions were left: " + failed);
            } finally {
                done.countDown();
            }
        };
        if (atRest && owned) {
            Interpreter.onMainThread(exit);
        } else {
            Thread.ofPlatform().daemon().start(exit);
        }
        try {
            if (!done.await(limitSeconds, TimeUnit.SECONDS)) {
                System.err.println(
                        "krait: Python's exit functions took longer than " + limitSeconds + " s");
            }
        } catch (InterruptedException stopWaiting) {
            Thread.currentThread().interrupt();
        }
        Interpreter.close();
    }

    private static Gil.Section<Boolean> functions(boolean waitForThreads) {
        return thread -> {
            // what waits for the JVM's end is not to be waited for
            long exiting = Numbers.newInt(Interpreter.exitingThread());
            try {
                Counts.release(Calls.call(thread, Boot.RUN_EXIT,
                        waitForThreads ? Statics.TRUE : Statics.FALSE, exiting));
            } finally {
                Counts.release(exiting);
            }
            return true;
        };
    }
}
