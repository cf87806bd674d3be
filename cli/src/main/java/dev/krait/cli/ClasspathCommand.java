package dev.krait.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code krait classpath}: the engine for other programs. */
@Command(name = "classpath", mixinStandardHelpOptions = true, versionProvider = Version.class, description = "Prints the class path of the engine, the core and the embedded Python, for java -cp and jrunscript -cp.")
final class ClasspathCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.join(File.pathSeparator, ClassPath.ofProcess().engine()));
        out.flush();
        return 0;
    }
}
