package dev.krait.discover;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Runs a program to its end and keeps what it said. */
@FunctionalInterface
interface Runner {
    /**
     * What a program said and how it ended.
     *
     * @param status exit status
     * @param output the first part of its standard output
     * @param errors the first part of its standard error
     */
    record Ending(int status, String output, String errors) {}

    /**
     * Runs {@code executable}.
     *
     * @param input becomes its standard input
     * @throws IOException when it cannot be started, or did not end in time
     */
    Ending run(Path executable, List<String> arguments, String input)
            throws IOException, InterruptedException;
}
