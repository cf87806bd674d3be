package dev.krait.convert;

/** A conversion that looks at the memory an object shows, also at that of a single number of NumPy. */
@FunctionalInterface
public interface MemoryTarget extends Target {}
