package dev.krait;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Work on threads of ours whose caller does not wait longer than agreed, and the threads that then go on alone. */
final class Abandoned {
    private static final long STACK_BYTES = 16L << 20;
    private static final AtomicLong NUMBERS = new AtomicLong();
    private static final Set<Thread> THREADS = ConcurrentHashMap.newKeySet();

    private Abandoned() {}

    /** Starts the work; the future ends when it does, at the limit, or when it is cancelled. */
    static <T extends @Nullable Object> CompletableFuture<T> start(long nanos, Duration limit,
            Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(null, () -> run(work, result),
                "krait-within-" + NUMBERS.incrementAndGet(), STACK_BYTES, false);
        thread.setDaemon(true);
        thread.start();
        CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS, Runnable::run)
                .execute(() -> leave(thread, result, limit));
        CompletableFuture<T> _ = result.whenComplete((_, _) -> {
            if (result.isCancelled()) {
                thread.interrupt();
            }
        });
        return result;
    }

    /** Those still at work. */
    static List<Thread> threads() {
        THREADS.removeIf(thread -> !thread.isAlive());
        return List.copyOf(THREADS);
    }

    private static <T extends @Nullable Object> void run(Callable<T> work,
            CompletableFuture<T> result) {
        try {
            result.complete(work.call());
        } catch (Throwable thrown) { // whoever asks for the result gets it
            result.completeExceptionally(thrown);
        }
    }

    private static void leave(Thread thread, CompletableFuture<?> result, Duration limit) {
        if (result.isDone()) {
            return;
        }
        THREADS.add(thread);
        thread.interrupt();
        result.completeExceptionally(new TimeoutException(
                "the work took longer than " + limit + "; " + thread.getName() + " goes on"));
    }
}
