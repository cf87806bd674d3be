package dev.krait;

import dev.krait.gil.Gil;
import dev.krait.gil.Interpreter;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.jspecify.annotations.Nullable;

/** Operations handed over to Python's main thread, and what came of them. */
final class MainTask<T extends @Nullable Object> implements Runnable {
    private final CompletableFuture<T> outcome = new CompletableFuture<>();
    private final Supplier<T> operations;

    private MainTask(Supplier<T> operations) {
        this.operations = Objects.requireNonNull(operations, "operations");
    }

    static <T extends @Nullable Object> T run(Supplier<T> operations) {
        if (Gil.isHeld() && !Interpreter.isMainThread()) {
            throw new IllegalStateException(
                    "this thread holds the GIL, which the main thread needs; close the hold first");
        }
        MainTask<T> task = new MainTask<>(operations);
        Interpreter.onMainThread(task);
        try {
            return task.outcome.join();
        } catch (CompletionException failed) {
            return ExceptionUtils.rethrow(Objects.requireNonNull(failed.getCause()));
        }
    }

    @Override
    public void run() {
        try {
            outcome.complete(operations.get());
        } catch (Throwable thrown) { // rethrown by the thread that waits
            outcome.completeExceptionally(thrown);
        }
    }
}
