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

    /** What objects made on this thread take along. */
    static @Nullable Ambience of(Attachment thread) {
        return thread.context() instanceof Ambience here ? here : null;
    }

    /** Runs a section under the GIL and an ambience, unless something else runs on the thread already. */
    static <T extends @Nullable Object> T call(@Nullable Ambience ambience,
            Gil.Section<T> section) {
        if (ambience == null || Attachment.current().context() != null) {
            return Gil.call(section);
        }
        try {
            return Gil.call(thread -> {
                Object rules = thread.rules();
                thread.context(ambience);
                thread.rules(ambience.rules(rules));
                try {
                    return section.run(thread);
                } finally {
                    thread.rules(rules);
                    thread.context(null);
                }
            });
        } finally {
            ambience.left();
        }
    }
}
