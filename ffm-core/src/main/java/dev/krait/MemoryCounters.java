package dev.krait;

/**
 * How much is alive across the border.
 *
 * @param references Python references that Java objects hold
 * @param collected references that were given back because the collector took their owner, so far
 * @param handles Java objects that Python objects stand for
 * @param threadStates thread states kept for Java threads
 * @param scripts compiled scripts kept in case their text is evaluated again
 * @param abandoned threads at work after the limit of {@link Python#withinAsync}
 */
public record MemoryCounters(long references, long collected, long handles, int threadStates,
        int scripts, int abandoned) {}
