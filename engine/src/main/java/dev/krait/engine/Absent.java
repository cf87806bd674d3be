package dev.krait.engine;

/** What a look-up gives when there is no such name: null is a value. */
enum Absent {
    /** The one value. */
    NAME
}
