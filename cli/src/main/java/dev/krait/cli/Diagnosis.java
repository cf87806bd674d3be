package dev.krait.cli;

import dev.krait.Configuration;
import dev.krait.Python;
import dev.krait.PythonOptions;
import dev.krait.discover.Discovery;
import dev.krait.discover.Report;
import dev.krait.discover.Request;
import dev.krait.discover.Surroundings;
import dev.krait.error.PythonUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What {@code krait doctor} finds out.
 *
 * @param krait Krait's version
 * @param search how the search for a Python went
 * @param running the Python that was started; null when none was
 * @param problem why none could be started; empty when one was
 * @param jvm the Java side
 * @param cache where answers of Pythons and the unpacked embedded one are kept
 */
record Diagnosis(String krait, Report search, @Nullable Running running, String problem, Jvm jvm,
        Path cache) {
    /**
     * A Python that was started.
     *
     * @param configuration which one
     * @param build what {@code sys.version} says
     * @param numpy its version, {@code absent}, or why it cannot be imported
     */
    record Running(Configuration configuration, String build, String numpy) {}

    /** Searches, and starts what was found. */
    static Diagnosis of(@Nullable String choice) throws IOException {
        // before Python starts: the first native call gives itself the access it lacks
        Jvm jvm = Jvm.ofProcess();
        Report search = Discovery.report(Request.of(choice));
        Running running = null;
        String problem = search.chosen() == null ? search.why() : "";
        if (search.chosen() != null) {
            try {
                running = start(choice);
            } catch (PythonUnavailableException refused) {
                problem = String.valueOf(refused.getMessage());
            }
        }
        return new Diagnosis(Version.text(), search, running, problem, jvm,
                Surroundings.ofProcess().cacheFolder());
    }

    private static Running start(@Nullable String choice) {
        Python python = Python.start(new PythonOptions(choice));
        PythonSide side = PythonSide.load(python, "doctor.py");
        return new Running(python.configuration(), side.text("build"), side.text("numpy"));
    }
}
