package dev.krait.cli;

import dev.krait.discover.Discovery;
import dev.krait.discover.Request;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code krait pythons}: what the machine has. */
@Command(name = "pythons", mixinStandardHelpOptions = true, versionProvider = Version.class, description = "Prints the executable of each Python of this machine that Krait can run, one a line.")
final class PythonsCommand implements Callable<Integer> {
    private final PrintStream out;

    PythonsCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        Discovery.all(Request.of(null)).forEach(python -> out.println(python.executable()));
        return 0;
    }
}
