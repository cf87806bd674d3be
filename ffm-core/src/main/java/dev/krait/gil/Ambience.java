package dev.krait.gil;

/** An {@link Attachment#context} that the objects made under it take along: called later, they run under it again. */
public interface Ambience {
    /** Called after such a call, without the GIL unless the caller held it. */
    void left();
}
