package dev.krait.gil;

import org.jspecify.annotations.Nullable;

/** Whether limits are in use: most processes have none, and ask no further then. */
final class FirstLimits {
    static volatile boolean come;
    /** Null until Python is started: then no answers are kept yet. */
    static volatile @Nullable Runnable preparation;

    private FirstLimits() {}
}
