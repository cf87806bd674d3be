package dev.krait.examples.stock;

/**
 * Something on the shelves.
 *
 * @param name what it is called
 * @param category what it is sold as
 * @param count how many there are
 * @param price of one
 */
public record Item(String name, String category, int count, double price) {}
