package dev.krait.engine;

/** What a look-up inside a run gives when the script has no such function. */
enum Absent {
    /** The one value. */
    FUNCTION
}
