package dev.krait.gil;

import java.lang.ref.Reference;
import org.jspecify.annotations.Nullable;

/** An {@link Attachment#context} that the objects made under it take along: called later, they run under it again. */
public interface Ambience {
    /** Called after such a call, without the GIL unless the caller held it. */
    void left();

    /** Itself, for objects that must not keep it alive: hosts keep lists of a script that is long over. */
    Reference<? extends Ambience> weakly();

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
                thread.context(ambience);
                try {
                    return section.run(thread);
                } finally {
                    thread.context(null);
                }
            });
        } finally {
            ambience.left();
        }
    }
}
