package dev.krait.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code krait} itself: runs a program, or a REPL when there is none and a person sits at a terminal. */
@Command(name = "krait", mixinStandardHelpOptions = true, versionProvider = Version.class, description = "Runs Python inside the JVM.", customSynopsis = {
        "krait [-iu] [--python PYTHON] [-c TEXT | -m MODULE | FILE | -] [ARGUMENT...]",
        "krait doctor [--json] [--python PYTHON]", "krait classpath", "krait pythons"})
final class KraitCommand implements Callable<Integer> {
    @Option(names = "--python", scope = CommandLine.ScopeType.INHERIT, paramLabel = "PYTHON", description = "The Python to run: an executable, a venv, a command, a version, or the word embedded.")
    private @Nullable String python;

    @Option(names = "-c", paramLabel = "TEXT", parameterConsumer = Rest.class, description = "Runs this text; ends the options.")
    private @Nullable List<String> text;

    @Option(names = "-m", paramLabel = "MODULE", parameterConsumer = Rest.class, description = "Runs this module; ends the options.")
    private @Nullable List<String> module;

    @Option(names = "-i", description = "Goes on with a REPL when the program has ended.")
    private boolean inspect;

    @Option(names = "-u", description = "Writes output at once.")
    private boolean unbuffered;

    @Parameters(paramLabel = "FILE", description = "Runs this file, folder or zip file; - is the standard input. The words after it are the program's.")
    private @Nullable List<String> file;

    @Override
    public Integer call() {
        Session session = Session.start(python);
        if (unbuffered) {
            session.unbuffer();
        }
        return session.run(Program.of(text, module, file), inspect);
    }

    /** What {@code --python} says. */
    @Nullable
    String python() {
        return python;
    }
}
