package dev.krait.gil;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** Python's main thread: starts the interpreter, then waits for tasks that must run on it. Lives as long as the JVM. */
final class MainThread {
    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final CompletableFuture<Boolean> began = new CompletableFuture<>();
    private final Runnable first;
    private volatile @Nullable Thread thread;
    private volatile boolean busy;

    MainThread(Runnable first) {
        this.first = first;
    }

    /** Runs the first task, and another one here meanwhile; what the first throws comes out here. */
    void start(Runnable meanwhile) {
        Thread started = new Thread(null, this::run, "krait-main", Interpreter.MAIN_STACK_BYTES,
                false);
        thread = started;
        started.setDaemon(true);
        started.start();
        meanwhile.run();
        try {
            began.join();
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

    /** Whether the calling thread is this one. */
    boolean isCurrent() {
        return Thread.currentThread().equals(thread);
    }

    /** Whether a task runs, or waits for its turn. */
    boolean isBusy() {
        return busy || !tasks.isEmpty();
    }

    private void run() {
        try {
            first.run();
            began.complete(true);
        } catch (Throwable failed) { // handed to the thread that waits
            began.completeExceptionally(failed);
            return;
        }
        while (true) {
            try {
                Runnable task = tasks.take();
                busy = true;
                task.run();
            } catch (InterruptedException ignored) {
                // a request to a task that has ended meanwhile
            } finally {
                busy = false;
            }
        }
    }
}
