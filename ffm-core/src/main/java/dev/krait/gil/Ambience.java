package dev.krait.gil;

import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;

/** An {@link Attachment#context} that the objects made under it take along: called later, they run under it again. */
public interface Ambience {
    /** Called after such a call, without the GIL unless the caller held it. */
    void left();

    /** Itself, for objects that must not keep it alive: hosts keep lists of a script that is long over. */
    Reference<? extends Ambience> weakly();

    /** The conversion rules that hold under it, given those the thread has: see {@link Attachment#rules}. */
    @Nullable
    Object rules(@Nullable Object former);

    /** What the code under it may use of Java; null for everything. */
    default @Nullable Limits limits() {
        return null;
    }

    /** What objects made on this thread take along. */
    static @Nullable Ambience of(Attachment thread) {
        return thread.context() instanceof Ambience here ? here : null;
    }

    /**
     * Runs a section under the GIL and an ambience, unless something else runs on the thread already. One with limits
     * is taken in any case: its code stays under them whoever calls it.
     */
    static <T extends @Nullable Object> T call(@Nullable Ambience ambience,
            Gil.Section<T> section) {
        if (ambience == null || !ambience.replaces(Attachment.current().context())) {
            return Gil.call(section);
        }
        try {
            return Gil.call(thread -> within(thread, ambience, section));
        } finally {
            ambience.left();
        }
    }

    /** Runs a section under an ambience and its rules; afterwards the thread has those it had. Callers hold the GIL. */
    static <T extends @Nullable Object> T within(Attachment thread, Ambience ambience,
            Gil.Section<T> section) {
        Object rules = thread.rules();
        Object outer = thread.context();
        thread.context(ambience);
        thread.rules(ambience.rules(rules));
        try {
            return section.run(thread);
        } finally {
            thread.rules(rules);
            thread.context(outer);
        }
    }

    /** A reference that keeps an ambience with limits: what was made under those stays under them. */
    static Reference<Ambience> kept(Ambience ambience) {
        return new KeptAmbience(ambience);
    }

    /** Whether calls of what was made under this one leave what runs on the thread for it. */
    @SuppressWarnings("ReferenceEquality") // this very one
    private boolean replaces(@Nullable Object context) {
        return context == null || (context != this && limits() != null);
    }
}
