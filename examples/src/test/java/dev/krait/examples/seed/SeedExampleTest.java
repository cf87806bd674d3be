package dev.krait.examples.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SeedExampleTest {
    @Test
    void positionalAndKeywordArgumentsReachTheJavaCallable() {
        assertEquals("got [1, two] and {three=3.0}", SeedExample.callBack());
    }
}
