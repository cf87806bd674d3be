package dev.krait.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code krait doctor}: can Python be started here, which one, and if not, why. */
@Command(name = "doctor", mixinStandardHelpOptions = true, versionProvider = Version.class, description = "Shows which Python runs and why, or what keeps it from running.", exitCodeListHeading = "Exit codes:%n", exitCodeList = {
        "0:Python starts", "1:it does not"})
final class DoctorCommand implements Callable<Integer> {
    private final KraitCommand krait;
    private final PrintStream out;

    @Option(names = "--json", description = "Prints it as JSON.")
    private boolean json;

    DoctorCommand(KraitCommand krait, PrintStream out) {
        this.krait = krait;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        Diagnosis diagnosis = Diagnosis.of(krait.python());
        out.println(json ? DiagnosisJson.write(diagnosis) : DiagnosisText.write(diagnosis));
        return diagnosis.problem().isEmpty() ? 0 : 1;
    }
}
