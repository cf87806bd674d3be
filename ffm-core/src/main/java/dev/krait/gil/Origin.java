package dev.krait.gil;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a reference or handle was made: the Java stack, noted when {@code -Dkrait.leaks=true} asks for it.
 *
 * <p>Off, which is the default, it costs nothing.
 */
public final class Origin {
    /** Whether stacks are noted. */
    public static final boolean ON = Boolean.getBoolean("krait.leaks");
    private static final int MOST_FRAMES = 32;
    private static final StackWalker WALKER = StackWalker.getInstance();
    private final List<StackTraceElement> frames;

    private Origin(List<StackTraceElement> frames) {
        this.frames = frames;
    }

    /** The place of the call; null when places are not noted. */
    public static @Nullable Origin here() {
        return ON
                ? new Origin(WALKER.walk(frames -> frames.skip(1).limit(MOST_FRAMES)
                        .map(StackWalker.StackFrame::toStackTraceElement).toList()))
                : null;
    }

    /** The frames, innermost first. */
    public static List<StackTraceElement> framesOf(@Nullable Origin origin) {
        return origin == null ? List.of() : origin.frames;
    }
}
