package dev.krait.convert.view;

import java.util.Spliterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Late-binding; reads many elements under one hold of the GIL and hands them out without it. */
final class SequenceSpliterator implements Spliterator<@Nullable Object> {
    private static final int CHUNK = 4096;
    private final SequenceView view;
    private int next;
    private int end;

    SequenceSpliterator(SequenceView view) {
        this(view, 0, -1);
    }

    private SequenceSpliterator(SequenceView view, int next, int end) {
        this.view = view;
        this.next = next;
        this.end = end;
    }

    @Override
    public boolean tryAdvance(Consumer<? super @Nullable Object> action) {
        if (next >= end()) {
            return false;
        }
        @Nullable
        Object[] one = new Object[1];
        fill(one);
        action.accept(one[0]);
        return true;
    }

    @Override
    public void forEachRemaining(Consumer<? super @Nullable Object> action) {
        while (next < end()) {
            @Nullable
            Object[] chunk = new Object[Math.min(CHUNK, end() - next)];
            fill(chunk);
            for (Object each : chunk) {
                action.accept(each);
            }
        }
    }

    @Override
    public @Nullable Spliterator<@Nullable Object> trySplit() {
        int middle = next + (end() - next) / 2;
        if (middle <= next) {
            return null;
        }
        int first = next;
        next = middle;
        return new SequenceSpliterator(view, first, middle);
    }

    @Override
    public long estimateSize() {
        return Math.max(0, end() - next);
    }

    @Override
    public int characteristics() {
        return ORDERED | SIZED | SUBSIZED;
    }

    private void fill(@Nullable Object[] chunk) {
        view.under(thread -> {
            view.read(thread, next, chunk, chunk.length);
            return chunk;
        });
        next += chunk.length;
    }

    private int end() {
        if (end < 0) {
            end = view.size();
        }
        return end;
    }
}
