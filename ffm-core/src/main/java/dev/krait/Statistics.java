package dev.krait;

/**
 * How often things were done since the start: take the difference of two.
 *
 * <p>Flight Recorder has the single events: {@code dev.krait.Eval}, {@code Call}, {@code Upcall}, {@code GilWait},
 * {@code Import} and {@code Release}.
 *
 * @param holds how often a thread took the GIL to work in Python; nested sections count once
 * @param calls calls of Python objects by Java
 * @param evaluations runs of scripts
 * @param compilations scripts compiled; evaluations beyond them found their text compiled already
 * @param upcalls calls of Java methods by Python
 * @param collected references given back because the collector took their owner
 */
public record Statistics(long holds, long calls, long evaluations, long compilations, long upcalls,
        long collected) {}
