package dev.krait.discover;

/** How the look at one place ended. */
public enum Outcome {
    /** A Python that can be started. */
    USABLE,
    /** Something was there, and it cannot be used. */
    REFUSED,
    /** Nothing was there, or the setting is not made. */
    ABSENT
}
