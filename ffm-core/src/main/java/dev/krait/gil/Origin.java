package dev.krait.gil;

import org.jspecify.annotations.Nullable;

/** A {@link Attachment#context} whose objects need something of Java's alive as long as they are. */
public interface Origin {
    /** What has to stay alive; null for nothing. */
    @Nullable
    Object origin();
}
