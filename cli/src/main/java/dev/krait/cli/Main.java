package dev.krait.cli;

import picocli.CommandLine;

/** Where {@code krait} starts. */
public final class Main {
    private Main() {}

    /** Runs the command line and ends the JVM with its exit code. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        KraitCommand krait = new KraitCommand();
        return new CommandLine(krait).addSubcommand(new DoctorCommand(krait, System.out))
                .addSubcommand(new ClasspathCommand(System.out))
                .addSubcommand(new PythonsCommand(System.out)).setExpandAtFiles(false)
                .setStopAtPositional(true).setParameterExceptionHandler(Failures::show)
                .setExecutionExceptionHandler(Failures::show);
    }
}
