package dev.krait.cli;

import dev.krait.error.PythonUnavailableException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** How a command that failed says so. */
final class Failures {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Failures() {}

    /** A missing Python is told in words; anything else is a fault of Krait's, with its stack trace. */
    static int show(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (failure instanceof PythonUnavailableException) {
            err.println("krait: " + failure.getMessage());
        } else {
            failure.printStackTrace(err);
        }
        err.flush();
        return FAILED;
    }

    /** A command line that says nothing sensible. */
    static int show(ParameterException misuse, String[] arguments) {
        CommandLine command = misuse.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("krait: " + misuse.getMessage());
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        err.flush();
        return MISUSED;
    }
}
