package dev.krait.cli;

import picocli.CommandLine;

/** Where {@code krait} starts. */
public final class Main {
    private Main() {}

    /** Runs the command line and ends the JVM with its exit code. */
    public static void main(String[] args) {
        Program program = Program.first(args);
        System.exit(program == null ? Options.execute(args) : run(program));
    }

    private static int run(Program program) {
        try {
            return Session.start(null).run(program, false);
        } catch (RuntimeException failure) {
            return Failures.show(failure, System.err);
        }
    }

    /** The command lines with options; a class of its own, since loading picocli takes a third of the start. */
    private static final class Options {
        static int execute(String[] args) {
            KraitCommand krait = new KraitCommand();
            return new CommandLine(krait).addSubcommand(new DoctorCommand(krait, System.out))
                    .addSubcommand(new ClasspathCommand(System.out))
                    .addSubcommand(new PythonsCommand(System.out)).setExpandAtFiles(false)
                    .setStopAtPositional(true).setParameterExceptionHandler(Failures::showMisuse)
                    .setExecutionExceptionHandler(
                            (failure, _, _) -> Failures.show(failure, System.err))
                    .execute(args);
        }
    }
}
