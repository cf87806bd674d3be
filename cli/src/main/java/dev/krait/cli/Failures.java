package dev.krait.cli;

import dev.krait.error.PythonUnavailableException;
import java.io.PrintStream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** How a command that failed says so; gives the exit code. */
final class Failures {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Failures() {}

    /** A missing Python is told in words; anything else is a fault of Krait's, with its stack trace. */
    static int show(Exception failure, PrintStream err) {
        if (failure instanceof PythonUnavailableException) {
            err.println("krait: " + failure.getMessage());
        } else {
            failure.printStackTrace(err);
        }
        return FAILED;
    }

    /** A command line that says nothing sensible. */
    static int showMisuse(ParameterException misuse, String[] arguments) {
        CommandLine command = misuse.getCommandLine();
        System.err.println("krait: " + misuse.getMessage());
        System.err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return MISUSED;
    }
}
