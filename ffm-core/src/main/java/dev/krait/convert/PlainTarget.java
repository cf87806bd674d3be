package dev.krait.convert;

/** A conversion that takes every object but None as it is, so that no rule for its type is asked. */
@FunctionalInterface
public interface PlainTarget extends Target {}
