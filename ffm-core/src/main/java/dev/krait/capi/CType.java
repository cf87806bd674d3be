package dev.krait.capi;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.ValueLayout;

/**
 * What a parameter or result of a C function is: its C type, and for object pointers who owns the reference.
 *
 * <p>All but {@code double} travels as {@code long}: no segment is made for a call, and few call shapes suffice.
 */
public enum CType {
    /** {@code PyObject *} result whose reference belongs to the caller; NULL with an error set. */
    OWNED,
    /** {@code PyObject *} whose reference stays with its owner. */
    BORROWED,
    /** {@code PyObject *} argument whose reference the function takes over, also when it fails. */
    STOLEN,
    /** {@code int}: -1 with an error set, else 0 or an answer. */
    STATUS,
    /** {@code int} that says yes or no and sets no error. */
    FLAG,
    /** {@code int}. */
    INT,
    /** {@code Py_ssize_t} or {@code size_t}. */
    SSIZE,
    /** {@code Py_hash_t}: -1 with an error set. */
    HASH,
    /** {@code long long}, or a {@code long} where both have 64 bits. */
    LLONG,
    /** {@code double}. */
    DOUBLE,
    /** A pointer to something that is no object. */
    POINTER,
    /** No result. */
    VOID;

    MemoryLayout layout() {
        return this == DOUBLE ? ValueLayout.JAVA_DOUBLE : ValueLayout.JAVA_LONG;
    }
}
