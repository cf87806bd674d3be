package dev.krait.tck.fuzz;

import dev.krait.error.PythonException;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import javax.script.ScriptException;
import org.jspecify.annotations.Nullable;

/** One thread's moves. Callbacks that Python makes to it move as well. */
final class Player implements Runnable {
    private static final int DEEPEST = 4;
    private static final List<Move> MOVES = List.of(Move.values());
    final Random random;
    final Table table;
    private final String name;
    private final BiConsumer<String, @Nullable Throwable> fail;
    private final AtomicLong moves = new AtomicLong();
    private volatile long lastMove = System.nanoTime();
    private volatile String current = "";
    private int depth;

    /** What moves throw on purpose. */
    static final class OnPurpose extends RuntimeException {
        private static final long serialVersionUID = 1;

        OnPurpose(String message) {
            super(message);
        }
    }

    Player(Table table, long seed, String name, BiConsumer<String, @Nullable Throwable> fail) {
        this.table = table;
        this.name = name;
        this.fail = fail;
        random = new Random(seed);
    }

    @Override
    public void run() {
        while (!table.over) {
            move();
        }
    }

    /** One random move, with whatever it may end in. */
    void move() {
        if (depth >= DEEPEST || table.over) {
            return;
        }
        Move move = MOVES.get(random.nextInt(MOVES.size()));
        String around = current;
        current = around + ' ' + move;
        lastMove = System.nanoTime();
        moves.incrementAndGet();
        depth++;
        try {
            move.play(this);
        } catch (Throwable thrown) {
            if (!mayBe(thrown)) {
                fail.accept(name + " in " + move, thrown);
            }
        } finally {
            depth--;
            current = around;
            boolean _ = Thread.interrupted();
        }
    }

    /** Where failures are told. */
    BiConsumer<String, @Nullable Throwable> fail() {
        return fail;
    }

    long moves() {
        return moves.get();
    }

    long lastMove() {
        return lastMove;
    }

    String current() {
        return current;
    }

    @Override
    public String toString() {
        return name;
    }

    /** Whether a user could expect it of some move: all others are defects. */
    private static boolean mayBe(Throwable thrown) {
        return thrown instanceof PythonException || thrown instanceof ScriptException
                || thrown instanceof OnPurpose || isMisuse(thrown) || isOfCollections(thrown)
                || thrown instanceof InterruptedException
                || (thrown instanceof ExecutionException && mayBe(thrown.getCause()));
    }

    private static boolean isMisuse(Throwable thrown) {
        return thrown instanceof IllegalStateException || thrown instanceof IllegalArgumentException
                || thrown instanceof ClassCastException || thrown instanceof ArithmeticException;
    }

    private static boolean isOfCollections(Throwable thrown) {
        return thrown instanceof ConcurrentModificationException
                || thrown instanceof IndexOutOfBoundsException
                || thrown instanceof NoSuchElementException
                || thrown instanceof UnsupportedOperationException;
    }
}
