package dev.krait.convert;

/** A value of Krait's own that can have its elements converted in another way: it answers no generic type as it is. */
public interface Retypable {}
