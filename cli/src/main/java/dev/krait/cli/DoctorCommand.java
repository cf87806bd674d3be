package dev.krait.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code krait doctor}: can Python be started here, which one, and if not, why. */
@Command(name = "doctor", mixinStandardHelpOptions = true, versionProvider = Version.class, description = "Shows which Python runs and why, or what keeps it from running.", exitCodeListHeading = "Exit codes:%n", exitCodeList = {
        "0:Python starts", "1:it does not"})
final class DoctorCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @ParentCommand
    private KraitCommand parent;

    @Option(names = "--json", description = "Prints it as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Diagnosis diagnosis = Diagnosis.of(parent.python());
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? DiagnosisJson.write(diagnosis) : DiagnosisText.write(diagnosis));
        out.flush();
        return diagnosis.problem().isEmpty() ? 0 : 1;
    }
}
