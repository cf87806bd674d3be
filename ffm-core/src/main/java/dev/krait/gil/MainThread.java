package dev.krait.gil;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;

/** Python's main thread: starts the interpreter, then waits for tasks that must run on it. Lives as long as the JVM. */
final class MainThread {
    private static final long STACK_BYTES = 16L << 20;
    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final CompletableFuture<Boolean> started = new CompletableFuture<>();
    private final Runnable first;

    MainThread(Runnable first) {
        this.first = first;
    }

    /** Runs the first task; what it throws comes out here. */
    void startAndWait() {
        Thread thread = new Thread(null, this::run, "krait-main", STACK_BYTES, false);
        thread.setDaemon(true);
        thread.start();
        try {
            started.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    void submit(Runnable task) {
        tasks.add(task);
    }

    private void run() {
        try {
            first.run();
            started.complete(true);
        } catch (Throwable failed) { // handed to the thread that waits
            started.completeExceptionally(failed);
            return;
        }
        while (true) {
            try {
                tasks.take().run();
            } catch (InterruptedException ignored) {
                // nobody has this thread: not a request to anyone
            }
        }
    }
}
