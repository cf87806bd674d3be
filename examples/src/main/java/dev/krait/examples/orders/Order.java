package dev.krait.examples.orders;

import java.time.LocalDate;

/** One order. */
public record Order(int id, String customer, LocalDate day, String country, int quantity,
        double price) {}
