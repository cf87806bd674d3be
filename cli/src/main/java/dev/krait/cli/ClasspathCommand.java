package dev.krait.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code krait classpath}: the engine for other programs. */
@Command(name = "classpath", mixinStandardHelpOptions = true, versionProvider = Version.class, description = "Prints the class path of the engine, the core and the embedded Python, for java -cp and jrunscript -cp.")
final class ClasspathCommand implements Callable<Integer> {
    private final PrintStream out;

    ClasspathCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        out.println(String.join(File.pathSeparator, ClassPath.ofProcess().engine()));
        return 0;
    }
}
