package dev.krait;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Work on threads of ours whose caller does not wait longer than agreed, and the threads that then go on alone. */
final class Abandoned {
    private static final long STACK_BYTES = 16L << 20;
    private static final AtomicLong NUMBERS = new AtomicLong();
    private static final Set<Thread> THREADS = ConcurrentHashMap.newKeySet();

    private Abandoned() {}

    /** Starts the work; the future ends when it does, at the limit, or when somebody else ends it. */
    static <T extends @Nullable Object> CompletableFuture<T> start(long nanos, Duration limit,
            Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        AtomicBoolean over = new AtomicBoolean();
        Thread thread = new Thread(null, () -> run(work, result, over),
                "krait-within-" + NUMBERS.incrementAndGet(), STACK_BYTES, false);
        thread.setDaemon(true);
        thread.start();
        CompletableFuture<@Nullable Void> atLimit = new CompletableFuture<@Nullable Void>()
                .completeOnTimeout(null, nanos, TimeUnit.NANOSECONDS);
        CompletableFuture<?> _ = atLimit.thenRun(() -> {
            abandon(thread, over);
            result.completeExceptionally(new TimeoutException(
                    "the work took longer than " + limit + "; " + thread.getName() + " goes on"));
        });
        CompletableFuture<T> _ = result.whenComplete((_, _) -> {
            atLimit.cancel(false); // else the timer would keep the result until then
            abandon(thread, over);
        });
        return result;
    }

    /** Those still at work. */
    static List<Thread> threads() {
        THREADS.removeIf(thread -> !thread.isAlive());
        return List.copyOf(THREADS);
    }

    private static <T extends @Nullable Object> void run(Callable<T> work,
            CompletableFuture<T> result, AtomicBoolean over) {
        try {
            T value = work.call();
            over.set(true);
            result.complete(value);
        } catch (Throwable thrown) { // whoever asks for the result gets it
            over.set(true);
            result.completeExceptionally(thrown);
        }
    }

    /** Nobody waits any more: asks the work to end. */
    private static void abandon(Thread thread, AtomicBoolean over) {
        if (!over.get()) {
            THREADS.add(thread);
            thread.interrupt();
        }
    }
}
