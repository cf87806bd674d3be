package dev.krait;

import dev.krait.gil.Gil;
import dev.krait.gil.Interpreter;
import dev.krait.op.Boot;
import dev.krait.op.Calls;
import dev.krait.ref.Counts;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What happens to Python when the JVM goes down: its exit functions run on its main thread, within a time limit, and
 * then nothing can attach any more. The interpreter is not finalised.
 */
final class ExitHook {
    private static final int LIMIT_SECONDS = Integer.getInteger("krait.exit.seconds", 5);

    private ExitHook() {}

    static void install() {
        Runtime.getRuntime().addShutdownHook(new Thread(ExitHook::run, "krait-exit"));
    }

    private static void run() {
        CountDownLatch done = new CountDownLatch(1);
        Interpreter.onMainThread(() -> {
            try {
                Gil.run(() -> Counts.release(Calls.call(Boot.RUN_EXIT)));
            } finally {
                done.countDown();
            }
        });
        try {
            if (!done.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                System.err.println(
                        "krait: Python's exit functions took longer than " + LIMIT_SECONDS + " s");
            }
        } catch (InterruptedException stopWaiting) {
            Thread.currentThread().interrupt();
        }
        Interpreter.close();
    }
}
