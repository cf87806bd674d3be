package dev.krait.cli;

import dev.krait.discover.Discovery;
import dev.krait.discover.Request;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code krait pythons}: what the machine has. */
@Command(name = "pythons", mixinStandardHelpOptions = true, versionProvider = Version.class, description = "Prints the executable of each Python of this machine that Krait can run, one a line.")
final class PythonsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Discovery.all(Request.of(null)).forEach(python -> out.println(python.executable()));
        out.flush();
        return 0;
    }
}
