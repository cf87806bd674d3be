package dev.krait.convert.target;

import dev.krait.convert.Conversion;
import dev.krait.convert.Generics;
import dev.krait.convert.Target;
import dev.krait.convert.Unfit;
import dev.krait.gil.Attachment;
import dev.krait.gil.Gil;
import dev.krait.op.Attributes;
import dev.krait.op.BootModule;
import dev.krait.op.Calls;
import dev.krait.ref.Counts;
import dev.krait.ref.Ref;
import java.lang.reflect.Type;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Coroutines, tasks and futures as CompletableFutures. A coroutine runs on an event loop of ours, whose daemon thread
 * starts with the first one; a task or future of another loop is awaited there.
 *
 * <p>What depends on the result runs on the common pool, never on the loop's thread, which it could block. Cancelling
 * the Java side cancels the Python side.
 */
final class AwaitableTargets {
    private static final String RESOURCE = "awaitables.py";
    private static final long STACK_BYTES = 16L << 20;
    private static boolean running; // guarded by the GIL

    private AwaitableTargets() {}

    static void addTo(Conversion conversion) {
        conversion.addTarget(CompletionStage.class, AwaitableTargets::target);
        conversion.addTarget(CompletableFuture.class, AwaitableTargets::target);
        conversion.addTarget(Future.class, AwaitableTargets::target);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a target's value goes to who asked for it
    private static Target target(Conversion conversion, Type type) {
        Target value = conversion.target(Generics.argument(type, 0));
        return (thread, object) -> {
            if (!isAwaitable(thread, object)) {
                throw Unfit.form(thread, object, type);
            }
            return start(conversion, thread, object, value);
        };
    }

    private static boolean isAwaitable(Attachment thread, long object) {
        long found = Attributes.find(thread, object, "__await__");
        if (found == 0) {
            found = Attributes.find(thread, object, "add_done_callback");
        }
        Counts.releaseIfAny(found);
        return found != 0;
    }

    private static Stage start(Conversion conversion, Attachment thread, long object,
            Target value) {
        startLoop(thread);
        long future = Calls.call(thread, BootModule.function(RESOURCE, "submit"), object);
        Stage stage = new Stage(Ref.owning(future), value);
        long tell = conversion.toPython(thread, (Consumer<Boolean>) stage::finish);
        try {
            Counts.release(Calls.call(thread, BootModule.function(RESOURCE, "tell"), future, tell));
        } finally {
            Counts.release(tell);
        }
        return stage;
    }

    private static void startLoop(Attachment thread) {
        if (running) {
            return;
        }
        BootModule.load(Conversion.class, RESOURCE);
        if (running) { // the GIL was free meanwhile
            return;
        }
        Thread loop = new Thread(null,
                () -> Gil.run(
                        () -> Counts.release(Calls.call(BootModule.function(RESOURCE, "run")))),
                "krait-asyncio", STACK_BYTES, false);
        loop.setDaemon(true);
        loop.start();
        running = true;
        Counts.release(Calls.call(thread, BootModule.function("boot.py", "at_end"),
                BootModule.function(RESOURCE, "stop")));
    }

    /** The result to come of a Python future. */
    private static final class Stage extends CompletableFuture<@Nullable Object> {
        private final Ref future;
        private final Target value;

        Stage(Ref future, Target value) {
            this.future = future;
            this.value = value;
        }

        /** Python's future is done: called by Python, on whichever thread did it. */
        void finish(boolean cancelled) {
            if (cancelled) {
                super.cancel(false);
                return;
            }
            try {
                Object result = Gil.<@Nullable Object>call(this::read);
                completeAsync(() -> result);
            } catch (Throwable failed) {
                defaultExecutor().execute(() -> completeExceptionally(failed));
            }
        }

        private @Nullable Object read(Attachment thread) {
            long method = Attributes.get(thread, future.pointer(), "result");
            long result = 0;
            try {
                result = Calls.call(method);
                return value.convert(thread, result);
            } finally {
                Counts.release(method);
                Counts.releaseIfAny(result);
            }
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            boolean cancelled = super.cancel(mayInterruptIfRunning);
            if (cancelled) {
                Gil.<@Nullable Object>call(thread -> {
                    Counts.release(Calls.call(thread, BootModule.function(RESOURCE, "cancel"),
                            future.pointer()));
                    return null;
                });
            }
            return cancelled;
        }
    }
}
