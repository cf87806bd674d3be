package dev.krait.gil;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A thread of ours with a large stack on which the sections of a Java thread run, when {@code -Dkrait.threads} asks for
 * that: {@code own} for all threads with small stacks, {@code virtual} for virtual ones. Threads with tiny stacks have
 * one in any case.
 *
 * <p>The Java thread waits meanwhile and runs the callbacks: one of the two is at work at any time. A platform thread
 * keeps its companion; a virtual one takes it for the length of its outermost section, and is not pinned.
 */
final class Companion {
    /** Which threads have one, beside those with tiny stacks. */
    enum Use {
        NONE, VIRTUAL, OWN;

        private static final String OPTION = "krait.threads";

        /** @throws IllegalArgumentException when the option is none of these */
        static Use wanted() {
            String option = System.getProperty(OPTION, "none");
            for (Use each : values()) {
                if (each.name().equalsIgnoreCase(option)) {
                    return each;
                }
            }
            throw new IllegalArgumentException(
                    "-D" + OPTION + '=' + option + " is none of own, virtual and none");
        }
    }

    static final Use USE = Use.wanted();
    private static final long STACK_BYTES = Interpreter.MAIN_STACK_BYTES;
    private static final long LOOK_NANOS = 1_000_000_000;
    private static final int MOST_IDLE = 16;
    private static final int SPARE_LEVELS = 4;
    private static final AtomicLong NUMBERS = new AtomicLong();
    private static final Deque<Companion> IDLE = new ArrayDeque<>();
    private final Thread thread = new Thread(null, this::serve,
            "krait-own-" + NUMBERS.incrementAndGet(), STACK_BYTES, false);
    private volatile @Nullable Attachment served;
    private volatile @Nullable Thread caller;
    private volatile @Nullable Order<?> forCompanion;
    private volatile @Nullable Order<?> forCaller;
    private volatile boolean over;
    /** How many calls of the caller wait, each in a callback of the one before; the caller's own. */
    private int levels;
    private int mostLevels = Integer.MAX_VALUE;

    /** What one of the two does for the other. */
    private static final class Order<T extends @Nullable Object> {
        private final ForeignCode<T> body;
        private @Nullable T result;
        private @Nullable Throwable thrown;
        private volatile boolean done;

        Order(ForeignCode<T> body) {
            this.body = body;
        }

        void execute(@Nullable Thread waiting) {
            try {
                result = body.run();
            } catch (Throwable all) { // goes to the thread that waits
                thrown = all;
            }
            done = true;
            LockSupport.unpark(waiting);
        }
    }

    private Companion() {
        thread.setDaemon(true);
    }

    /** An idle one, or a new one. */
    static Companion take(Attachment attachment) {
        Companion found;
        synchronized (IDLE) {
            found = IDLE.poll();
        }
        Companion taken = found == null ? new Companion() : found;
        taken.served = attachment;
        if (found == null) {
            taken.thread.start();
        }
        return taken;
    }

    /** Nobody needs it for now. */
    void giveBack() {
        served = null;
        mostLevels = Integer.MAX_VALUE;
        synchronized (IDLE) {
            if (IDLE.size() < MOST_IDLE) {
                IDLE.push(this);
                return;
            }
        }
        over = true;
        LockSupport.unpark(thread);
    }

    boolean isCurrent() {
        return Thread.currentThread().equals(thread);
    }

    /** Runs the body on this thread of ours; the calling thread waits and runs the callbacks. */
    <T extends @Nullable Object> T run(ForeignCode<T> body) {
        Order<T> order = new Order<>(body);
        caller = Thread.currentThread();
        levels++;
        forCompanion = order;
        LockSupport.unpark(thread);
        boolean interrupted = false;
        while (!order.done) {
            Order<?> callback = forCaller;
            if (callback != null) {
                forCaller = null;
                interrupted = restore(interrupted);
                callback.execute(thread);
            } else {
                await();
                interrupted |= note();
            }
        }
        levels--;
        restore(interrupted && companionship().takeInterrupt());
        return result(order);
    }

    /** Whether the caller could not wait at this depth of calls, or hardly. */
    boolean isDeep() {
        return levels >= mostLevels;
    }

    /** The JVM may have no room to put the frames of a virtual thread aside: then this goes no deeper, and must not leave. */
    private void await() {
        try {
            LockSupport.park(this);
        } catch (StackOverflowError full) {
            mostLevels = Math.max(1, levels - SPARE_LEVELS);
            Thread.onSpinWait();
        }
    }

    /** Runs a callback on the thread that waits for this one; that may want sections to be run meanwhile. */
    <T extends @Nullable Object> T runOnCaller(ForeignCode<T> callback) {
        Order<T> order = new Order<>(callback);
        Thread waiting = caller;
        forCaller = order;
        LockSupport.unpark(waiting);
        while (!order.done) {
            if (!executeNext()) {
                LockSupport.park(this);
                boolean _ = Thread.interrupted(); // nobody knows this thread
            }
        }
        caller = waiting;
        return result(order);
    }

    /** A park returns at once for an interrupted thread: the attachment keeps that in mind for {@link Watch}. */
    private boolean note() {
        boolean interrupted = Thread.interrupted();
        if (interrupted) {
            companionship().noteInterrupt();
        }
        return interrupted;
    }

    /** Callbacks, and whoever called, see the interrupt themselves. */
    private boolean restore(boolean interrupted) {
        if (interrupted) {
            companionship().takeInterrupt();
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private Companionship companionship() {
        return Objects.requireNonNull(served).companionship();
    }

    private void serve() {
        while (!over) {
            Attachment attachment = served;
            if (!executeNext()) {
                LockSupport.parkNanos(this, LOOK_NANOS);
                boolean _ = Thread.interrupted();
                over |= attachment != null && attachment == served && !attachment.owner().isAlive();
            }
        }
    }

    private boolean executeNext() {
        Order<?> order = forCompanion;
        if (order == null) {
            return false;
        }
        forCompanion = null;
        Objects.requireNonNull(served).becomeCurrent();
        order.execute(caller);
        return true;
    }

    @SuppressWarnings("NullAway") // the result is null where T allows that
    private static <T extends @Nullable Object> T result(Order<T> order) {
        if (order.thrown != null) {
            throw Companion.<RuntimeException>sneaky(order.thrown);
        }
        return order.result;
    }

    /** Runs code whose checked exceptions come out all the same. */
    static <T extends @Nullable Object> T unchecked(ForeignCode<T> code) {
        try {
            return code.run();
        } catch (Throwable thrown) {
            throw Companion.<RuntimeException>sneaky(thrown);
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // erased
    private static <T extends Throwable> T sneaky(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
