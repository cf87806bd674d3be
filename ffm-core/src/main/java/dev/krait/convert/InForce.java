package dev.krait.convert;

import dev.krait.gil.Attachment;
import org.jspecify.annotations.Nullable;

/**
 * The rules beyond the common ones that hold on a thread: those of a use, which go first, and those of the engine whose
 * script runs.
 *
 * @param use those of the innermost use
 * @param engine those of the engine
 * @param conversion both
 */
public record InForce(@Nullable Conversion use, @Nullable Conversion engine,
        Conversion conversion) {
    /** Those of the documentation and no others. */
    public static final InForce BUILTIN = new InForce(null, null, Conversion.builtin());

    /** Puts the rules of a use in the place of those there are; null is for none. Gives the latter. */
    public static @Nullable Conversion use(Attachment thread, @Nullable Conversion rules) {
        InForce current = (InForce) thread.rules();
        thread.rules(of(rules, current == null ? null : current.engine));
        return current == null ? null : current.use;
    }

    /** What holds while a script of an engine runs, given what the thread had before. */
    public static @Nullable InForce under(@Nullable Object former, @Nullable Conversion engine) {
        return former == null && engine == null
                ? null
                : of(former == null ? null : ((InForce) former).use, engine);
    }

    private static @Nullable InForce of(@Nullable Conversion use, @Nullable Conversion engine) {
        if (use == null) {
            return engine == null ? null : new InForce(null, engine, engine);
        }
        return new InForce(use, engine, engine == null ? use : use.over(engine));
    }
}
