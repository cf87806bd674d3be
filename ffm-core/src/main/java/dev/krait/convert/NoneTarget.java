package dev.krait.convert;

/** A conversion that makes something of None too. */
@FunctionalInterface
public interface NoneTarget extends Target {}
