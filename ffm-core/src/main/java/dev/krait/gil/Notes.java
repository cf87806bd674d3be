package dev.krait.gil;

import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/** What the layers above keep for a thread: this one only hands it back. */
abstract sealed class Notes permits Attachment {
    private @Nullable Object context;
    private @Nullable Object scope;
    private @Nullable WeakReference<Throwable> placed;
    private @Nullable Object place;
    private @Nullable Object rules;
    private int translations;

    Notes() {}

    /** What the layers above keep for this thread; the streams of the running script, for instance. */
    public @Nullable Object context() {
        return context;
    }

    /** Sets what {@link #context} gives; callers put the former one back. */
    public void context(@Nullable Object value) {
        context = value;
    }

    /** Notes where in Python a Java exception came through; see {@link #placeOf}. */
    public void place(Throwable thrown, Object where) {
        placed = new WeakReference<>(thrown);
        place = where;
    }

    /** Where in Python this exception came through last, if nothing did after it. */
    @SuppressWarnings("ReferenceEquality") // this very exception
    public @Nullable Object placeOf(Throwable thrown) {
        return placed != null && placed.get() == thrown ? place : null;
    }

    /** The conversion rules in use on this thread beyond the common ones. */
    public @Nullable Object rules() {
        return rules;
    }

    /** Sets what {@link #rules} gives; callers put the former ones back. */
    public void rules(@Nullable Object value) {
        rules = value;
    }

    /** How many translations of errors are under way on this thread, each within the one before. */
    public int translations() {
        return translations;
    }

    /** Sets what {@link #translations} gives; callers put the former number back. */
    public void translations(int number) {
        translations = number;
    }

    /** The scope that owns what this thread makes. */
    public @Nullable Object scope() {
        return scope;
    }

    /** Sets what {@link #scope} gives. */
    public void scope(@Nullable Object value) {
        scope = value;
    }
}
